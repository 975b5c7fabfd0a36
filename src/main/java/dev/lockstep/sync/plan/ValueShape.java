package dev.lockstep.sync.plan;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;

/**
 * What vendors' limits look at.
 *
 * @param bytes length
 * @param characters code points of UTF-8; of other bytes, as many as do not continue one
 * @param text whether the bytes are UTF-8
 */
public record ValueShape(int bytes, int characters, boolean text) {
    /** The shape of a value, found out without making a {@code String} of it. */
    public static ValueShape of(SecretValue value) {
        return value.use(bytes -> new ValueShape(bytes.length, characters(bytes), Encoding.isUtf8(bytes)));
    }

    private static int characters(byte[] bytes) {
        int count = 0;
        for (byte octet : bytes) {
            if ((octet & 0xc0) != 0x80) {
                count++;
            }
        }
        return count;
    }
}
