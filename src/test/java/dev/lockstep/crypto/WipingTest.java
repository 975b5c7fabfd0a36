package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.io.Serial;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left in memory once the algorithms of the JDK have had it: nothing that was given to them, and no key inside them. */
class WipingTest {
    private static final RowAddress PLACE = RowAddress.value(new RowId(1, 2), 1);

    private final SecureRandom random = new SecureRandom();
    private final Keyring keys = new Keyring(VaultKey.create(random), random);
    private final byte[] content = new byte[900];
    private final byte[] framed;
    private final Watch watch = Watch.begin();

    WipingTest() {
        random.nextBytes(content);
        framed = Padding.value(content);
    }

    @AfterEach
    void close() {
        watch.close();
        keys.close();
    }

    private static boolean overwritten(byte[] array) {
        return Arrays.equals(array, new byte[array.length]);
    }

    @Test
    void aRowLeavesNoPlaintextBehind() throws Exception {
        try (RowCipher cipher = keys.cipher()) {
            SealedRow row = cipher.seal(PLACE, 1, 0, content);
            List<byte[]> padded = watch.inputs().stream()
                    .filter(array -> array.length == framed.length)
                    .toList();
            assertEquals(2, padded.size(), "the padded content enters the MAC of the nonce and the cipher");
            assertTrue(padded.stream().allMatch(WipingTest::overwritten));
            watch.outputs().clear();
            Arrays.fill(cipher.open(PLACE, row, Failure.Part.VALUE), (byte) 0);
            assertEquals(List.of(framed.length), lengths(watch.outputs()), "opened into an array of just its size");
            assertTrue(overwritten(watch.outputs().getFirst()));
        }
    }

    private static List<Integer> lengths(List<byte[]> arrays) {
        return arrays.stream().map(array -> array.length).toList();
    }

    @Test
    void aClosedCipherHoldsNoKeyOfTheVault() {
        RowCipher cipher = keys.cipher();
        cipher.seal(PLACE, 1, 0, content);
        assertEquals(3, watch.withKeys().size());
        cipher.close();
        assertEquals(Set.of(), watch.withKeys());
    }

    @Test
    void aMacOfTheKeyringHoldsNoKeyAfterwards() {
        keys.blindIndex(1, new RowId(1, 2));
        keys.anchorMac(content);
        assertEquals(Set.of(), watch.withKeys());
    }

    @Test
    void aClosedKeyringHasOverwrittenItsSubkeys() {
        keys.anchorMac(content);
        keys.cipher().close();
        assertFalse(watch.keys().isEmpty());
        keys.close();
        assertTrue(watch.keys().stream().filter(key -> key != RowCipher.DUMMY).allMatch(Watch::wiped));
    }

    /** Keeps the arrays that it filled. */
    private static final class KeepingRandom extends SecureRandom {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient List<byte[]> filled = new ArrayList<>();

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 5);
            filled.add(bytes);
        }
    }

    @Test
    void aNewRecoveryCodeLeavesItsKeyNowhere() {
        KeepingRandom keeping = new KeepingRandom();
        RecoveryCode.generate(keeping).close();
        assertEquals(1, keeping.filled.size());
        assertTrue(overwritten(keeping.filled.getFirst()));
        assertEquals(0, watch.unclean());
    }

    @Test
    void aMistypedRecoveryCodeLeavesWhatItSaidNowhere() {
        try (SecretValue typed = SecretValue.copyOf(FormatWords.ascii("1".repeat(56)))) {
            assertThrows(VaultException.class, () -> RecoveryCode.decode(typed));
        }
        List<byte[]> keysInCodes =
                watch.inputs().stream().filter(array -> array.length == 32).toList();
        assertEquals(1, keysInCodes.size());
        assertTrue(overwritten(keysInCodes.getFirst()));
        assertEquals(0, watch.unclean());
    }
}
