package dev.lockstep.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What follows the beginning of a key that is known by it. */
enum KeyBody {
    /** At least ten of the letters, digits and signs that tokens are made of. */
    TOKEN {
        @Override
        boolean fits(byte[] value, int from, int to) {
            return to - from >= 10 && all(value, from, to, KeyBody::inToken);
        }
    },
    /** Exactly 16 capital letters and digits. */
    CAPITALS_16 {
        @Override
        boolean fits(byte[] value, int from, int to) {
            return to - from == 16 && all(value, from, to, c -> between(c, 'A', 'Z') || between(c, '0', '9'));
        }
    },
    /** Exactly 32 hexadecimal digits in lower case. */
    HEX_32 {
        @Override
        boolean fits(byte[] value, int from, int to) {
            return to - from == 32 && all(value, from, to, c -> between(c, 'a', 'f') || between(c, '0', '9'));
        }
    },
    /** A token of three parts with dots between them. */
    THREE_PARTS {
        @Override
        boolean fits(byte[] value, int from, int to) {
            int dots = 0;
            for (int i = from; i < to; i++) {
                dots += value[i] == '.' ? 1 : 0;
            }
            return dots == 2 && TOKEN.fits(value, from, to);
        }
    },
    /** No private key further down, as in a bundle. */
    NO_PRIVATE_KEY {
        @Override
        boolean fits(byte[] value, int from, int to) {
            return indexOf(value, PRIVATE_MARK, from, to) < 0;
        }
    },
    ANYTHING {
        @Override
        boolean fits(byte[] value, int from, int to) {
            return true;
        }
    };

    private static final byte[] PRIVATE_MARK = "PRIVATE KEY-----".getBytes(StandardCharsets.US_ASCII);

    /** Whether the bytes from one index to before another are such. */
    abstract boolean fits(byte[] value, int from, int to);

    private interface Letters {
        boolean have(byte letter);
    }

    private static boolean all(byte[] value, int from, int to, Letters letters) {
        for (int i = from; i < to; i++) {
            if (!letters.have(value[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean inToken(byte c) {
        return between(c, 'a', 'z') || between(c, 'A', 'Z') || between(c, '0', '9') || "-_.+/=".indexOf(c) >= 0;
    }

    private static boolean between(byte c, char first, char last) {
        return c >= first && c <= last;
    }

    private static int indexOf(byte[] value, byte[] sought, int from, int to) {
        for (int i = from; i + sought.length <= to; i++) {
            if (Arrays.equals(value, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }
}
