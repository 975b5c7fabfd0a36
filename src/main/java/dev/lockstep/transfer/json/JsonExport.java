package dev.lockstep.transfer.json;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.vault.SecretDetails;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes secrets as JSON, one in each line; the package tells the format. {@link JsonFormat} reads the same names, bytes, descriptions, tags and
 * dates from it. What is on its way stays outside the heap and is overwritten; the channel stays the caller's to close. For one thread.
 */
public final class JsonExport implements AutoCloseable {
    private static final int ROOM = 64 * 1024;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory = arena.allocate(ROOM);
    private final ByteBuffer buffer = memory.asByteBuffer();
    private final WritableByteChannel out;
    private boolean any;

    /** Nothing is written before the first secret, or {@link #finish}. */
    public JsonExport(WritableByteChannel out) {
        this.out = out;
    }

    /**
     * Writes one secret.
     *
     * @param collection the name of its collection
     * @param value stays the caller's to close
     */
    public void add(String collection, SecretDetails details, SecretValue value) throws IOException {
        begin();
        ascii(any ? ",\n{" : "\n{");
        any = true;
        name(OwnSecret.COLLECTION);
        text(collection);
        ascii(",");
        name(OwnSecret.NAME);
        text(details.name());
        ascii(",");
        value(value);
        if (!details.description().isEmpty()) {
            ascii(",");
            name(OwnSecret.DESCRIPTION);
            text(details.description());
        }
        if (!details.tags().isEmpty()) {
            ascii(",");
            tags(details);
        }
        if (details.rotateBy().isPresent()) {
            ascii(",");
            name(OwnSecret.ROTATE_BY);
            text(details.rotateBy().get().toString());
        }
        ascii("}");
    }

    private void begin() throws IOException {
        if (!any) {
            ascii("{");
            name(OwnJson.MARK);
            text(OwnJson.SECRETS);
            ascii(",");
            name(OwnJson.VERSION_NAME);
            ascii(Integer.toString(OwnJson.VERSION));
            ascii(",");
            name(OwnJson.SECRETS);
            ascii("[");
        }
    }

    private void value(SecretValue value) throws IOException {
        byte[] bytes = value.exposed();
        byte[] base64 = {};
        try {
            if (Encoding.isUtf8(bytes)) {
                name(OwnSecret.VALUE);
                quoted(bytes);
            } else {
                base64 = Base64.getEncoder().encode(bytes);
                name(OwnSecret.VALUE_BASE64);
                quoted(base64);
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(base64, (byte) 0);
        }
    }

    private void tags(SecretDetails details) throws IOException {
        name(OwnSecret.TAGS);
        String before = "[";
        for (String tag : details.tags()) {
            ascii(before);
            text(tag);
            before = ",";
        }
        ascii("]");
    }

    /** Writes the end. */
    public void finish() throws IOException {
        begin();
        ascii("\n]}\n");
        flush();
    }

    private void name(String name) throws IOException {
        text(name);
        ascii(":");
    }

    private void text(String text) throws IOException {
        quoted(text.getBytes(StandardCharsets.UTF_8));
    }

    private void ascii(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void quoted(byte[] utf8) throws IOException {
        put('"');
        for (byte octet : utf8) {
            if (octet == '"' || octet == '\\') {
                put('\\');
                put(octet);
            } else if (octet >= 0 && octet < ' ') {
                ascii("\\u00");
                put(HEX[octet >> 4]);
                put(HEX[octet & 15]);
            } else {
                put(octet);
            }
        }
        put('"');
    }

    private void put(int octet) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) octet);
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() {
        memory.fill((byte) 0);
        arena.close();
    }
}
