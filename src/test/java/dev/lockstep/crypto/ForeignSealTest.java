package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.model.KdfParameters;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The primitives against the published cases of their standards, and a seal that was made by another program. */
class ForeignSealTest {
    private static final String IV = "000102030405060708090a0b0c0d0e0f";

    /** Made by Python's {@code cryptography} from the password {@code password}, the salt {@code salt} and 1000 iterations of PBKDF2. */
    private static final String SEALED =
            "4b365c6e13553b6a5bd03583bb32514720344a3989af30f16adcc7d290dfe69b51a6cbf7340ccc7d7ddab5ab9733ce17";

    private static final String TAG = "cae539d9667a780c658b87909ea5ba38e032995ffb7d1affd5b7e92d0f39eecd";
    private static final String ARGON2ID_SEALED =
            "d31a2b43f63604878806ad50700127bcca66fb48f3cc257b9a2a5ca725d4df307a22fc41c4ab4a4c84276a0eda082f9a";
    private static final String ARGON2ID_TAG = "d16eda2b1830b7fe92738d084334ae156f4c77d4ac1f697cc9725397bb84a521";
    private static final String PLAINTEXT = "what was sealed by another program";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Passphrase typed(String password) throws CharacterCodingException {
        try (SecretBuffer typed = new SecretBuffer(100)) {
            typed.insert(0, password);
            return Passphrase.of(typed);
        }
    }

    private static ForeignSeal seal(String password) throws Exception {
        try (Passphrase typed = typed(password)) {
            return ForeignSeal.pbkdf2(typed, ascii("salt"), 1000);
        }
    }

    private static Optional<String> opened(ForeignSeal seal, String iv, String ciphertext, String tag) {
        try (Arena arena = Arena.ofConfined()) {
            return seal.open(bytes(iv), bytes(ciphertext), bytes(tag), arena)
                    .map(plain -> new String(plain.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8));
        }
    }

    /** RFC 7914, 11, of which the first half of each output is one block. */
    @Test
    void pbkdf2OfTheRfc() throws Exception {
        requirePbkdf2("passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
        requirePbkdf2("Password", "NaCl", 80000, "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
    }

    private static void requirePbkdf2(String password, String salt, int iterations, String output) throws Exception {
        WipeableKey key = WipeableKey.taking("HmacSHA256", ascii(password));
        assertEquals(output, HexFormat.of().formatHex(ForeignSeal.pbkdf2(key, ascii(salt), iterations)));
    }

    /** RFC 5869, A.1 and A.3: what comes out of the pseudorandom key, as far as it goes. */
    @Test
    void hkdfExpandOfTheRfc() {
        WipeableKey third =
                WipeableKey.taking("HKDF", bytes("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04"));
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d",
                HexFormat.of().formatHex(ForeignSeal.expand(third, "")));
    }

    /** NIST SP 800-38A, F.2.6. */
    @Test
    void aesInCbcModeOfNist() {
        WipeableKey key =
                WipeableKey.taking("AES", bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"));
        byte[] plain = new byte[64];
        ForeignSeal.decrypt(
                key,
                bytes(IV),
                bytes("f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                        + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b"),
                MemorySegment.ofArray(plain));
        assertEquals(
                "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                        + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
                HexFormat.of().formatHex(plain));
    }

    @Test
    void whatAnotherProgramSealedOpensUnderItsPasswordAlone() throws Exception {
        try (ForeignSeal right = seal("password");
                ForeignSeal wrong = seal("Password")) {
            assertEquals(Optional.of(PLAINTEXT), opened(right, IV, SEALED, TAG));
            assertEquals(Optional.empty(), opened(wrong, IV, SEALED, TAG));
        }
    }

    @Test
    void soDoesWhatWasSealedWithArgon2id() throws Exception {
        try (Passphrase typed = typed("password");
                ForeignSeal seal =
                        ForeignSeal.argon2id(typed, ascii("salt of 16 bytes"), new KdfParameters(64, 2, 1))) {
            assertEquals(Optional.of(PLAINTEXT), opened(seal, IV, ARGON2ID_SEALED, ARGON2ID_TAG));
        }
    }

    @Test
    void nothingIsDecryptedThatWasChangedInAnyBit() throws Exception {
        try (ForeignSeal seal = seal("password")) {
            for (String part : new String[] {IV, SEALED, TAG}) {
                for (int bit = 0; bit < part.length() * 4; bit++) {
                    byte[] changed = bytes(part);
                    changed[bit / 8] ^= (byte) (1 << bit % 8);
                    String hex = HexFormat.of().formatHex(changed);
                    assertEquals(
                            Optional.empty(),
                            opened(
                                    seal,
                                    part.equals(IV) ? hex : IV,
                                    part.equals(SEALED) ? hex : SEALED,
                                    part.equals(TAG) ? hex : TAG));
                }
            }
        }
    }

    @Test
    void whatHasAnotherShapeIsNotOpened() throws Exception {
        try (ForeignSeal seal = seal("password")) {
            assertEquals(Optional.empty(), opened(seal, "", SEALED, TAG));
            assertEquals(Optional.empty(), opened(seal, IV, "", TAG));
            assertEquals(Optional.empty(), opened(seal, IV, SEALED.substring(2), TAG));
            assertEquals(Optional.empty(), opened(seal, IV, SEALED, TAG.substring(2)));
            assertEquals(Optional.empty(), opened(seal, IV, SEALED, ""));
        }
    }

    @Test
    void onlyAsMuchPaddingAsThereMayBeIsTakenOff() {
        assertEquals(Optional.empty(), unpadded(0));
        assertEquals(Optional.of(15L), unpadded(1));
        assertEquals(Optional.empty(), unpadded(2));
        assertEquals(Optional.empty(), unpadded(17));
        assertEquals(Optional.empty(), unpadded(0xff));
        byte[] whole = new byte[16];
        Arrays.fill(whole, (byte) 16);
        assertEquals(
                0,
                ForeignSeal.unpadded(MemorySegment.ofArray(whole)).orElseThrow().byteSize());
    }

    private static Optional<Long> unpadded(int last) {
        byte[] block = new byte[16];
        block[15] = (byte) last;
        return ForeignSeal.unpadded(MemorySegment.ofArray(block)).map(MemorySegment::byteSize);
    }

    @Test
    void manyPiecesComeOutWhole() {
        WipeableKey key = WipeableKey.taking("AES", new byte[32]);
        byte[] ciphertext = new byte[200_000];
        Arrays.fill(ciphertext, (byte) 7);
        byte[] plain = new byte[ciphertext.length];
        ForeignSeal.decrypt(key, new byte[16], ciphertext, MemorySegment.ofArray(plain));
        byte[] block = Arrays.copyOfRange(plain, 16, 32);
        for (int at = 16; at < plain.length; at += 16) {
            assertArrayEquals(block, Arrays.copyOfRange(plain, at, at + 16));
        }
    }

    @Test
    void noKeyAndNoPlaintextIsLeftInMemory() throws Exception {
        try (Watch watch = Watch.begin()) {
            try (ForeignSeal seal = seal("password")) {
                assertEquals(Optional.of(PLAINTEXT), opened(seal, IV, SEALED, TAG));
            }
            assertEquals(Set.of(), watch.withKeys());
            assertFalse(watch.keys().isEmpty());
            assertTrue(
                    watch.keys().stream().filter(key -> key != RowCipher.DUMMY).allMatch(Watch::wiped));
            assertTrue(watch.outputs().stream()
                    .filter(array -> array.length != 32)
                    .allMatch(array -> Arrays.equals(array, new byte[array.length])));
        }
    }

    @Test
    void anInterruptEndsADerivationAndLeavesNoKey() throws Exception {
        try (Watch watch = Watch.begin();
                Passphrase typed = typed("password")) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> ForeignSeal.pbkdf2(typed, ascii("salt"), Integer.MAX_VALUE));
            assertEquals(Set.of(), watch.withKeys());
            assertTrue(
                    watch.keys().stream().filter(key -> key != RowCipher.DUMMY).allMatch(Watch::wiped));
        }
    }
}
