package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The opened heads, outside the heap: for each slot its content as {@link HeadCodec} writes it, followed by its folded text {@code name 0
 * description 0 tags}. Slots are numbered from 0 and never used again. Not safe for use by several threads.
 */
final class HeadTable implements AutoCloseable {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int GONE = 0;

    private final OffHeap memory = new OffHeap();
    private OffHeap.Region appending;
    private final SlotIndex byId;
    private final SlotIndex byName;
    private int count;
    private int live;
    private long[] places;
    private int[] lengths;
    private int[] foldedLengths;
    private long[] idHigh;
    private long[] idLow;
    private long[] versions;

    HeadTable(int slots) {
        count = slots;
        int capacity = Math.max(16, slots);
        places = new long[capacity];
        lengths = new int[capacity];
        foldedLengths = new int[capacity];
        idHigh = new long[capacity];
        idLow = new long[capacity];
        versions = new long[capacity];
        byId = new SlotIndex(capacity);
        byName = new SlotIndex(capacity);
        appending = memory.new Region(0);
    }

    /** A region for one of several threads that fill slots at once. */
    OffHeap.Region region(long expected) {
        return memory.new Region(expected);
    }

    /** Fills a slot that no other thread fills; {@link #index} makes it findable afterwards. */
    void fill(OffHeap.Region region, int slot, SecretId id, long version, byte[] content, int from, int length) {
        byte[] folded = FoldedText.of(content, from, length);
        region.reserve(length + folded.length);
        places[slot] = region.put(content, from, length);
        region.put(folded, 0, folded.length);
        Arrays.fill(folded, (byte) 0);
        lengths[slot] = length;
        foldedLengths[slot] = folded.length;
        idHigh[slot] = id.row().high();
        idLow[slot] = id.row().low();
        versions[slot] = version;
    }

    void index(int slot) {
        byId.add(idHash(slot), slot, this::idHash);
        byName.add(nameHash(slot), slot, this::nameHash);
        live++;
    }

    /** Adds or replaces a head and tells its slot; a replaced head gets a new slot and its old content is overwritten. */
    int put(SecretId id, long version, byte[] content) {
        remove(slot(id));
        int slot = count++;
        if (slot == places.length) {
            grow(slot * 2);
        }
        fill(appending, slot, id, version, content, 0, content.length);
        index(slot);
        return slot;
    }

    void remove(int slot) {
        if (slot >= 0 && alive(slot)) {
            byId.remove(idHash(slot), slot);
            byName.remove(nameHash(slot), slot);
            memory.wipe(places[slot], lengths[slot] + foldedLengths[slot]);
            lengths[slot] = GONE;
            live--;
        }
    }

    private void grow(int capacity) {
        places = Arrays.copyOf(places, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        foldedLengths = Arrays.copyOf(foldedLengths, capacity);
        idHigh = Arrays.copyOf(idHigh, capacity);
        idLow = Arrays.copyOf(idLow, capacity);
        versions = Arrays.copyOf(versions, capacity);
    }

    /** How many slots were ever given out. */
    int slots() {
        return count;
    }

    int live() {
        return live;
    }

    boolean alive(int slot) {
        return lengths[slot] != GONE;
    }

    SecretId id(int slot) {
        return new SecretId(new RowId(idHigh[slot], idLow[slot]));
    }

    long version(int slot) {
        return versions[slot];
    }

    /** The slot of a secret, or -1. */
    int slot(SecretId id) {
        return byId.find(
                idHash(id.row().high(), id.row().low()),
                slot -> idHigh[slot] == id.row().high()
                        && idLow[slot] == id.row().low());
    }

    /** The slot of the secret of that name in a collection and outside the trash, or -1. */
    int named(CollectionId collection, String name) {
        byte[] sought = Wire.utf8(name);
        MemorySegment soughtSegment = MemorySegment.ofArray(sought);
        return byName.find(nameHash(collection, soughtSegment, 0, sought.length), slot -> {
            long nameAt = offset(slot) + HeadCodec.NAME_AT + 2;
            return in(slot, collection)
                    && longAt(slot, HeadCodec.TRASHED_AT) == 0
                    && nameLength(slot) == sought.length
                    && MemorySegment.mismatch(
                                    segment(slot), nameAt, nameAt + sought.length, soughtSegment, 0, sought.length)
                            < 0;
        });
    }

    boolean in(int slot, CollectionId collection) {
        return longAt(slot, HeadCodec.COLLECTION_AT) == collection.row().high()
                && longAt(slot, HeadCodec.COLLECTION_AT + 8) == collection.row().low();
    }

    CollectionId collection(int slot) {
        return new CollectionId(
                new RowId(longAt(slot, HeadCodec.COLLECTION_AT), longAt(slot, HeadCodec.COLLECTION_AT + 8)));
    }

    long longAt(int slot, int at) {
        return segment(slot).get(LONG, offset(slot) + at);
    }

    int intAt(int slot, int at) {
        return segment(slot).get(INT, offset(slot) + at);
    }

    int unsignedShortAt(int slot, int at) {
        return Short.toUnsignedInt(segment(slot).get(SHORT, offset(slot) + at));
    }

    byte byteAt(int slot, int at) {
        return segment(slot).get(ValueLayout.JAVA_BYTE, offset(slot) + at);
    }

    /** Decodes a head. */
    Head head(int slot) throws VaultException {
        byte[] content = content(slot);
        try {
            return HeadCodec.decode(content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    byte[] content(int slot) {
        return segment(slot).asSlice(offset(slot), lengths[slot]).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Whether all the folded words occur in name, description or tags. */
    boolean contains(int slot, List<byte[]> words) {
        MemorySegment text = segment(slot);
        long from = offset(slot) + lengths[slot];
        for (byte[] word : words) {
            if (!Folding.contains(text, from, foldedLengths[slot], word)) {
                return false;
            }
        }
        return true;
    }

    /** Orders by folded name, then by what follows it, then by id. */
    int compareNames(int left, int right) {
        long leftFrom = offset(left) + lengths[left];
        long rightFrom = offset(right) + lengths[right];
        MemorySegment leftText = segment(left);
        MemorySegment rightText = segment(right);
        long at = MemorySegment.mismatch(
                leftText,
                leftFrom,
                leftFrom + foldedLengths[left],
                rightText,
                rightFrom,
                rightFrom + foldedLengths[right]);
        if (at >= 0 && at < foldedLengths[left] && at < foldedLengths[right]) {
            return Byte.compareUnsigned(
                    leftText.get(ValueLayout.JAVA_BYTE, leftFrom + at),
                    rightText.get(ValueLayout.JAVA_BYTE, rightFrom + at));
        }
        int byLength = Integer.compare(foldedLengths[left], foldedLengths[right]);
        return byLength != 0 ? byLength : compareIds(left, right);
    }

    int compareIds(int left, int right) {
        int high = Long.compareUnsigned(idHigh[left], idHigh[right]);
        return high != 0 ? high : Long.compareUnsigned(idLow[left], idLow[right]);
    }

    /** The first eight bytes of the folded name, so that most comparisons need no more. */
    long namePrefix(int slot) {
        MemorySegment text = segment(slot);
        long from = offset(slot) + lengths[slot];
        return foldedLengths[slot] >= Long.BYTES ? text.get(LONG, from) : 0;
    }

    private int nameLength(int slot) {
        return unsignedShortAt(slot, HeadCodec.NAME_AT);
    }

    private MemorySegment segment(int slot) {
        return memory.segment(places[slot]);
    }

    private long offset(int slot) {
        return OffHeap.offset(places[slot]);
    }

    private long idHash(int slot) {
        return idHash(idHigh[slot], idLow[slot]);
    }

    private static long idHash(long high, long low) {
        return high ^ Long.rotateLeft(low, 32);
    }

    private long nameHash(int slot) {
        long nameAt = offset(slot) + HeadCodec.NAME_AT + 2;
        return nameHash(collection(slot), segment(slot), nameAt, nameLength(slot));
    }

    private static long nameHash(CollectionId collection, MemorySegment text, long from, int length) {
        long hash = collection.row().low();
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + text.get(ValueLayout.JAVA_BYTE, from + i);
        }
        return hash;
    }

    /** Overwrites and frees everything; the table must not be used afterwards. */
    @Override
    public void close() {
        memory.close();
    }
}
