package dev.lockstep.vault;

import dev.lockstep.model.VaultException;
import dev.lockstep.store.BackupFolder;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Makes one backup: a compact copy that was read from end to end before it got its name. */
final class BackupMaker {
    private static final Set<CheckFinding.Kind> FATAL = Set.of(CheckFinding.Kind.STRUCTURE, CheckFinding.Kind.MANIFEST);

    private final BackupShelf shelf;
    private final Clock clock;

    BackupMaker(BackupShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * Makes a backup.
     *
     * @throws VaultException {@code CheckFailed} if the vault is not exactly as it was last saved; then nothing is left behind
     */
    Path make(Errands.Means means) throws VaultException, InterruptedException {
        return make(means, Backup.Kind.SAVE, CheckReport::requireSound);
    }

    /**
     * Keeps the vault as it is, even if single secrets in it cannot be read: a copy of what there is beats none.
     *
     * @throws VaultException {@code CheckFailed} if nobody could open the copy
     */
    Path keep(Errands.Means means) throws VaultException, InterruptedException {
        return make(means, Backup.Kind.BEFORE_UPGRADE, BackupMaker::requireOpenable);
    }

    private Path make(Errands.Means means, Backup.Kind kind, Demand demand)
            throws VaultException, InterruptedException {
        Instant now = clock.instant();
        shelf.folder().prepare();
        BackupFolder.sweep(shelf.folder().path(), now);
        BackupFolder.sweep(shelf.beside().path(), now);
        Path target = shelf.folder().free(shelf.name(kind), now);
        means.store().copyTo(target, means.pace()::goOn, draft -> check(draft, means, demand));
        return target;
    }

    private static void check(Path draft, Errands.Means means, Demand demand)
            throws VaultException, InterruptedException {
        try (VaultStore copy = VaultStore.openToRead(draft)) {
            demand.check(new FullCheck(copy, means.keys(), means.pace()).run(false));
            means.pace().require();
        }
    }

    private static void requireOpenable(CheckReport report) throws VaultException {
        if (report.findings().stream().map(CheckFinding::kind).anyMatch(FATAL::contains)) {
            throw report.failed();
        }
    }

    /** Refuses a copy by what a check found. */
    @FunctionalInterface
    private interface Demand {
        void check(CheckReport report) throws VaultException;
    }
}
