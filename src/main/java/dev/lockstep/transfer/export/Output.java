package dev.lockstep.transfer.export;

import dev.lockstep.cleartext.SecretValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Where a format writes. */
public interface Output {
    /** Writes a byte, of which only the lowest eight bits count. */
    void put(int octet) throws IOException;

    /** Writes bytes; they stay the caller's to wipe. */
    default void put(byte[] bytes) throws IOException {
        for (byte octet : bytes) {
            put(octet);
        }
    }

    /** Writes a text that is no secret, in UTF-8. */
    default void text(String text) throws IOException {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the bytes of a value as they are. */
    default void value(SecretValue value) throws IOException {
        for (int i = 0; i < value.size(); i++) {
            put(value.at(i));
        }
    }
}
