package dev.lockstep.cleartext;

import java.nio.charset.CharacterCodingException;
import java.util.function.Function;

/** A vault password as the bytes that enter the key derivation: Unicode NFC, UTF-8. Overwritten when closed. */
public final class Passphrase implements AutoCloseable {
    /** The most UTF-16 units that can be typed. */
    public static final int MAX_LENGTH = 1024;

    private final SecretValue utf8;

    private Passphrase(SecretValue utf8) {
        this.utf8 = utf8;
    }

    /**
     * Takes what was typed; the buffer keeps its content and stays the caller's to wipe.
     *
     * @throws CharacterCodingException if a surrogate stands alone
     */
    public static Passphrase of(SecretBuffer typed) throws CharacterCodingException {
        try (SecretBuffer composed = new SecretBuffer(3 * typed.length())) {
            Composition.compose(typed, composed);
            return new Passphrase(composed.toValue());
        }
    }

    /** Lends the bytes in an array that is overwritten when the function returns. */
    public <R> R use(Function<byte[], R> reader) {
        return utf8.use(reader);
    }

    public boolean isEmpty() {
        return utf8.size() == 0;
    }

    @Override
    public void close() {
        utf8.close();
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
