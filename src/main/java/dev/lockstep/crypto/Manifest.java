package dev.lockstep.crypto;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedMap;

/**
 * The root of the vault's integrity: how many rows there are and what they add up to. Sealed under its own key with the counter as version.
 * Content, big-endian: {@code layout u8 = 2 | counter u64 | items u64, sum 16 | key-values u64, sum 16 | history u64, sum 16 | audit entries
 * u64, audit head 32 | slots digest 32 | epoch u32 | seals u64 | device 16 | wall time u64 | sync rows u64, sum 16}. Layout 1, of formats 1
 * and 2, ends with the wall time.
 *
 * @param counter grows by one with every transaction; the version of all rows that it writes
 * @param slots SHA-256 over {@code number u8 | length u32 | bytes} of each key slot, in order of their numbers
 * @param epoch number of the sealing subkeys in use
 * @param seals how many rows were sealed in this epoch
 * @param device random identity of the installation that wrote last
 * @param wallTime when that was, in milliseconds since 1970
 */
public record Manifest(
        long counter,
        Rows items,
        Rows keyValues,
        Rows history,
        Rows sync,
        Audit audit,
        byte[] slots,
        int epoch,
        long seals,
        RowId device,
        long wallTime) {
    private static final byte LAYOUT = 2;
    private static final byte LAYOUT_WITHOUT_SYNC = 1;
    private static final int FIRST_FORMAT_WITH_SYNC = 3;
    private static final int ROWS_SIZE = 8 + 16;
    private static final int SIZE_WITHOUT_SYNC = 1 + 8 + 3 * ROWS_SIZE + 8 + 32 + 32 + 4 + 8 + 16 + 8;
    private static final int SIZE = SIZE_WITHOUT_SYNC + ROWS_SIZE;
    private static final int DIGEST_SIZE = 32;

    /** When an epoch has sealed this many rows, the next one begins. */
    private static final long SEALS_PER_EPOCH = 1L << 28;

    /** Number of rows of a table and their set hash. */
    public record Rows(long count, SetHash sum) {
        public static final Rows NONE = new Rows(0, SetHash.EMPTY);

        public Rows with(SetHash element) {
            return new Rows(count + 1, sum.plus(element));
        }

        public Rows without(SetHash element) {
            return new Rows(count - 1, sum.minus(element));
        }
    }

    /** Number of audit entries and the newest one's chain value. */
    public record Audit(long entries, byte[] head) {
        public static final Audit NONE = new Audit(0, new byte[DIGEST_SIZE]);
    }

    /** The manifest of a vault without rows. */
    public static Manifest empty(SortedMap<Integer, byte[]> slots, RowId device) {
        return new Manifest(0, Rows.NONE, Rows.NONE, Rows.NONE, Rows.NONE, Audit.NONE, digest(slots), 0, 0, device, 0);
    }

    /** The digest of key slots, by their numbers. */
    public static byte[] digest(SortedMap<Integer, byte[]> slots) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<Integer, byte[]> slot : slots.entrySet()) {
                sha.update(slot.getKey().byteValue());
                sha.update(ByteBuffer.allocate(4).putInt(slot.getValue().length).array());
                sha.update(slot.getValue());
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The manifest of the next transaction, with its own counter and time. */
    public Manifest next(RowId writer, long now) {
        return next(writer, now, counter);
    }

    /**
     * The manifest of the next transaction, whose counter is above the one of this and above another: what continues an older copy of a
     * vault must not use counters again that the newer one had.
     */
    public Manifest next(RowId writer, long now, long above) {
        boolean full = seals >= SEALS_PER_EPOCH;
        return new Manifest(
                Math.max(counter, above) + 1,
                items,
                keyValues,
                history,
                sync,
                audit,
                slots,
                full ? epoch + 1 : epoch,
                full ? 0 : seals,
                writer,
                now);
    }

    public Manifest withRows(Rows newItems, Rows newKeyValues, Rows newHistory, Rows newSync, long newSeals) {
        return new Manifest(
                counter, newItems, newKeyValues, newHistory, newSync, audit, slots, epoch, newSeals, device, wallTime);
    }

    public Manifest withAudit(Audit newAudit) {
        return new Manifest(counter, items, keyValues, history, sync, newAudit, slots, epoch, seals, device, wallTime);
    }

    /** With other key slots, by their numbers. */
    public Manifest withSlots(SortedMap<Integer, byte[]> newSlots) {
        return new Manifest(
                counter, items, keyValues, history, sync, audit, digest(newSlots), epoch, seals, device, wallTime);
    }

    /** Sealed for its place, with the counter as version. */
    public SealedRow seal(RowCipher cipher) {
        return cipher.seal(RowAddress.MANIFEST, counter, 0, encode());
    }

    /**
     * Opens the manifest of a vault.
     *
     * @param format of the file, whose layout it has to have
     * @throws VaultException {@code PartDamaged} if it is not genuine or of another layout
     */
    public static Manifest open(RowCipher cipher, SealedRow row, int format) throws VaultException {
        byte layout = format < FIRST_FORMAT_WITH_SYNC ? LAYOUT_WITHOUT_SYNC : LAYOUT;
        Manifest manifest = decode(cipher.open(RowAddress.MANIFEST, row, Failure.Part.MANIFEST), layout);
        if (manifest.counter != row.version()) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.MANIFEST));
        }
        return manifest;
    }

    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).put(LAYOUT).putLong(counter);
        for (Rows rows : new Rows[] {items, keyValues, history}) {
            put(out, rows);
        }
        out.putLong(audit.entries())
                .put(audit.head())
                .put(slots)
                .putInt(epoch)
                .putLong(seals)
                .put(device.bytes())
                .putLong(wallTime);
        put(out, sync);
        return out.array();
    }

    private static void put(ByteBuffer out, Rows rows) {
        out.putLong(rows.count()).put(rows.sum().bytes());
    }

    static Manifest decode(byte[] content, byte layout) throws VaultException {
        int size = layout == LAYOUT_WITHOUT_SYNC ? SIZE_WITHOUT_SYNC : SIZE;
        if (content.length != size || content[0] != layout) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.MANIFEST));
        }
        ByteBuffer in = ByteBuffer.wrap(content, 1, size - 1);
        Rows sync = layout == LAYOUT_WITHOUT_SYNC
                ? Rows.NONE
                : rows(ByteBuffer.wrap(content, SIZE_WITHOUT_SYNC, ROWS_SIZE));
        return new Manifest(
                in.getLong(),
                rows(in),
                rows(in),
                rows(in),
                sync,
                new Audit(in.getLong(), bytes(in, DIGEST_SIZE)),
                bytes(in, DIGEST_SIZE),
                in.getInt(),
                in.getLong(),
                RowId.of(bytes(in, RowId.SIZE)),
                in.getLong());
    }

    private static Rows rows(ByteBuffer in) {
        return new Rows(in.getLong(), new SetHash(in.getLong(), in.getLong()));
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
