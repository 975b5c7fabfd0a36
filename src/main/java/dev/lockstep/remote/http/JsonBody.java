package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one JSON object (RFC 8259) straight into bytes, so that a value never becomes a {@code String} or stays in the buffers of a library.
 * Objects may be nested by {@link #object} and {@link #end}.
 */
public final class JsonBody implements AutoCloseable {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final WipedOutput out = new WipedOutput();
    private boolean first = true;
    private int open = 1;

    public JsonBody() {
        out.write('{');
    }

    public JsonBody text(String name, String text) {
        name(name);
        quoted(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Writes an array of texts. */
    public JsonBody texts(String name, String... texts) {
        name(name);
        out.write('[');
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            quoted(texts[i].getBytes(StandardCharsets.UTF_8));
        }
        out.write(']');
        return this;
    }

    public JsonBody number(String name, long number) {
        name(name);
        out.writeBytes(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /**
     * Writes a value, which has to be UTF-8: JSON holds nothing else.
     *
     * @throws RemoteException {@code Refused} if it is not
     */
    public JsonBody secret(String name, SecretValue value) throws RemoteException {
        byte[] bytes = value.exposed();
        try {
            Utf8.require(bytes);
            name(name);
            quoted(bytes);
            return this;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Begins an object inside this one. */
    public JsonBody object(String name) {
        name(name);
        out.write('{');
        first = true;
        open++;
        return this;
    }

    /** Ends the object that was begun last. */
    public JsonBody end() {
        out.write('}');
        first = false;
        open--;
        return this;
    }

    /** The finished body, to be closed by the caller. */
    public Body body() {
        return body("application/json");
    }

    /** As {@link #body()}, of another type than {@code application/json}. */
    public Body body(String type) {
        while (open > 0) {
            end();
        }
        Body body = new Body(type, out.toByteArray());
        out.close();
        return body;
    }

    private void name(String name) {
        if (!first) {
            out.write(',');
        }
        first = false;
        quoted(name.getBytes(StandardCharsets.UTF_8));
        out.write(':');
    }

    private void quoted(byte[] utf8) {
        out.write('"');
        for (byte octet : utf8) {
            if (octet == '"' || octet == '\\') {
                out.write('\\');
                out.write(octet);
            } else if (octet >= 0 && octet < 0x20) {
                out.writeBytes(new byte[] {'\\', 'u', '0', '0', HEX[octet >> 4], HEX[octet & 15]});
            } else {
                out.write(octet);
            }
        }
        out.write('"');
    }

    @Override
    public void close() {
        out.close();
    }
}
