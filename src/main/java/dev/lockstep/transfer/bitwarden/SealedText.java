package dev.lockstep.transfer.bitwarden;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A text that is sealed: {@code 2.IV|CIPHERTEXT|MAC}, where 2 stands for AES-256-CBC with HMAC-SHA256 and the others are in base64. Other numbers
 * stand for what exports under a password do not have.
 *
 * @see <a href="https://contributing.bitwarden.com/architecture/cryptography/crypto-guide/">Bitwarden's guide to its cryptography</a>
 */
record SealedText(byte[] iv, byte[] ciphertext, byte[] tag) {
    private static final byte[] TYPE = "2.".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads one.
     *
     * @throws ImportException {@code UNSUPPORTED} if it is sealed in another way, {@code DAMAGED} if it is no such text
     */
    static SealedText parse(byte[] ascii) throws ImportException {
        if (ascii.length < 2 || ascii[0] < '0' || ascii[0] > '9') {
            throw new ImportException(Reason.DAMAGED);
        }
        if (!Arrays.equals(ascii, 0, TYPE.length, TYPE, 0, TYPE.length)) {
            throw new ImportException(Reason.UNSUPPORTED);
        }
        int first = bar(ascii, TYPE.length);
        int second = bar(ascii, first + 1);
        return new SealedText(
                decoded(ascii, TYPE.length, first),
                decoded(ascii, first + 1, second),
                decoded(ascii, second + 1, ascii.length));
    }

    private static int bar(byte[] ascii, int from) throws ImportException {
        for (int i = from; i < ascii.length; i++) {
            if (ascii[i] == '|') {
                return i;
            }
        }
        throw new ImportException(Reason.DAMAGED);
    }

    private static byte[] decoded(byte[] ascii, int from, int to) throws ImportException {
        try {
            return Base64.getDecoder().decode(Arrays.copyOfRange(ascii, from, to));
        } catch (IllegalArgumentException e) {
            throw new ImportException(Reason.DAMAGED);
        }
    }
}
