package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The opened heads, outside the heap: for each slot its content as {@link HeadCodec} writes it, and apart from that, close together for the
 * search, its {@link FoldedText}. Slots are numbered from 0 and never used again. Not safe for use by several threads.
 */
final class HeadTable implements AutoCloseable {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int GONE = 0;

    private final OffHeap memory = new OffHeap();
    private final Filling appending;
    private final FoldedTexts texts;
    private final SlotIndex byId;
    private final SlotIndex byName;
    private int count;
    private long[] places;
    private int[] lengths;
    private long[] idHigh;
    private long[] idLow;
    private long[] versions;

    HeadTable(int slots) {
        count = slots;
        int capacity = Math.max(16, slots);
        places = new long[capacity];
        lengths = new int[capacity];
        texts = new FoldedTexts(memory, capacity);
        idHigh = new long[capacity];
        idLow = new long[capacity];
        versions = new long[capacity];
        byId = new SlotIndex(capacity);
        byName = new SlotIndex(capacity);
        appending = new Filling(0);
    }

    /** Fills slots; several may work at once, each in one thread and on slots of its own. */
    final class Filling {
        private final OffHeap.Region contents;
        private final OffHeap.Region folded;

        /** @param expected how many bytes of content will come */
        Filling(long expected) {
            contents = memory.new Region(expected);
            folded = memory.new Region(expected / 3);
        }

        /** Fills a slot; {@link #indexId} and {@link #indexName} make it findable afterwards. */
        void fill(int slot, SecretId id, long version, byte[] content, int from, int length) {
            places[slot] = contents.put(content, from, length);
            lengths[slot] = length;
            texts.put(folded, slot, content, from, length);
            idHigh[slot] = id.row().high();
            idLow[slot] = id.row().low();
            versions[slot] = version;
        }
    }

    void indexId(int slot) {
        byId.add(idHash(slot), slot, this::idHash);
    }

    void indexName(int slot) {
        byName.add(nameHash(slot), slot, this::nameHash);
    }

    /**
     * Adds or replaces a head and tells its slot. The former content is overwritten; where neither collection nor texts differ from it, such as
     * after a value was shown, the slot stays, else it is a new one.
     */
    int put(SecretId id, long version, byte[] content) {
        int former = slot(id);
        if (former >= 0 && isFoundAlike(former, content)) {
            MemorySegment.copy(content, 0, segment(former), ValueLayout.JAVA_BYTE, offset(former), content.length);
            versions[former] = version;
            return former;
        }
        remove(former);
        int slot = count++;
        if (slot == places.length) {
            grow(slot * 2);
        }
        appending.fill(slot, id, version, content, 0, content.length);
        indexId(slot);
        indexName(slot);
        return slot;
    }

    private boolean isFoundAlike(int slot, byte[] content) {
        byte[] former = content(slot);
        boolean alike = HeadCodec.isFoundAlike(former, content);
        Arrays.fill(former, (byte) 0);
        return alike;
    }

    void remove(int slot) {
        if (slot >= 0 && alive(slot)) {
            byId.remove(idHash(slot), slot);
            byName.remove(nameHash(slot), slot);
            memory.wipe(places[slot], lengths[slot]);
            texts.wipe(slot);
            lengths[slot] = GONE;
        }
    }

    private void grow(int capacity) {
        places = Arrays.copyOf(places, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        texts.grow(capacity);
        idHigh = Arrays.copyOf(idHigh, capacity);
        idLow = Arrays.copyOf(idLow, capacity);
        versions = Arrays.copyOf(versions, capacity);
    }

    /** How many slots were ever given out. */
    int slots() {
        return count;
    }

    boolean alive(int slot) {
        return lengths[slot] != GONE;
    }

    SecretId id(int slot) {
        return new SecretId(new RowId(idHigh[slot], idLow[slot]));
    }

    long idHigh(int slot) {
        return idHigh[slot];
    }

    long idLow(int slot) {
        return idLow[slot];
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
                    && unsignedShortAt(slot, HeadCodec.NAME_AT) == sought.length
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
        return texts.contains(slot, words);
    }

    /** Orders by folded name, then by what follows it, then by id. */
    int compareNames(int left, int right) {
        int compared = texts.compare(left, right);
        return compared != 0 ? compared : compareIds(left, right);
    }

    int compareIds(int left, int right) {
        int high = Long.compareUnsigned(idHigh[left], idHigh[right]);
        return high != 0 ? high : Long.compareUnsigned(idLow[left], idLow[right]);
    }

    /** The tags of a secret, without decoding the rest of its head. */
    List<String> tags(int slot) {
        long at = offset(slot) + HeadCodec.NAME_AT;
        for (int text = 0; text < HeadCodec.TEXTS_BEFORE_TAGS; text++) {
            at = afterText(segment(slot), at);
        }
        int count = Short.toUnsignedInt(segment(slot).get(SHORT, at));
        at += Short.BYTES;
        List<String> tags = new ArrayList<>(count);
        for (int tag = 0; tag < count; tag++) {
            tags.add(text(slot, at));
            at = afterText(segment(slot), at);
        }
        return tags;
    }

    /** The name of a secret, without decoding the rest of its head. */
    String name(int slot) {
        return text(slot, offset(slot) + HeadCodec.NAME_AT);
    }

    private String text(int slot, long at) {
        int length = Short.toUnsignedInt(segment(slot).get(SHORT, at));
        byte[] bytes = segment(slot).asSlice(at + Short.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long afterText(MemorySegment content, long at) {
        return at + Short.BYTES + Short.toUnsignedInt(content.get(SHORT, at));
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
        return nameHash(collection(slot), segment(slot), nameAt, unsignedShortAt(slot, HeadCodec.NAME_AT));
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
