package dev.lockstep.vault;

import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The content of a head, big-endian, texts as {@code length u16 | UTF-8}:
 *
 * <pre>
 *   0  layout u8 = 2 | flags u8 (1 favourite) | kind u8
 *   3  created, modified, value changed, last revealed, trashed: milliseconds since 1970, u64 each, 0 = never
 *  43  rotate-by day since 1970 i32 (lowest = none) | lead days u16
 *  49  collection 16
 *  65  number of value fields u8 = 1
 *  66  field u16 = 1 | size u32 | versions u32 | strength u8 | version u64 | tag 16 | fingerprint 8 | history sum 16
 * 125  name | description | URL (empty so far) | number of tags u16 | tags
 * </pre>
 */
final class HeadCodec {
    static final int VALUE_FIELD = 1;

    static final int FLAGS_AT = 1;
    static final int KIND_AT = 2;
    static final int CREATED_AT = 3;
    static final int MODIFIED_AT = 11;
    static final int VALUE_CHANGED_AT = 19;
    static final int LAST_REVEALED_AT = 27;
    static final int TRASHED_AT = 35;
    static final int ROTATE_BY_AT = 43;
    static final int LEAD_DAYS_AT = 47;
    static final int COLLECTION_AT = 49;
    static final int FIELDS_AT = 65;
    static final int SIZE_AT = 68;
    static final int VERSIONS_AT = 72;
    static final int STRENGTH_AT = 76;
    static final int TAG_AT = 85;
    static final int FINGERPRINT_AT = 101;
    static final int HISTORY_AT = 109;
    static final int NAME_AT = HISTORY_AT + RowId.SIZE;

    /** Name, description and URL. */
    static final int TEXTS_BEFORE_TAGS = 3;

    static final byte FAVOURITE = 1;
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final byte LAYOUT = 2;
    private static final byte LAYOUT_OF_FORMAT_1 = 1;

    private HeadCodec() {}

    static byte[] encode(Head head) {
        SecretDetails details = head.details();
        List<byte[]> texts = new ArrayList<>();
        texts.add(Wire.utf8(details.name()));
        texts.add(Wire.utf8(details.description()));
        texts.add(Wire.utf8(""));
        List<byte[]> tags = details.tags().stream().map(Wire::utf8).toList();
        int size = NAME_AT + 2 + Wire.size(texts) + Wire.size(tags);
        ByteBuffer out = ByteBuffer.allocate(size)
                .put(LAYOUT)
                .put(details.favourite() ? FAVOURITE : 0)
                .put((byte) details.kind().code())
                .putLong(head.created())
                .putLong(head.modified())
                .putLong(head.valueChanged())
                .putLong(head.lastRevealed())
                .putLong(head.trashed())
                .putInt(details.rotateBy().map(day -> (int) day.toEpochDay()).orElse(NO_DAY))
                .putShort((short) details.leadDays())
                .put(details.collection().row().bytes());
        put(out, head.value());
        texts.forEach(text -> Wire.put(out, text));
        out.putShort((short) tags.size());
        tags.forEach(tag -> Wire.put(out, tag));
        return out.array();
    }

    private static void put(ByteBuffer out, Head.ValueInfo value) {
        out.put((byte) 1)
                .putShort((short) VALUE_FIELD)
                .putInt(value.size())
                .putInt(value.versions())
                .put((byte) value.strength().code())
                .putLong(value.version())
                .put(value.tag())
                .put(value.fingerprint())
                .put(value.history().bytes());
    }

    /**
     * A head of format 1 as one of format 2.
     *
     * @param history what the rows of its former values add up to
     * @throws VaultException {@code PartDamaged} if it is not one
     */
    static byte[] fromFormat1(byte[] content, SetHash history) throws VaultException {
        if (content.length < HISTORY_AT || content[0] != LAYOUT_OF_FORMAT_1) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.HEADS));
        }
        byte[] upgraded = ByteBuffer.allocate(content.length + RowId.SIZE)
                .put(content, 0, HISTORY_AT)
                .put(history.bytes())
                .put(content, HISTORY_AT, content.length - HISTORY_AT)
                .put(0, LAYOUT)
                .array();
        decode(upgraded);
        return upgraded;
    }

    /**
     * What pins the value, without the rest of the head.
     *
     * @throws VaultException {@code PartDamaged} if it is no head
     */
    static Head.ValueInfo valueInfo(byte[] content) throws VaultException {
        if (content.length < NAME_AT || !knowsCodes(content, 0)) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.HEADS));
        }
        return value(content);
    }

    /** A head that pins rows which were sealed again, in a new array. */
    static byte[] repinned(byte[] content, byte[] tag, byte[] fingerprint, SetHash history) {
        byte[] repinned = content.clone();
        ByteBuffer.wrap(repinned)
                .put(TAG_AT, tag)
                .put(FINGERPRINT_AT, fingerprint)
                .put(HISTORY_AT, history.bytes());
        return repinned;
    }

    /**
     * Reads a head.
     *
     * @throws VaultException {@code PartDamaged} if it is not one
     */
    static Head decode(byte[] content) throws VaultException {
        try {
            ByteBuffer in = ByteBuffer.wrap(content);
            require(in.get() == LAYOUT);
            byte flags = in.get();
            require((flags & ~FAVOURITE) == 0);
            Entry.Kind kind = Entry.Kind.of(in.get());
            long created = in.getLong();
            long modified = in.getLong();
            long valueChanged = in.getLong();
            long lastRevealed = in.getLong();
            long trashed = in.getLong();
            int rotateBy = in.getInt();
            int leadDays = Short.toUnsignedInt(in.getShort());
            CollectionId collection = new CollectionId(RowId.of(Wire.bytes(in, RowId.SIZE)));
            Head.ValueInfo value = value(in);
            String name = Wire.text(in);
            String description = Wire.text(in);
            Wire.text(in);
            List<String> tags = new ArrayList<>();
            for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
                tags.add(Wire.text(in));
            }
            require(!in.hasRemaining());
            Optional<LocalDate> day =
                    rotateBy == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(rotateBy));
            SecretDetails details =
                    new SecretDetails(collection, name, description, tags, kind, flags == FAVOURITE, day, leadDays);
            return new Head(details, created, modified, valueChanged, lastRevealed, trashed, value);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.HEADS), e);
        }
    }

    /** What pins the value, of a head that is {@link #wellFormed}. */
    static Head.ValueInfo value(byte[] content) {
        return value(ByteBuffer.wrap(content).position(FIELDS_AT));
    }

    /** Whether two heads are in one collection and have the same texts, so that every search that minds nothing else finds both or none. */
    static boolean isFoundAlike(byte[] one, byte[] other) {
        return Arrays.equals(one, COLLECTION_AT, FIELDS_AT, other, COLLECTION_AT, FIELDS_AT)
                && Arrays.equals(one, NAME_AT, one.length, other, NAME_AT, other.length);
    }

    /** The collection, of a head that is {@link #wellFormed}. */
    static CollectionId collection(byte[] content) {
        return new CollectionId(RowId.of(Arrays.copyOfRange(content, COLLECTION_AT, FIELDS_AT)));
    }

    /** The name, of a head that is {@link #wellFormed}. */
    static String name(byte[] content) {
        return Wire.text(ByteBuffer.wrap(content).position(NAME_AT));
    }

    /**
     * Whether {@link #decode} takes a head, and its texts end where it ends, so that nothing later reads beyond it.
     *
     * @param from where the head begins
     * @param length of the head, below zero for none
     */
    static boolean wellFormed(byte[] bytes, int from, int length) {
        if (length < NAME_AT || !knowsCodes(bytes, from)) {
            return false;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int end = from + length;
        int at = from + NAME_AT;
        for (int text = 0; text < TEXTS_BEFORE_TAGS; text++) {
            at = afterText(in, at, end);
        }
        if (at + 2 > end) {
            return false;
        }
        int tags = Short.toUnsignedInt(in.getShort(at));
        at += 2;
        for (int tag = 0; tag < tags; tag++) {
            at = afterText(in, at, end);
        }
        return at == end;
    }

    private static int afterText(ByteBuffer in, int at, int end) {
        return at + 2 > end ? end + 1 : at + 2 + Short.toUnsignedInt(in.getShort(at));
    }

    /** Whether the numbers at fixed places are ones that {@link #decode} takes; {@code content} has at least the fixed part. */
    private static boolean knowsCodes(byte[] content, int from) {
        return content[from] == LAYOUT
                && (content[from + FLAGS_AT] & ~FAVOURITE) == 0
                && Entry.Kind.known(content[from + KIND_AT])
                && content[from + FIELDS_AT] == 1
                && content[from + FIELDS_AT + 1] == 0
                && content[from + FIELDS_AT + 2] == VALUE_FIELD
                && Strength.known(content[from + STRENGTH_AT]);
    }

    private static Head.ValueInfo value(ByteBuffer in) {
        require(in.get() == 1);
        require(in.getShort() == VALUE_FIELD);
        return new Head.ValueInfo(
                in.getInt(),
                in.getInt(),
                Strength.of(in.get()),
                in.getLong(),
                Wire.bytes(in, Head.ValueInfo.TAG_SIZE),
                Wire.bytes(in, Head.ValueInfo.FINGERPRINT_SIZE),
                SetHash.of(Wire.bytes(in, RowId.SIZE)));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
