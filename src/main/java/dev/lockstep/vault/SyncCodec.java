package dev.lockstep.vault;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The content of a row about a remote: {@code layout u8 = 1 | remote 16 | row 16 | bytes}, which mean nothing to the vault. */
final class SyncCodec {
    private static final byte LAYOUT = 1;
    private static final int ROW_AT = 1 + RowId.SIZE;
    private static final int BYTES_AT = ROW_AT + RowId.SIZE;

    private SyncCodec() {}

    /** The content, to be overwritten by the caller. */
    static byte[] encode(RemoteId remote, RowId row, byte[] bytes) {
        return ByteBuffer.allocate(BYTES_AT + bytes.length)
                .put(LAYOUT)
                .put(remote.row().bytes())
                .put(row.bytes())
                .put(bytes)
                .array();
    }

    /**
     * The row that a content is of.
     *
     * @throws VaultException {@code PartDamaged} if it is not about that remote
     */
    static RowId row(RemoteId remote, byte[] content) throws VaultException {
        boolean own = content.length >= BYTES_AT
                && content[0] == LAYOUT
                && Arrays.equals(content, 1, ROW_AT, remote.row().bytes(), 0, RowId.SIZE);
        if (!own) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.SYNC));
        }
        return RowId.of(Arrays.copyOfRange(content, ROW_AT, BYTES_AT));
    }

    /** The bytes in a content, in a new array. */
    static byte[] bytes(byte[] content) {
        return Arrays.copyOfRange(content, BYTES_AT, content.length);
    }
}
