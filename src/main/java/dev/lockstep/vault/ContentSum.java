package dev.lockstep.vault;

import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What the contents of a vault add up to, whatever keys it is sealed under: the SHA-256 of each, without what pins other rows, added modulo
 * 2^64 in four parts. Two vaults with the same sum hold the same; it is no protection against who chooses the contents.
 */
final class ContentSum implements WholeVault.Visitor {
    private static final byte[] NO_TAG = new byte[Head.ValueInfo.TAG_SIZE];
    private static final byte[] NO_FINGERPRINT = new byte[Head.ValueInfo.FINGERPRINT_SIZE];
    private static final byte[] NO_CHAIN = new byte[AuditCodec.CHAIN_SIZE];

    private final long entries;
    private final MessageDigest digest;
    private final long[] sum = new long[4];

    /** @param entries how many entries of the audit log count */
    ContentSum(long entries) {
        this.entries = entries;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean sameAs(ContentSum other) {
        return Arrays.equals(sum, other.sum);
    }

    @Override
    public void secret(WholeVault.Secret secret) {
        byte[] head = HeadCodec.repinned(secret.head().bytes(), NO_TAG, NO_FINGERPRINT, SetHash.EMPTY);
        add(Table.ITEM, secret.id(), secret.head().version(), head);
        Arrays.fill(head, (byte) 0);
        add(Table.VALUE, secret.id(), secret.value().version(), secret.value().bytes());
        for (WholeVault.Content former : secret.former()) {
            add(Table.HISTORY, secret.id(), former.version(), former.bytes());
        }
    }

    /** Key slots are not what a vault holds. */
    @Override
    public void keyValue(int kind, RowId id, WholeVault.Content content) {
        if (kind != Kind.SLOTS.number()) {
            add(Table.KEY_VALUE, id, content.version(), content.bytes());
        }
    }

    /** The content names the remote and the row. */
    @Override
    public void sync(RemoteId remote, RowId row, WholeVault.Content content) {
        add(Table.SYNC, row, content.version(), content.bytes());
    }

    @Override
    public void audit(long number, WholeVault.Content content) {
        if (number <= entries) {
            byte[] entry = AuditCodec.rechained(content.bytes(), NO_CHAIN);
            add(Table.AUDIT, new RowId(0, number), content.version(), entry);
            Arrays.fill(entry, (byte) 0);
        }
    }

    private void add(Table table, RowId id, long version, byte[] content) {
        digest.update(table.code());
        digest.update(id.bytes());
        digest.update(ByteBuffer.allocate(8).putLong(version).array());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(content));
        digest.reset();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += hash.getLong();
        }
    }
}
