package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.Table;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowCipherTest {
    private static final RowId ID = new RowId(0x0102030405060708L, -1);
    private final Random random = new Random(21);
    private final SecureRandom secure = new SecureRandom();
    private final Keyring keys = new Keyring(VaultKey.create(secure), secure);
    private final RowCipher cipher = keys.cipher();

    @AfterEach
    void close() {
        cipher.close();
        keys.close();
    }

    private byte[] content(int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    private int opened(RowAddress address, byte[] wire) {
        return cipher.open(address, wire, 0, wire.length, new byte[wire.length]);
    }

    @Test
    void theRoomHasToHoldThePaddedContentAndNothingMore() {
        RowAddress address = new RowAddress(Table.VALUE, 1, ID);
        byte[] content = content(60);
        byte[] wire = cipher.seal(address, 1, 1, content).wire();
        byte[] room = new byte[64];
        assertEquals(60, cipher.open(address, wire, 0, wire.length, room));
        assertArrayEquals(content, Arrays.copyOfRange(room, 4, 64));
        assertEquals(-1, cipher.open(address, wire, 0, wire.length, new byte[63]));
    }

    @Test
    void whatWasSealedOpensAtItsPlaceWithItsVersionAndEpoch() throws Exception {
        for (Table table : Table.values()) {
            for (int length : new int[] {0, 1, 60, 61, 252, 253, 5000}) {
                RowAddress address = new RowAddress(table, table == Table.VALUE ? 65_535 : 1, ID);
                byte[] content = content(length);
                SealedRow row = cipher.seal(address, Long.MAX_VALUE - length, length, content);
                assertArrayEquals(content, cipher.open(address, row, Failure.Part.VALUE));
                assertEquals(Long.MAX_VALUE - length, row.version());
                assertEquals(length, row.epoch());
            }
        }
    }

    @Test
    void noOtherPlaceOpensIt() {
        byte[] wire = cipher.seal(RowAddress.value(ID, 1), 5, 0, content(20)).wire();
        List<RowAddress> others = List.of(
                RowAddress.value(ID, 2),
                RowAddress.value(new RowId(ID.high(), 0), 1),
                RowAddress.value(new RowId(0, ID.low()), 1),
                RowAddress.history(ID, 1),
                RowAddress.item(ID),
                RowAddress.keyValue(ID, 1),
                RowAddress.MANIFEST);
        for (RowAddress other : others) {
            assertEquals(-1, opened(other, wire), other.toString());
        }
        try (Keyring foreign = new Keyring(VaultKey.create(secure), secure);
                RowCipher theirs = foreign.cipher()) {
            assertEquals(-1, theirs.open(RowAddress.value(ID, 1), wire, 0, wire.length, new byte[wire.length]));
        }
        assertEquals(20, opened(RowAddress.value(ID, 1), wire));
    }

    @Test
    void everyFlippedBitAndEveryMissingByteIsFound() {
        RowAddress address = RowAddress.item(ID);
        byte[] wire = cipher.seal(address, 5, 3, content(100)).wire();
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] damaged = wire.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(-1, opened(address, damaged), "bit " + bit);
        }
        for (int length = 0; length < wire.length; length++) {
            assertEquals(-1, opened(address, Arrays.copyOf(wire, length)), "length " + length);
        }
        VaultException failed = assertThrows(
                VaultException.class, () -> cipher.open(RowAddress.MANIFEST, row(wire), Failure.Part.HISTORY));
        assertEquals(new Failure.PartDamaged(Failure.Part.HISTORY), failed.failure());
        assertEquals(100, opened(address, wire));
    }

    private static SealedRow row(byte[] wire) {
        return SealedRow.of(wire).orElseThrow();
    }

    @Test
    void randomBytesNeverOpenAndNeverThrow() {
        for (int round = 0; round < 20_000; round++) {
            byte[] wire = content(random.nextInt(120));
            if (wire.length > 5 && random.nextBoolean()) {
                wire[0] = 1;
                Arrays.fill(wire, 1, 5, (byte) 0);
            }
            assertEquals(-1, opened(RowAddress.item(ID), wire));
        }
    }

    @Test
    void aGeneratorThatIsStuckRepeatsNoNonceForOtherContent() {
        SecureRandom stuck = new StuckRandom();
        try (Keyring stuckKeys = new Keyring(VaultKey.create(secure), stuck);
                RowCipher sealing = stuckKeys.cipher()) {
            Set<ByteBuffer> nonces = new HashSet<>();
            byte[] content = new byte[8];
            for (int i = 0; i < 100_000; i++) {
                ByteBuffer.wrap(content).putLong(i / 2);
                SealedRow row = sealing.seal(RowAddress.value(ID, 1), i % 2, 0, content);
                nonces.add(ByteBuffer.wrap(Arrays.copyOfRange(row.wire(), 13, 25)));
            }
            assertEquals(100_000, nonces.size());
        }
    }

    @Test
    void equalContentsLookDifferentAndTheLengthTellsTheBucketOnly() {
        RowAddress address = RowAddress.value(ID, 1);
        byte[] zeros = new byte[300];
        assertNotEquals(
                ByteBuffer.wrap(cipher.seal(address, 1, 0, zeros).wire()),
                ByteBuffer.wrap(cipher.seal(address, 1, 0, zeros).wire()));
        for (int length = 253; length <= 508; length++) {
            assertEquals(
                    512 + SealedRow.OVERHEAD,
                    cipher.seal(address, 1, 0, new byte[length]).wire().length);
            assertEquals(
                    512 + SealedRow.OVERHEAD,
                    cipher.seal(address, 1, 0, content(length)).wire().length);
        }
    }

    @Test
    void theElementOfARowHangsOnItsTagAndTheKey() {
        SealedRow one = cipher.seal(RowAddress.item(ID), 1, 0, new byte[0]);
        SealedRow two = cipher.seal(RowAddress.item(ID), 1, 0, new byte[0]);
        assertNotEquals(cipher.element(one), cipher.element(two));
        byte[] larger = new byte[one.wire().length + 9];
        System.arraycopy(one.wire(), 0, larger, 9, one.wire().length);
        assertEquals(cipher.element(one), cipher.element(larger, 9, one.wire().length));
    }

    @Test
    void aClosedKeyringOpensNothingMore() {
        RowAddress address = RowAddress.item(ID);
        byte[] wire = cipher.seal(address, 1, 0, content(9)).wire();
        keys.close();
        assertThrows(IllegalStateException.class, () -> opened(address, wire));
        assertThrows(IllegalStateException.class, () -> keys.blindIndex(1, ID));
    }

    @Test
    void headsGrowInStepsOf256BytesAndOtherRowsInBuckets() {
        assertEquals(
                768 + SealedRow.OVERHEAD,
                cipher.seal(RowAddress.item(ID), 1, 0, new byte[600]).wire().length);
        for (Table table : Table.values()) {
            if (table != Table.ITEM) {
                SealedRow row = cipher.seal(new RowAddress(table, 0, ID), 1, 0, new byte[600]);
                assertEquals(1024 + SealedRow.OVERHEAD, row.wire().length);
            }
        }
    }

    @Test
    void whatACipherDidBeforeDoesNotMatter() {
        List<RowAddress> places =
                List.of(RowAddress.item(ID), RowAddress.value(ID, 1), RowAddress.MANIFEST, RowAddress.audit(1));
        for (RowAddress address : places) {
            for (int epoch = 0; epoch < 3; epoch++) {
                byte[] wire = cipher.seal(address, 1, epoch, content(30)).wire();
                try (RowCipher fresh = keys.cipher()) {
                    assertEquals(
                            30,
                            fresh.open(address, wire, 0, wire.length, new byte[wire.length]),
                            address + " " + epoch);
                }
            }
        }
    }
}
