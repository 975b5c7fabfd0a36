package dev.lockstep.use;

import dev.lockstep.cleartext.Encoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How a value is written in the place of a reference. */
public enum Form {
    /** Byte for byte. */
    RAW,
    /** As the inside of a JSON string (RFC 8259), without the quotes. Only UTF-8 has that form. */
    JSON,
    /** As one word of a POSIX shell, in single quotes. Anything but a NUL byte has that form. */
    SHELL;

    private static final byte[] QUOTE = "'\\''".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Whether a value can be written so. */
    public boolean takes(byte[] value) {
        return switch (this) {
            case RAW -> true;
            case JSON -> Encoding.isUtf8(value);
            case SHELL -> {
                for (byte each : value) {
                    if (each == 0) {
                        yield false;
                    }
                }
                yield true;
            }
        };
    }

    /** Writes a value that it takes; whatever receives it must not keep it in the heap. */
    void write(byte[] value, OutputStream out) throws IOException {
        switch (this) {
            case RAW -> out.write(value, 0, value.length);
            case JSON -> json(value, out);
            case SHELL -> shell(value, out);
        }
    }

    private static void json(byte[] value, OutputStream out) throws IOException {
        int written = 0;
        for (int i = 0; i < value.length; i++) {
            byte[] escape = escape(value[i]);
            if (escape.length > 0) {
                out.write(value, written, i - written);
                out.write(escape, 0, escape.length);
                written = i + 1;
            }
        }
        out.write(value, written, value.length - written);
    }

    /** Empty for what stands for itself. */
    private static byte[] escape(byte unit) {
        return switch (unit) {
            case '"', '\\' -> new byte[] {'\\', unit};
            case '\n' -> new byte[] {'\\', 'n'};
            case '\r' -> new byte[] {'\\', 'r'};
            case '\t' -> new byte[] {'\\', 't'};
            default ->
                unit >= 0 && unit < ' '
                        ? new byte[] {'\\', 'u', '0', '0', HEX[unit >> 4], HEX[unit & 0xf]}
                        : new byte[0];
        };
    }

    private static void shell(byte[] value, OutputStream out) throws IOException {
        out.write('\'');
        int written = 0;
        for (int i = 0; i < value.length; i++) {
            if (value[i] == '\'') {
                out.write(value, written, i - written);
                out.write(QUOTE, 0, QUOTE.length);
                written = i + 1;
            }
        }
        out.write(value, written, value.length - written);
        out.write('\'');
    }
}
