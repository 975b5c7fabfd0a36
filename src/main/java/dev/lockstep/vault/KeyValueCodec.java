package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.FingerprintKey;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The contents of key-value rows, big-endian, texts as {@code length u16 | UTF-8}; each begins with {@code layout u8 = 1 | id 16}.
 *
 * <pre>
 * collection: name | environment | rule
 * layout:     number of columns u16, for each: id, width f64 | order by name | descending u8
 * draft:      flags u8 (1 has a base, 2 has a value) | base id 16 | base version u64 | when u64
 *             | length u32, a head as {@link HeadCodec} writes it, of which the details count | the bytes of the value
 * policy:     former values kept u16 | days in the trash u16 | trash kept u64
 * slots:      number of key slots u8, for each: number u8 | digest 32 | since u64
 * sync:       flags u8 (1 all paused)
 * fingerprints: key 32
 * rotation:   bytes that the vault does not interpret
 * </pre>
 *
 * The content of a remote is {@link RemoteCodec}'s.
 */
final class KeyValueCodec {
    private static final byte LAYOUT = 1;
    private static final int PREFIX = 1 + RowId.SIZE;
    private static final int DRAFT_FIELDS = 1 + RowId.SIZE + 8 + 8;
    private static final int SLOT_SIZE = 1 + SlotLedger.DIGEST_SIZE + 8;
    private static final int HAS_BASE = 1;
    private static final int HAS_VALUE = 2;
    private static final RowId NONE = new RowId(0, 0);

    /** Stands where a head is without a value. */
    static final Head.ValueInfo NO_VALUE = new Head.ValueInfo(
            0,
            0,
            Strength.EMPTY,
            0,
            new byte[Head.ValueInfo.TAG_SIZE],
            new byte[Head.ValueInfo.FINGERPRINT_SIZE],
            SetHash.EMPTY);

    private KeyValueCodec() {}

    static RowId id(byte[] content) throws VaultException {
        return read(content, in -> {
            in.position(1);
            return RowId.of(Wire.bytes(in, RowId.SIZE));
        });
    }

    static byte[] encode(SecretCollection collection) {
        List<byte[]> texts = List.of(
                Wire.utf8(collection.name()), Wire.utf8(collection.environment()), Wire.utf8(collection.rule()));
        byte[] content = begin(collection.id().row(), Wire.size(texts));
        ByteBuffer out = after(content);
        texts.forEach(text -> Wire.put(out, text));
        return content;
    }

    static SecretCollection collection(byte[] content) throws VaultException {
        CollectionId id = new CollectionId(id(content));
        return read(content, in -> {
            SecretCollection collection = new SecretCollection(id, Wire.text(in), Wire.text(in), Wire.text(in));
            require(!in.hasRemaining());
            return collection;
        });
    }

    static byte[] encode(RowId id, Layout layout) {
        List<byte[]> columns = layout.columns().stream().map(Wire::utf8).toList();
        byte[] order = Wire.utf8(layout.order().name());
        int size = 2 + Wire.size(columns) + columns.size() * Double.BYTES + 2 + order.length + 1;
        byte[] content = begin(id, size);
        ByteBuffer out = after(content).putShort((short) columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Wire.put(out, columns.get(i));
            out.putDouble(layout.widths().get(i));
        }
        Wire.put(out, order);
        out.put((byte) (layout.descending() ? 1 : 0));
        return content;
    }

    static Layout layout(byte[] content) throws VaultException {
        return read(content, in -> {
            List<String> columns = new ArrayList<>();
            List<Double> widths = new ArrayList<>();
            for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
                columns.add(Wire.text(in));
                widths.add(in.getDouble());
            }
            Layout layout = new Layout(columns, widths, Query.Order.valueOf(Wire.text(in)), in.get() == 1);
            require(!in.hasRemaining());
            return layout;
        });
    }

    static byte[] encode(RowId id, Policy policy) {
        byte[] content = begin(id, 2 + 2 + 8);
        after(content)
                .putShort((short) policy.historyKept())
                .putShort((short) policy.trashDays())
                .putLong(policy.trashKept().toEpochMilli());
        return content;
    }

    static Policy policy(byte[] content) throws VaultException {
        return read(content, in -> {
            Policy policy = new Policy(
                    Short.toUnsignedInt(in.getShort()),
                    Short.toUnsignedInt(in.getShort()),
                    Instant.ofEpochMilli(in.getLong()));
            require(!in.hasRemaining());
            return policy;
        });
    }

    static byte[] encode(RowId id, SyncPolicy policy) {
        byte[] content = begin(id, 1);
        after(content).put((byte) (policy.pauseAll() ? 1 : 0));
        return content;
    }

    static SyncPolicy syncPolicy(byte[] content) throws VaultException {
        return read(content, in -> {
            int flags = in.get();
            require((flags & ~1) == 0 && !in.hasRemaining());
            return new SyncPolicy(flags == 1);
        });
    }

    /** The content, to be overwritten by the caller. */
    static byte[] encode(RowId id, FingerprintKey key) {
        byte[] content = begin(id, FingerprintKey.SIZE);
        byte[] bytes = key.exposed();
        after(content).put(bytes);
        Arrays.fill(bytes, (byte) 0);
        return content;
    }

    /** The key of fingerprints, to be closed by the caller. */
    static FingerprintKey fingerprintKey(byte[] content) throws VaultException {
        return read(content, in -> FingerprintKey.taking(Wire.bytes(in, in.remaining())));
    }

    /** The content of a rotation. */
    static byte[] rotation(RowId id, byte[] bytes) {
        byte[] content = begin(id, bytes.length);
        after(content).put(bytes);
        return content;
    }

    /** The bytes of a rotation, in a new array. */
    static byte[] rotation(byte[] content) throws VaultException {
        return read(content, in -> Wire.bytes(in, in.remaining()));
    }

    static byte[] encode(RowId id, SlotLedger slots) {
        byte[] content = begin(id, 1 + slots.lines().size() * SLOT_SIZE);
        ByteBuffer out = after(content).put((byte) slots.lines().size());
        slots.lines()
                .forEach((number, line) ->
                        out.put(number.byteValue()).put(line.digest()).putLong(line.since()));
        return content;
    }

    static SlotLedger slots(byte[] content) throws VaultException {
        return read(content, in -> {
            SortedMap<Integer, SlotLedger.Line> lines = new TreeMap<>();
            for (int left = in.get(); left > 0; left--) {
                int number = in.get();
                require(number > (lines.isEmpty() ? 0 : lines.lastKey()) && number <= SlotSet.MOST);
                lines.put(number, new SlotLedger.Line(Wire.bytes(in, SlotLedger.DIGEST_SIZE), in.getLong()));
            }
            require(!in.hasRemaining());
            return new SlotLedger(lines);
        });
    }

    /**
     * A draft of format 1 as one of format 2.
     *
     * @return its content, to be overwritten by the caller
     */
    static byte[] fromFormat1(byte[] content) throws VaultException {
        byte[] former = read(content, in -> {
            in.position(PREFIX + DRAFT_FIELDS);
            return Wire.bytes(in, in.getInt());
        });
        byte[] head = HeadCodec.fromFormat1(former, SetHash.EMPTY);
        int value = PREFIX + DRAFT_FIELDS + 4 + former.length;
        return ByteBuffer.allocate(content.length + head.length - former.length)
                .put(content, 0, PREFIX + DRAFT_FIELDS)
                .putInt(head.length)
                .put(head)
                .put(content, value, content.length - value)
                .array();
    }

    /** The content of a draft, to be overwritten by the caller. */
    static byte[] encode(Drafts.Draft draft, @Nullable SecretValue value) {
        byte[] head = HeadCodec.encode(new Head(draft.details(), 0, 0, 0, 0, 0, NO_VALUE));
        int flags = (draft.of().isPresent() ? HAS_BASE : 0) | (value == null ? 0 : HAS_VALUE);
        int size = DRAFT_FIELDS + 4 + head.length + (value == null ? 0 : value.size());
        byte[] content = begin(draft.id(), size);
        ByteBuffer out = after(content)
                .put((byte) flags)
                .put(draft.of().map(base -> base.id().row()).orElse(NONE).bytes())
                .putLong(draft.of().map(Drafts.Base::version).orElse(0L))
                .putLong(draft.when().toEpochMilli())
                .putInt(head.length)
                .put(head);
        Arrays.fill(head, (byte) 0);
        if (value != null) {
            value.use(out::put);
        }
        return content;
    }

    static Drafts.Draft draft(byte[] content) throws VaultException {
        RowId id = id(content);
        byte[] head = read(content, in -> {
            in.position(PREFIX + DRAFT_FIELDS);
            return Wire.bytes(in, in.getInt());
        });
        SecretDetails details = HeadCodec.decode(head).details();
        return read(content, in -> {
            int flags = in.get();
            require((flags & ~(HAS_BASE | HAS_VALUE)) == 0);
            Drafts.Base base = new Drafts.Base(new SecretId(RowId.of(Wire.bytes(in, RowId.SIZE))), in.getLong());
            Instant when = Instant.ofEpochMilli(in.getLong());
            boolean based = (flags & HAS_BASE) != 0;
            return new Drafts.Draft(id, based ? Optional.of(base) : Optional.empty(), details, when);
        });
    }

    /** The value in a draft, if it has one. */
    static Optional<SecretValue> draftValue(byte[] content) throws VaultException {
        return read(content, in -> {
            boolean present = (in.get() & HAS_VALUE) != 0;
            in.position(PREFIX + DRAFT_FIELDS);
            int head = in.getInt();
            in.position(in.position() + head);
            return present
                    ? Optional.of(SecretValue.taking(Wire.bytes(in, in.remaining())))
                    : Optional.<SecretValue>empty();
        });
    }

    static byte[] begin(RowId id, int size) {
        byte[] content = new byte[PREFIX + size];
        ByteBuffer.wrap(content).put(LAYOUT).put(id.bytes());
        return content;
    }

    static ByteBuffer after(byte[] content) {
        return ByteBuffer.wrap(content).position(PREFIX);
    }

    static <T> T read(byte[] content, Reader<T> reader) throws VaultException {
        try {
            ByteBuffer in = ByteBuffer.wrap(content);
            require(in.get() == LAYOUT);
            in.position(PREFIX);
            return reader.read(in);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.SETTINGS), e);
        }
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }

    /** Reads what follows layout and id. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ByteBuffer in);
    }
}
