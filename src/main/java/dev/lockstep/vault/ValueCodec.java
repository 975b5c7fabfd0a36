package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** The content of a value row, present or former: {@code written u64, milliseconds since 1970 | origin u8 | the bytes}. */
final class ValueCodec {
    private static final int BYTES_AT = 9;

    private ValueCodec() {}

    /** When a value was written, how it came into the vault, and how many bytes it has. */
    record About(Instant written, Origin origin, int size) {}

    static About about(byte[] content) throws VaultException {
        if (content.length < BYTES_AT) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.VALUE));
        }
        ByteBuffer in = ByteBuffer.wrap(content);
        Instant written = Instant.ofEpochMilli(in.getLong());
        return new About(written, Origin.of(in.get()), content.length - BYTES_AT);
    }

    /** How many bytes the value in a content has; below zero if it is none. */
    static int size(byte[] content) {
        return content.length - BYTES_AT;
    }

    /** The content, to be overwritten by the caller. */
    static byte[] encode(SecretValue value, long written, Origin origin) {
        return value.use(bytes -> ByteBuffer.allocate(BYTES_AT + bytes.length)
                .putLong(written)
                .put((byte) origin.code())
                .put(bytes)
                .array());
    }

    /** The value in a content, which is overwritten. */
    static SecretValue value(byte[] content) throws VaultException {
        try {
            if (content.length < BYTES_AT) {
                throw new VaultException(new Failure.PartDamaged(Failure.Part.VALUE));
            }
            return SecretValue.taking(Arrays.copyOfRange(content, BYTES_AT, content.length));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /**
     * Opens the row that a head pins, and no other.
     *
     * @return the content, to be overwritten by the caller
     */
    static byte[] open(RowCipher cipher, SecretId id, Head.ValueInfo info, byte[] wire) throws VaultException {
        SealedRow row =
                SealedRow.of(wire).orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.VALUE)));
        byte[] content = cipher.open(RowAddress.value(id.row(), HeadCodec.VALUE_FIELD), row, Failure.Part.VALUE);
        if (row.version() != info.version() || !Arrays.equals(row.tag(), info.tag())) {
            Arrays.fill(content, (byte) 0);
            throw new VaultException(new Failure.SetChanged(Failure.Part.VALUE));
        }
        return content;
    }
}
