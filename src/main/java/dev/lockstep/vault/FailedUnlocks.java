package dev.lockstep.vault;

import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.StateFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a vault was tried with a wrong password on this computer since it was last opened: {@code number u32 | first u64 | last u64},
 * times in milliseconds since 1970. Nobody can write that into the audit log before the vault is open. Whoever can write to this computer
 * can change it.
 */
final class FailedUnlocks {
    private static final int SIZE = 20;

    private final StateFile file;

    FailedUnlocks(Path folder, RowId vault) {
        file = new StateFile(folder.resolve(vault + ".failed"));
    }

    /** Some failures between two moments. */
    record Failures(int number, Instant first, Instant last) {}

    /** Empty where nobody failed, or this computer cannot tell. */
    Optional<Failures> read() {
        try {
            return file.read(SIZE).filter(content -> content.length == SIZE).map(content -> {
                ByteBuffer in = ByteBuffer.wrap(content);
                return new Failures(
                        in.getInt() & Integer.MAX_VALUE,
                        Instant.ofEpochMilli(in.getLong()),
                        Instant.ofEpochMilli(in.getLong()));
            });
        } catch (VaultException e) {
            return Optional.empty();
        }
    }

    /** Counts one more; where this computer cannot keep it, nobody learns of it. */
    void add(Instant now) {
        try {
            Failures before = read().orElse(new Failures(0, now, now));
            file.write(
                    0,
                    ByteBuffer.allocate(SIZE)
                            .putInt(before.number() + 1)
                            .putLong(before.first().toEpochMilli())
                            .putLong(now.toEpochMilli())
                            .array());
        } catch (VaultException e) {
            System.getLogger(FailedUnlocks.class.getName())
                    .log(System.Logger.Level.DEBUG, "A failed unlock was not counted: {0}", e.getMessage());
        }
    }

    /** Begins to count anew. */
    void forget() {
        try {
            file.delete();
        } catch (VaultException e) {
            System.getLogger(FailedUnlocks.class.getName())
                    .log(System.Logger.Level.DEBUG, "Failed unlocks were not forgotten: {0}", e.getMessage());
        }
    }
}
