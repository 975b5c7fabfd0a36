package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import dev.lockstep.vault.SyncRows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The rows in which things about a remote stand. Each has its one place, so whoever writes, and in however many processes, there are never two
 * lines of one name. The vault seals and blinds these ids.
 */
final class Places {
    static final RowId HEAD = SyncRows.LOOKED;

    private static final byte LINE = 2;
    private static final byte RUN = 3;
    private static final byte PART = 4;
    private static final byte WRITES = 5;

    private Places() {}

    static RowId of(LedgerItem item) {
        return switch (item) {
            case Head head -> HEAD;
            case LedgerLine line -> line(line.name());
            case Run run -> run(run.id());
            case RunPart part -> part(part.run(), part.number());
            case OpenWrites writes -> writes(writes.id());
        };
    }

    static RowId line(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return digest(ByteBuffer.allocate(1 + utf8.length).put(LINE).put(utf8).array());
    }

    static RowId run(RowId run) {
        return digest(
                ByteBuffer.allocate(1 + RowId.SIZE).put(RUN).put(run.bytes()).array());
    }

    static RowId writes(RowId id) {
        return digest(
                ByteBuffer.allocate(1 + RowId.SIZE).put(WRITES).put(id.bytes()).array());
    }

    static RowId part(RowId run, int number) {
        return digest(ByteBuffer.allocate(1 + RowId.SIZE + 4)
                .put(PART)
                .put(run.bytes())
                .putInt(number)
                .array());
    }

    /** The first half of SHA-256. */
    private static RowId digest(byte[] of) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(of);
            return RowId.of(Arrays.copyOf(sum, RowId.SIZE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
