package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final Failure DAMAGED = new Failure.PartDamaged(Failure.Part.MANIFEST);
    private final Random random = new Random(17);

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private Manifest.Rows rows() {
        return new Manifest.Rows(random.nextLong(), new SetHash(random.nextLong(), random.nextLong()));
    }

    private Manifest any() {
        return new Manifest(
                random.nextLong(),
                rows(),
                rows(),
                rows(),
                new Manifest.Audit(random.nextLong(), bytes(32)),
                bytes(32),
                random.nextInt(),
                random.nextLong(),
                RowId.random(random),
                random.nextLong());
    }

    @Test
    void itComesBackAsItWasWritten() throws Exception {
        for (int round = 0; round < 1000; round++) {
            byte[] content = any().encode();
            assertEquals(189, content.length);
            assertArrayEquals(content, Manifest.decode(content).encode());
        }
    }

    @Test
    void otherLengthsAndLayoutsAreRefused() {
        byte[] content = any().encode();
        for (int length = 0; length < 220; length++) {
            if (length != 189) {
                byte[] other = Arrays.copyOf(content, length);
                assertEquals(
                        DAMAGED,
                        assertThrows(VaultException.class, () -> Manifest.decode(other))
                                .failure());
            }
        }
        content[0] = 2;
        assertEquals(
                DAMAGED,
                assertThrows(VaultException.class, () -> Manifest.decode(content))
                        .failure());
    }

    @Test
    void itsCounterIsTheVersionOfItsRow() {
        SecureRandom secure = new SecureRandom();
        try (Keyring keys = new Keyring(VaultKey.create(secure), secure);
                RowCipher cipher = keys.cipher()) {
            Manifest manifest = any();
            SealedRow lying = cipher.seal(RowAddress.MANIFEST, manifest.counter() + 1, 0, manifest.encode());
            assertEquals(
                    DAMAGED,
                    assertThrows(VaultException.class, () -> Manifest.open(cipher, lying))
                            .failure());
        }
    }

    @Test
    void theDigestKnowsNumbersOrderAndBordersOfSlots() {
        byte[] slot = bytes(160);
        byte[] other = bytes(160);
        SortedMap<Integer, byte[]> slots = new TreeMap<>();
        slots.put(1, slot);
        slots.put(2, other);
        byte[] digest = Manifest.digest(slots);
        SortedMap<Integer, byte[]> swapped = new TreeMap<>();
        swapped.put(1, other);
        swapped.put(2, slot);
        assertFalse(Arrays.equals(digest, Manifest.digest(swapped)));
        slots.remove(2);
        slots.put(3, other);
        assertFalse(Arrays.equals(digest, Manifest.digest(slots)));
        slots.put(3, Arrays.copyOf(other, 159));
        assertFalse(Arrays.equals(digest, Manifest.digest(slots)));
    }

    @Test
    void anEpochEndsAfterItsSeals() {
        Manifest manifest = any();
        Manifest fresh = manifest.withRows(manifest.items(), manifest.keyValues(), manifest.history(), (1 << 28) - 1);
        assertEquals(manifest.epoch(), fresh.next(RowId.random(random), 5).epoch());
        assertEquals((1 << 28) - 1, fresh.next(RowId.random(random), 5).seals());
        Manifest full = manifest.withRows(manifest.items(), manifest.keyValues(), manifest.history(), 1 << 28);
        Manifest next = full.next(RowId.random(random), 5);
        assertEquals(manifest.epoch() + 1, next.epoch());
        assertEquals(0, next.seals());
        assertEquals(manifest.counter() + 1, next.counter());
    }
}
