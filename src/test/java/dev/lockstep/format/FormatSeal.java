package dev.lockstep.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Seals rows and key slots, as the package documentation of crypto describes them. Shares no code with the program. */
final class FormatSeal {
    final byte[] vault;
    final byte[] vaultKey;
    private final Random random;

    /** @param seed makes the same file each time */
    FormatSeal(long seed) {
        random = new Random(seed);
        vault = bytes(16);
        vaultKey = bytes(32);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    byte[] subkey(String purpose) {
        try {
            return FormatKeys.hkdf(vaultKey, vault, "lockstep/1/" + purpose, 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] hmac(String purpose, byte[] message) {
        try {
            return FormatKeys.hmac("HmacSHA256", subkey(purpose), message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a row belongs, and under which key and number it is sealed. */
    record Place(String purpose, int table, int field, byte[] row, long version, int epoch) {
        Place withVersion(long other) {
            return new Place(purpose, table, field, row, other, epoch);
        }
    }

    byte[] pad(int table, byte[] content) {
        int length = 4 + content.length;
        int padded;
        if (table == 1) {
            padded = (length + 255) / 256 * 256;
        } else if (length <= 4096) {
            padded = Math.max(64, Integer.highestOneBit(length - 1) << 1);
        } else {
            int exponent = 31 - Integer.numberOfLeadingZeros(length);
            int step = 1 << (exponent - (32 - Integer.numberOfLeadingZeros(exponent)));
            padded = (length + step - 1) / step * step;
        }
        return ByteBuffer.allocate(padded).putInt(content.length).put(content).array();
    }

    byte[] seal(Place place, byte[] padded) {
        byte[] nonce = bytes(12);
        byte[] additional = ByteBuffer.allocate(52)
                .put("LKS1".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) place.table())
                .putShort((short) place.field())
                .put(vault)
                .put(place.row())
                .putLong(place.version())
                .putInt(place.epoch())
                .array();
        byte[] sealed = gcm(subkey(place.purpose()), nonce, additional, padded);
        return ByteBuffer.allocate(25 + sealed.length)
                .put((byte) 1)
                .putInt(place.epoch())
                .putLong(place.version())
                .put(nonce)
                .put(sealed)
                .array();
    }

    private static byte[] gcm(byte[] key, byte[] nonce, byte[] additional, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(additional);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The start of a slot; a cost of zeros for slots without a password. */
    byte[] slotHeader(int type, int kib, int passes, int lanes) {
        return ByteBuffer.allocate(68)
                .putInt(0x4C4B5354)
                .put(new byte[] {1, 1, (byte) type, 0})
                .put(vault)
                .putInt(kib)
                .putInt(passes)
                .putInt(lanes)
                .put(bytes(32))
                .array();
    }

    byte[] slot(byte[] header, byte[] slotKeys) {
        try {
            byte[] nonce = bytes(12);
            return ByteBuffer.allocate(160)
                    .put(header)
                    .put(FormatKeys.hmac("HmacSHA256", Arrays.copyOfRange(slotKeys, 32, 64), header))
                    .put(nonce)
                    .put(gcm(Arrays.copyOf(slotKeys, 32), nonce, header, vaultKey))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The slot keys of a password; the cost and the salt are those of the header. */
    static byte[] passwordKeys(byte[] header, byte[] keyFile, byte[] password) {
        try {
            ByteBuffer in = ByteBuffer.wrap(header);
            var argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(0x13)
                    .withMemoryAsKB(in.getInt(24))
                    .withIterations(in.getInt(28))
                    .withParallelism(in.getInt(32))
                    .withSalt(Arrays.copyOfRange(header, 36, 68))
                    .build());
            byte[] keys = new byte[64];
            argon2.generateBytes(FormatKeys.hmac("HmacSHA512", keyFile, password), keys);
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] recoveryKeys(byte[] header, byte[] key) {
        try {
            return FormatKeys.hkdf(key, Arrays.copyOfRange(header, 36, 68), "lockstep/1/recovery", 64);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Number and sum of sealed rows. */
    byte[] sum(Iterable<byte[]> rows) {
        try {
            Cipher block = Cipher.getInstance("AES/ECB/NoPadding");
            block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(subkey("set"), "AES"));
            java.math.BigInteger sum = java.math.BigInteger.ZERO;
            long count = 0;
            for (byte[] row : rows) {
                byte[] element = block.doFinal(Arrays.copyOfRange(row, row.length - 16, row.length));
                sum = sum.add(new java.math.BigInteger(1, element));
                count++;
            }
            byte[] number = sum.setBit(200).toByteArray();
            return ByteBuffer.allocate(24)
                    .putLong(count)
                    .put(number, number.length - 16, 16)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
