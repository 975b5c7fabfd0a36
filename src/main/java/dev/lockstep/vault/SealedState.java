package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Everything of a vault that is opened at unlock, as it stood in one moment, still sealed. It can be read before the password is known. */
final class SealedState {
    /** The format that this program writes. */
    static final int NEWEST_FORMAT = 3;

    /** The first format whose heads pin the history. */
    static final int PINS_HISTORY = 2;

    /** The first format with rows about remotes. */
    static final int HAS_SYNC = 3;

    private static final int CHUNK = 1 << 20;

    private final int format;
    private final SortedMap<Integer, byte[]> slots;
    private final byte[] manifest;
    private final Map<RowId, byte[]> keyValues = new LinkedHashMap<>();
    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;
    private int count;
    private long[] places = new long[1024];
    private int[] sizes = new int[1024];

    SealedState(int format, SortedMap<Integer, byte[]> slots, byte[] manifest) {
        this.format = format;
        this.slots = slots;
        this.manifest = manifest;
    }

    static SealedState read(Transaction transaction) throws VaultException {
        SealedState state = new SealedState(transaction.format(), transaction.slots(), manifestWire(transaction));
        transaction.eachItem(state::add);
        transaction.eachKeyValue((key, wire) -> state.keyValues.put(rowId(key), wire));
        return state;
    }

    /**
     * The manifest's row as it stands in the file.
     *
     * @throws VaultException {@code PartDamaged} if there is none
     */
    static byte[] manifestWire(Transaction transaction) throws VaultException {
        return transaction.manifest().orElseThrow(SealedState::noManifest);
    }

    /**
     * The manifest's row.
     *
     * @throws VaultException {@code PartDamaged} if there is none, or it is too short to be one
     */
    static SealedRow manifestRow(Transaction transaction) throws VaultException {
        return SealedRow.of(manifestWire(transaction)).orElseThrow(SealedState::noManifest);
    }

    private static VaultException noManifest() {
        return new VaultException(new Failure.PartDamaged(Failure.Part.MANIFEST));
    }

    /** The opened manifest; empty if there is none that is genuine. */
    static Optional<Manifest> readableManifest(Transaction transaction, RowCipher cipher) throws VaultException {
        Optional<SealedRow> row = transaction.manifest().flatMap(SealedRow::of);
        try {
            int format = transaction.format();
            return row.isEmpty() ? Optional.empty() : Optional.of(Manifest.open(cipher, row.get(), format));
        } catch (VaultException notGenuine) {
            return Optional.empty();
        }
    }

    /**
     * Makes sure that a state is the expected one, by its manifest's row or another digest of it.
     *
     * @throws VaultException {@code Busy} if somebody else changed it meanwhile
     */
    static void requireSame(byte[] expected, byte @Nullable [] found) throws VaultException {
        if (!Arrays.equals(expected, found)) {
            throw new VaultException(new Failure.Busy());
        }
    }

    /** A key of the wrong length gets an identity that no row has, so that opening the row fails. */
    private static RowId rowId(byte[] id) {
        return id.length == RowId.SIZE ? RowId.of(id) : new RowId(0, 0);
    }

    void add(byte[] id, byte[] sealed) {
        int size = RowId.SIZE + sealed.length;
        if (used + size > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, size)]);
            used = 0;
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        byte[] chunk = chunks.getLast();
        System.arraycopy(rowId(id).bytes(), 0, chunk, used, RowId.SIZE);
        System.arraycopy(sealed, 0, chunk, used + RowId.SIZE, sealed.length);
        places[count] = (long) (chunks.size() - 1) << 32 | used;
        sizes[count++] = sealed.length;
        used += size;
    }

    int format() {
        return format;
    }

    SortedMap<Integer, byte[]> slots() {
        return slots;
    }

    List<byte[]> slotList() {
        return List.copyOf(slots.values());
    }

    byte[] manifestWire() {
        return manifest;
    }

    SealedRow manifest() throws VaultException {
        return SealedRow.of(manifest)
                .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.MANIFEST)));
    }

    Map<RowId, byte[]> keyValues() {
        return keyValues;
    }

    int heads() {
        return count;
    }

    /** The array in which a head stands; its sealed bytes begin at {@link #offset}. */
    byte[] chunk(int head) {
        return chunks.get((int) (places[head] >>> 32));
    }

    int offset(int head) {
        return (int) places[head] + RowId.SIZE;
    }

    int size(int head) {
        return sizes[head];
    }

    RowId id(int head) {
        int from = (int) places[head];
        return RowId.of(Arrays.copyOfRange(chunk(head), from, from + RowId.SIZE));
    }
}
