package dev.lockstep.vault;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.BackupFolder;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** Makes one backup: a compact copy that was read from end to end before it got its name. */
final class BackupMaker {
    private final BackupShelf shelf;
    private final Clock clock;

    BackupMaker(BackupShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * @throws VaultException {@code CheckFailed} if the vault is not exactly as it was last saved; then nothing is left behind
     */
    Path make(Errands.Means means) throws VaultException, InterruptedException {
        Instant now = clock.instant();
        shelf.folder().prepare();
        BackupFolder.sweep(shelf.folder().path(), now);
        Path target = shelf.folder().free(shelf.name(), now);
        means.store().copyTo(target, means.pace()::goOn, draft -> require(draft, means));
        return target;
    }

    private static void require(Path draft, Errands.Means means) throws VaultException, InterruptedException {
        try (VaultStore copy = VaultStore.openToRead(draft)) {
            CheckReport report = new FullCheck(copy, means.keys(), means.pace()).run(false);
            if (!report.sound()) {
                throw new VaultException(
                        new Failure.CheckFailed(report.findings().size() + report.more()));
            }
            means.pace().require();
        }
    }
}
