package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes {@code application/x-www-form-urlencoded} straight into bytes, so that a value never becomes a {@code String}. */
public final class FormBody implements AutoCloseable {
    private final WipedOutput out = new WipedOutput();

    public FormBody text(String name, String text) {
        put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * Writes a value, which has to be UTF-8.
     *
     * @throws RemoteException {@code Refused} if it is not
     */
    public FormBody secret(String name, SecretValue value) throws RemoteException {
        byte[] bytes = value.exposed();
        try {
            Utf8.require(bytes);
            put(name, bytes);
            return this;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private void put(String name, byte[] utf8) {
        if (out.size() > 0) {
            out.write('&');
        }
        out.writeBytes(Percent.encode(name).getBytes(StandardCharsets.US_ASCII));
        out.write('=');
        for (byte octet : utf8) {
            Percent.put(out, octet);
        }
    }

    /** The finished body, to be closed by the caller. */
    public Body body() {
        Body body = new Body("application/x-www-form-urlencoded", out.toByteArray());
        out.close();
        return body;
    }

    /**
     * The same as the query of an address: a {@code String} that holds every value, for the one vendor that documents it so. It must not reach
     * a log or a message.
     */
    public String insecureQuery() {
        String query = out.toString(StandardCharsets.US_ASCII);
        out.close();
        return query;
    }

    @Override
    public void close() {
        out.close();
    }
}
