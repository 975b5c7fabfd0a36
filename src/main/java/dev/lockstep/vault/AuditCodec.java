package dev.lockstep.vault;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The content of an audit entry, big-endian: {@code layout u8 = 1 | when u64 | event u8 | secret 16, zeros for none | count u32 | value of
 * the chain before it 32 | name | note}, texts as {@code length u16 | UTF-8}.
 */
final class AuditCodec {
    static final int CHAIN_SIZE = 32;

    private static final byte LAYOUT = 1;
    private static final int CHAIN_AT = 1 + 8 + 1 + RowId.SIZE + 4;
    private static final int FIXED = 1 + 8 + 1 + RowId.SIZE + 4 + CHAIN_SIZE;
    private static final RowId NONE = new RowId(0, 0);

    private AuditCodec() {}

    /** An entry with the value of the chain that it continues. */
    record Link(AuditEntry entry, byte[] before) {}

    static byte[] encode(Link link) {
        AuditEntry entry = link.entry();
        List<byte[]> texts = List.of(Wire.utf8(entry.name()), Wire.utf8(entry.note()));
        ByteBuffer out = ByteBuffer.allocate(FIXED + Wire.size(texts))
                .put(LAYOUT)
                .putLong(entry.when().toEpochMilli())
                .put((byte) entry.event().number())
                .put(entry.subject().map(SecretId::row).orElse(NONE).bytes())
                .putInt(entry.count())
                .put(link.before());
        texts.forEach(text -> Wire.put(out, text));
        return out.array();
    }

    /**
     * The value of the chain before an entry.
     *
     * @throws VaultException {@code PartDamaged} if it is no entry
     */
    static byte[] before(byte[] content) throws VaultException {
        if (content.length < FIXED || content[0] != LAYOUT) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.AUDIT));
        }
        return Arrays.copyOfRange(content, CHAIN_AT, FIXED);
    }

    /** An entry that continues another value of the chain, in a new array. */
    static byte[] rechained(byte[] content, byte[] before) {
        byte[] rechained = content.clone();
        System.arraycopy(before, 0, rechained, CHAIN_AT, CHAIN_SIZE);
        return rechained;
    }

    /**
     * Reads an entry.
     *
     * @throws VaultException {@code PartDamaged} if it is not one
     */
    static Link decode(long number, byte[] content) throws VaultException {
        try {
            ByteBuffer in = ByteBuffer.wrap(content);
            require(in.get() == LAYOUT);
            Instant when = Instant.ofEpochMilli(in.getLong());
            AuditEvent event = AuditEvent.of(Byte.toUnsignedInt(in.get()));
            RowId subject = RowId.of(Wire.bytes(in, RowId.SIZE));
            int count = in.getInt();
            byte[] before = Wire.bytes(in, CHAIN_SIZE);
            String name = Wire.text(in);
            String note = Wire.text(in);
            require(!in.hasRemaining());
            Optional<SecretId> secret = subject.equals(NONE) ? Optional.empty() : Optional.of(new SecretId(subject));
            return new Link(new AuditEntry(number, when, event, secret, count, name, note), before);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.AUDIT), e);
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
