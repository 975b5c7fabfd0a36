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
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final Failure DAMAGED = new Failure.PartDamaged(Failure.Part.MANIFEST);
    private final Random random = new Random(17);

    private static final byte LAYOUT = 2;

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
            assertEquals(213, content.length);
            assertArrayEquals(content, Manifest.decode(content, LAYOUT).encode());
        }
    }

    @Test
    void otherLengthsAndLayoutsAreRefused() {
        byte[] content = any().encode();
        for (int length = 0; length < 220; length++) {
            if (length != 213) {
                byte[] other = Arrays.copyOf(content, length);
                assertEquals(
                        DAMAGED,
                        assertThrows(VaultException.class, () -> Manifest.decode(other, LAYOUT))
                                .failure());
            }
        }
        content[0] = 1;
        assertEquals(
                DAMAGED,
                assertThrows(VaultException.class, () -> Manifest.decode(content, LAYOUT))
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
                    assertThrows(VaultException.class, () -> Manifest.open(cipher, lying, 3))
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
        Manifest fresh = manifest.withRows(
                manifest.items(), manifest.keyValues(), manifest.history(), manifest.sync(), (1 << 28) - 1);
        assertEquals(manifest.epoch(), fresh.next(RowId.random(random), 5).epoch());
        assertEquals((1 << 28) - 1, fresh.next(RowId.random(random), 5).seals());
        Manifest full =
                manifest.withRows(manifest.items(), manifest.keyValues(), manifest.history(), manifest.sync(), 1 << 28);
        Manifest next = full.next(RowId.random(random), 5);
        assertEquals(manifest.epoch() + 1, next.epoch());
        assertEquals(0, next.seals());
        assertEquals(manifest.counter() + 1, next.counter());
    }

    @Test
    void theDigestIsSha256OverNumberLengthAndBytesOfEachSlot() throws Exception {
        SortedMap<Integer, byte[]> two = new TreeMap<>();
        two.put(2, new byte[] {6});
        two.put(1, new byte[] {5});
        byte[] told = {1, 0, 0, 0, 1, 5, 2, 0, 0, 0, 1, 6};
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(told), Manifest.digest(two));
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(), Manifest.digest(new TreeMap<>()));
    }

    @Test
    void aNewVaultHasNothingButItsSlotsAndItsDevice() {
        SortedMap<Integer, byte[]> slots = new TreeMap<>();
        slots.put(1, bytes(160));
        RowId device = RowId.random(random);
        Manifest empty = Manifest.empty(slots, device);
        byte[] expected = new byte[213];
        expected[0] = 2;
        System.arraycopy(Manifest.digest(slots), 0, expected, 121, 32);
        System.arraycopy(device.bytes(), 0, expected, 165, 16);
        assertArrayEquals(expected, empty.encode());
    }

    @Test
    void eachPartIsExchangedByItself() {
        Manifest manifest = any();
        Manifest.Audit audit = new Manifest.Audit(7, bytes(32));
        assertChanged(manifest, manifest.withAudit(audit), 81, 121);
        assertArrayEquals(
                audit.head(), Arrays.copyOfRange(manifest.withAudit(audit).encode(), 89, 121));
        SortedMap<Integer, byte[]> slots = new TreeMap<>();
        slots.put(3, bytes(160));
        assertChanged(manifest, manifest.withSlots(slots), 121, 153);
        assertArrayEquals(Manifest.digest(slots), manifest.withSlots(slots).slots());
        Manifest.Rows items = manifest.items();
        Manifest.Rows kv = manifest.keyValues();
        Manifest.Rows history = manifest.history();
        Manifest.Rows sync = manifest.sync();
        long seals = manifest.seals();
        assertChanged(manifest, manifest.withRows(rows(), kv, history, sync, seals), 9, 33);
        assertChanged(manifest, manifest.withRows(items, rows(), history, sync, seals), 33, 57);
        assertChanged(manifest, manifest.withRows(items, kv, rows(), sync, seals), 57, 81);
        assertChanged(manifest, manifest.withRows(items, kv, history, rows(), seals), 189, 213);
        assertChanged(manifest, manifest.withRows(items, kv, history, sync, ~seals), 157, 165);
    }

    @Test
    void aManifestHasTheLayoutOfTheFormatOfItsFile() throws Exception {
        SecureRandom secure = new SecureRandom();
        try (Keyring keys = new Keyring(VaultKey.create(secure), secure);
                RowCipher cipher = keys.cipher()) {
            Manifest manifest = any();
            byte[] former = Arrays.copyOf(manifest.encode(), 189);
            former[0] = 1;
            SealedRow older = cipher.seal(RowAddress.MANIFEST, manifest.counter(), 0, former);
            for (int format : new int[] {1, 2}) {
                Manifest opened = Manifest.open(cipher, older, format);
                assertEquals(Manifest.Rows.NONE, opened.sync());
                assertEquals(manifest.wallTime(), opened.wallTime());
                SealedRow newer = manifest.seal(cipher);
                assertThrows(VaultException.class, () -> Manifest.open(cipher, newer, format));
            }
            assertEquals(
                    DAMAGED,
                    assertThrows(VaultException.class, () -> Manifest.open(cipher, older, 3))
                            .failure());
        }
    }

    private static void assertChanged(Manifest before, Manifest after, int from, int to) {
        byte[] old = before.encode();
        byte[] changed = after.encode();
        assertFalse(Arrays.equals(old, from, to, changed, from, to));
        System.arraycopy(old, from, changed, from, to - from);
        assertArrayEquals(old, changed);
    }

    @Test
    void theNextCounterIsAboveItsOwnAndAboveWhatWasSeenElsewhere() {
        Manifest manifest =
                Manifest.empty(new TreeMap<>(), RowId.random(random)).next(RowId.random(random), 1);
        RowId writer = RowId.random(random);
        assertEquals(1, manifest.counter());
        assertEquals(2, manifest.next(writer, 9).counter());
        assertEquals(2, manifest.next(writer, 9, 0).counter());
        assertEquals(51, manifest.next(writer, 9, 50).counter());
        assertEquals(writer, manifest.next(writer, 9).device());
        assertEquals(9, manifest.next(writer, 9).wallTime());
    }

    @Test
    void rowsAreCountedAndSummed() {
        SetHash element = new SetHash(random.nextLong(), random.nextLong());
        SetHash other = new SetHash(random.nextLong(), random.nextLong());
        Manifest.Rows one = Manifest.Rows.NONE.with(element);
        assertEquals(new Manifest.Rows(1, element), one);
        assertEquals(new Manifest.Rows(2, element.plus(other)), one.with(other));
        assertEquals(new Manifest.Rows(1, other), one.with(other).without(element));
        assertEquals(Manifest.Rows.NONE, one.without(element));
    }

    @Test
    void whatWasSealedOpens() throws Exception {
        SecureRandom secure = new SecureRandom();
        try (Keyring keys = new Keyring(VaultKey.create(secure), secure);
                RowCipher cipher = keys.cipher()) {
            Manifest manifest = any();
            SealedRow row = manifest.seal(cipher);
            assertEquals(manifest.counter(), row.version());
            assertArrayEquals(manifest.encode(), Manifest.open(cipher, row, 3).encode());
        }
    }
}
