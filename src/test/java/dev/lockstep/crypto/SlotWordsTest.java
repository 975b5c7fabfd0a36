package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A key slot against the words of the format, and what is left in memory of its keys. */
class SlotWordsTest {
    private static final SecretValue CODE = SecretValue.copyOf(
            FormatWords.ascii("SAAB-REZ3-QXRM-C4Y4-ZG64-CZ28-EJV0-Q3E1-VF07-DCBT-SPJH-GDY5-187B-ARFT"));
    private static final byte[] CODE_KEY =
            HexFormat.of().parseHex("ca94bc3be3bf714613c4fc0c467c4874b60b8dc1dbc076b17acda51837c50a0e");

    private static byte[] made(VaultKey key, SecureRandom random) throws VaultException {
        try (Credential code = Credential.recoveryCode(CODE)) {
            return KeySlot.create(key, code, SlotHeader.NO_COST, random);
        }
    }

    private static VaultKey opened(byte[] slot) throws VaultException {
        try (Credential code = Credential.recoveryCode(CODE)) {
            return KeySlot.open(List.of(slot), code).key();
        }
    }

    @Test
    void theKeyOfARecoverySlotIsFoundByTheWordsOfTheFormat() throws Exception {
        VaultKey key = VaultKey.create(new SecureRandom());
        byte[] slot = made(key, new SecureRandom());
        byte[] header = Arrays.copyOf(slot, 68);
        byte[] salt = Arrays.copyOfRange(slot, 36, 68);
        byte[] extracted = FormatWords.hmac(salt, CODE_KEY);
        byte[] info = FormatWords.ascii("lockstep/1/recovery");
        byte[] first = FormatWords.hmac(extracted, info, new byte[] {1});
        byte[] second = FormatWords.hmac(extracted, first, info, new byte[] {2});
        assertArrayEquals(FormatWords.hmac(second, header), Arrays.copyOfRange(slot, 68, 100));
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(first, "AES"),
                new GCMParameterSpec(128, Arrays.copyOfRange(slot, 100, 112)));
        gcm.updateAAD(header);
        assertArrayEquals(key.use(byte[]::clone), gcm.doFinal(slot, 112, 48));
    }

    @Test
    void saltAndNonceAreWhatTheGeneratorGave() throws Exception {
        byte[] sevens = new byte[32];
        Arrays.fill(sevens, (byte) 7);
        byte[] slot = made(VaultKey.create(new SecureRandom()), new StuckRandom());
        assertArrayEquals(sevens, Arrays.copyOfRange(slot, 36, 68));
        assertArrayEquals(Arrays.copyOf(sevens, 12), Arrays.copyOfRange(slot, 100, 112));
    }

    @Test
    void theKeysOfASlotAreOverwrittenOnceItIsMadeOrOpened() throws Exception {
        VaultKey key = VaultKey.create(new SecureRandom());
        byte[] slot = made(key, new SecureRandom());
        try (Watch watch = Watch.begin()) {
            made(key, new SecureRandom());
            assertNothingLeft(watch);
        }
        try (Watch watch = Watch.begin();
                VaultKey again = opened(slot)) {
            assertEquals(key.vault(), again.vault());
            assertNothingLeft(watch);
        }
    }

    private static void assertNothingLeft(Watch watch) {
        assertFalse(watch.keys().isEmpty());
        assertTrue(watch.keys().stream().filter(used -> used != RowCipher.DUMMY).allMatch(Watch::wiped));
        List<byte[]> slotKeys =
                watch.outputs().stream().filter(array -> array.length == 64).toList();
        assertEquals(1, slotKeys.size());
        assertArrayEquals(new byte[64], slotKeys.getFirst());
        assertTrue(
                watch.withKeys().stream().noneMatch(WatchedCipher.class::isInstance),
                "a cipher holds the wrapping key");
    }
}
