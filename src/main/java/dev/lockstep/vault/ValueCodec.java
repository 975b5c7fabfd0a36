package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The content of a value row, present or former: {@code written u64, milliseconds since 1970 | origin u8 | the bytes}. */
final class ValueCodec {
    /** How many former values of a secret are kept. */
    static final int HISTORY_KEPT = 20;

    private static final int BYTES_AT = 9;

    private ValueCodec() {}

    /** How a value came into the vault. */
    enum Origin {
        TYPED(1),
        IMPORTED(2),
        DUPLICATED(3);

        private final int code;

        Origin(int code) {
            this.code = code;
        }
    }

    /** The content, to be overwritten by the caller. */
    static byte[] encode(SecretValue value, long written, Origin origin) {
        return value.use(bytes -> ByteBuffer.allocate(BYTES_AT + bytes.length)
                .putLong(written)
                .put((byte) origin.code)
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
