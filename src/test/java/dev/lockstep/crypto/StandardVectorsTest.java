package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Test;

/** The primitives against the published cases of their standards, typed off, with the same classes and settings as the vault uses. */
class StandardVectorsTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] repeated(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** RFC 5869, A.1 to A.3. */
    @Test
    void hkdfOfTheRfc() {
        requireHkdf(
                "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
                "000102030405060708090a0b0c",
                "f0f1f2f3f4f5f6f7f8f9",
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        requireHkdf(
                counted(0x00, 80),
                counted(0x60, 80),
                counted(0xb0, 80),
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                        + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
        requireHkdf(
                "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
                "",
                "",
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    private static String counted(int from, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (from + i);
        }
        return hex(bytes);
    }

    private static void requireHkdf(String input, String salt, String info, String output) {
        WipeableKey key = WipeableKey.taking("HKDF", bytes(input));
        assertEquals(output, hex(Kdf.hkdf(key, bytes(salt), bytes(info), output.length() / 2)));
    }

    /** RFC 4231, cases 1, 2, 3, 4, 6 and 7. */
    @Test
    void hmacOfTheRfc() throws Exception {
        requireHmac(
                repeated(0x0b, 20),
                ascii("Hi There"),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854");
        requireHmac(
                ascii("Jefe"),
                ascii("what do ya want for nothing?"),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
        requireHmac(
                repeated(0xaa, 20),
                repeated(0xdd, 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
                "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb");
        requireHmac(
                bytes(counted(1, 25)),
                repeated(0xcd, 50),
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
                "b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3dba91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd");
        requireHmac(
                repeated(0xaa, 131),
                ascii("Test Using Larger Than Block-Size Key - Hash Key First"),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
                "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598");
        requireHmac(
                repeated(0xaa, 131),
                ascii("This is a test using a larger than block-size key and a larger than block-size data. The key"
                        + " needs to be hashed before being used by the HMAC algorithm."),
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
                "e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58");
    }

    private static void requireHmac(byte[] key, byte[] message, String sha256, String sha512) throws Exception {
        for (String expected : new String[] {sha256, sha512}) {
            String algorithm = expected.length() == 64 ? "HmacSHA256" : "HmacSHA512";
            Mac mac = Mac.getInstance(algorithm);
            mac.init(WipeableKey.taking(algorithm, key.clone()));
            assertEquals(expected, hex(mac.doFinal(message)));
        }
    }

    /** A key of zeros is the same to HMAC as none: the well-known HMAC-SHA512 of nothing under nothing. */
    @Test
    void whatEntersArgon2idInPlaceOfThePassword() throws Exception {
        try (SecretBuffer nothing = new SecretBuffer(1);
                Passphrase empty = Passphrase.of(nothing)) {
            assertEquals(
                    "b936cee86c9f87aa5d3c6f2e84cb5a4239a5fe50480a6ec66b70ab5b1f4ac6730c6c515421b327ec1d69402e53dfb49ad7381eb067b338fd7b0cb22247225d47",
                    hex(Kdf.preHash(empty, new byte[32])));
        }
    }

    /** McGrew and Viega, The Galois/Counter Mode of Operation, cases 13 to 16; NIST took them over. */
    @Test
    void gcmOfItsAuthors() throws Exception {
        String zeros = "00".repeat(32);
        requireGcm(zeros, "00".repeat(12), "", "", "530f8afbc74536b9a963b4f1c4cb738b");
        requireGcm(
                zeros,
                "00".repeat(12),
                "",
                "00".repeat(16),
                "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        String key = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
        String plain = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
        String cipher = "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad";
        requireGcm(key, "cafebabefacedbaddecaf888", "", plain, cipher + "b094dac5d93471bdec1a502270e3cc6c");
        requireGcm(
                key,
                "cafebabefacedbaddecaf888",
                "feedfacedeadbeeffeedfacedeadbeefabaddad2",
                plain.substring(0, 120),
                cipher.substring(0, 120) + "76fc6ece0f4e1768cddf8853bb2d551b");
    }

    private static void requireGcm(String key, String nonce, String additional, String plain, String sealed)
            throws Exception {
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec parameters = new GCMParameterSpec(128, bytes(nonce));
        gcm.init(Cipher.ENCRYPT_MODE, WipeableKey.taking("AES", bytes(key)), parameters);
        gcm.updateAAD(bytes(additional));
        assertEquals(sealed, hex(gcm.doFinal(bytes(plain))));
        gcm.init(Cipher.DECRYPT_MODE, WipeableKey.taking("AES", bytes(key)), parameters);
        gcm.updateAAD(bytes(additional));
        assertEquals(plain, hex(gcm.doFinal(bytes(sealed))));
    }

    /** FIPS 197, C.3: the block cipher under the set hash. */
    @Test
    void aesOfTheStandard() throws Exception {
        Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
        ecb.init(Cipher.ENCRYPT_MODE, WipeableKey.taking("AES", bytes(counted(0, 32))));
        assertEquals("8ea2b7ca516745bfeafc49904b496089", hex(ecb.doFinal(bytes("00112233445566778899aabbccddeeff"))));
    }
}
