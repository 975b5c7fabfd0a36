package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Opens all heads of a vault, on all processors, and compares their set with the manifest. */
final class HeadLoader {
    /** Below this many heads per part another part costs more than it gains. */
    private static final int WORTH_A_PART = 2000;

    private final SealedState sealed;
    private final Keyring keys;
    private final HeadTable table;

    private HeadLoader(SealedState sealed, Keyring keys) {
        this.sealed = sealed;
        this.keys = keys;
        this.table = new HeadTable(sealed.heads());
    }

    /**
     * Opens the heads.
     *
     * @throws VaultException {@code PartDamaged} if one does not open, {@code SetChanged} if they are not the set that was last saved
     */
    static HeadTable load(SealedState sealed, Keyring keys, Manifest.Rows expected) throws VaultException {
        return new HeadLoader(sealed, keys).load(expected);
    }

    private HeadTable load(Manifest.Rows expected) throws VaultException {
        int heads = sealed.heads();
        int parts = Math.clamp(heads / WORTH_A_PART, 1, Runtime.getRuntime().availableProcessors());
        List<SetHash> sums = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> open(part * heads / parts, (part + 1) * heads / parts))
                .toList();
        if (sums.contains(DAMAGED)) {
            throw refused(new Failure.PartDamaged(Failure.Part.HEADS));
        }
        SetHash sum = sums.stream().reduce(SetHash.EMPTY, SetHash::plus);
        if (!expected.equals(new Manifest.Rows(heads, sum))) {
            throw refused(new Failure.SetChanged(Failure.Part.HEADS));
        }
        // Each index belongs to one thread.
        Stream.<IntConsumer>of(table::indexId, table::indexName)
                .parallel()
                .forEach(index -> IntStream.range(0, heads).forEach(index));
        return table;
    }

    private VaultException refused(Failure failure) {
        table.close();
        return new VaultException(failure);
    }

    private static final SetHash DAMAGED = new SetHash(-1, -1);

    private SetHash open(int from, int to) {
        SetHash sum = SetHash.EMPTY;
        byte[] padded = new byte[512];
        long bytes = 0;
        for (int head = from; head < to; head++) {
            bytes += sealed.size(head);
        }
        HeadTable.Filling filling = table.new Filling(bytes);
        try (RowCipher cipher = keys.cipher()) {
            for (int head = from; head < to; head++) {
                if (padded.length < sealed.size(head)) {
                    Arrays.fill(padded, (byte) 0);
                    padded = new byte[sealed.size(head)];
                }
                if (!open(cipher, head, padded, filling)) {
                    return DAMAGED;
                }
                sum = sum.plus(cipher.element(sealed.chunk(head), sealed.offset(head), sealed.size(head)));
            }
            return sum;
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    private boolean open(RowCipher cipher, int head, byte[] padded, HeadTable.Filling filling) {
        RowId id = sealed.id(head);
        byte[] chunk = sealed.chunk(head);
        int offset = sealed.offset(head);
        int length = cipher.open(RowAddress.item(id), chunk, offset, sealed.size(head), padded);
        if (!HeadCodec.wellFormed(padded, RowCipher.CONTENT_AT, length)) {
            return false;
        }
        long version = ByteBuffer.wrap(chunk, offset, sealed.size(head)).getLong(offset + 5);
        filling.fill(head, new SecretId(id), version, padded, RowCipher.CONTENT_AT, length);
        return true;
    }
}
