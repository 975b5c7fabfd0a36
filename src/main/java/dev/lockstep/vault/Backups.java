package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.BackupFile;
import dev.lockstep.store.FileSwap;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The backups of an open vault: whole encrypted copies of its file that open with the password that the vault had then. They are made and
 * compared beside the open vault, and end when it locks. A thread that is interrupted ends them too, and nothing half done is left.
 */
public final class Backups {
    private final Path vault;
    private final Session session;

    Backups(Path vault, Session session) {
        this.vault = vault;
        this.session = session;
    }

    private BackupShelf shelf() {
        return session.around().shelf(vault);
    }

    /** Where new backups go. */
    public Path folder() {
        return shelf().folder().path();
    }

    /** Those that are there, the newest first; also the files that a restore kept. Opens each of them for a moment. */
    public List<Backup> list() throws VaultException, InterruptedException {
        return session.errands().run(Progress.UNTOLD, means -> shelf().list(Optional.of(means.keys())));
    }

    /**
     * Makes a backup, checks everything in it before it gets its name, and removes those that are more than ten and not the last of one of seven
     * days.
     *
     * @throws VaultException {@code CheckFailed} if the vault is not exactly as it was last saved; {@code FileMissing} if the folder for backups
     *     is not there, {@code DiskFull}, {@code NoPermission}
     */
    public Path make(Progress progress) throws VaultException, InterruptedException {
        return session.errands().run(progress, means -> make(means));
    }

    /**
     * Makes a backup unless the newest one is too young or holds the same.
     *
     * @param age how old the newest has to be; one from the future counts as old
     */
    public Optional<Path> makeIfChanged(Duration age, Progress progress) throws VaultException, InterruptedException {
        return session.errands().run(progress, means -> {
            Optional<BackupShelf.Opened> newest = shelf().own(means.keys()).stream()
                    .max(Comparator.comparingLong(own -> own.manifest().counter()));
            boolean due = newest.isEmpty() || (old(newest.get().file().taken(), age) && changed(newest.get(), means));
            return due ? Optional.of(make(means)) : Optional.empty();
        });
    }

    private boolean old(Instant taken, Duration age) {
        Instant now = session.clock().instant();
        return taken.isAfter(now) || !taken.plus(age).isAfter(now);
    }

    /** Whether the vault holds anything else than a backup; that it was unlocked, and remotes were looked at since then, does not count. */
    private boolean changed(BackupShelf.Opened backup, Errands.Means means) throws VaultException {
        Manifest then = backup.manifest();
        Manifest now = present(means);
        return !then.items().equals(now.items())
                || !then.keyValues().equals(now.keyValues())
                || !then.history().equals(now.history())
                || !Arrays.equals(then.slots(), now.slots())
                || (!then.sync().equals(now.sync()) && synced(backup.file().path(), means));
    }

    private static Manifest present(Errands.Means means) throws VaultException {
        try (VaultStore reader = means.store().reader();
                RowCipher cipher = means.keys().cipher()) {
            return reader.<Manifest, VaultException>read(
                    transaction -> Manifest.open(cipher, SealedState.manifestRow(transaction), transaction.format()));
        }
    }

    /** Whether more is known of remotes than a backup tells, beside the times of looking at them. */
    private boolean synced(Path backup, Errands.Means means) throws VaultException {
        try (VaultStore then = VaultStore.openToRead(backup);
                VaultStore now = means.store().reader()) {
            return !timeless(then, means.keys()).equals(timeless(now, means.keys()));
        }
    }

    private Manifest.Rows timeless(VaultStore file, Keyring keys) throws VaultException {
        Set<RemoteId> remotes = session.keyValues().remotes().keySet();
        try (RowCipher cipher = keys.cipher()) {
            return file.<Manifest.Rows, VaultException>read(transaction -> {
                Manifest.Rows rows = Manifest.open(cipher, SealedState.manifestRow(transaction), transaction.format())
                        .sync();
                for (RemoteId remote : remotes) {
                    rows = new SyncWalk(transaction, keys, cipher).without(rows, remote, SyncRows.LOOKED);
                }
                return rows;
            });
        }
    }

    private Path make(Errands.Means means) throws VaultException, InterruptedException {
        BackupShelf shelf = shelf();
        Path made = new BackupMaker(shelf, session.clock()).make(means);
        for (BackupFile surplus : Rotation.surplus(shelf.own(means.keys()).stream()
                .map(own -> new Rotation.Copy(own.file(), own.manifest().counter()))
                .toList())) {
            shelf.folder().delete(surplus);
        }
        return made;
    }

    /** Reads everything in a backup. */
    public CheckReport verify(Backup backup, Progress progress) throws VaultException, InterruptedException {
        return session.errands().run(progress, means -> check(backup.file(), means, true));
    }

    private static CheckReport check(Path file, Errands.Means means, boolean thorough)
            throws VaultException, InterruptedException {
        try (VaultStore store = VaultStore.openToRead(file)) {
            return new FullCheck(store, means.keys(), means.pace()).run(thorough);
        }
    }

    /**
     * Tells what restoring a backup would change.
     *
     * @throws VaultException {@code OlderFormat} for a backup made by an earlier version of the program
     */
    public Difference compare(Backup backup, Progress progress) throws VaultException, InterruptedException {
        return session.errands().run(progress, means -> {
            try (VaultStore store = VaultStore.openToRead(backup.file());
                    RowCipher cipher = means.keys().cipher()) {
                SealedState sealed = store.<SealedState, VaultException>read(SealedState::read);
                if (sealed.format() < SealedState.NEWEST_FORMAT) {
                    throw new VaultException(new Failure.OlderFormat());
                }
                Contents former = new Contents(means.keys(), cipher, session.clock(), sealed, null);
                try {
                    var side = new Comparing.Side(session.catalog(), session.keyValues());
                    return new Comparing(former, side).run(means.pace());
                } finally {
                    former.wipe();
                }
            }
        });
    }

    /**
     * Puts a backup in the place of the vault, which stays open and shows what the backup holds. Its ways in stay those of the present: a
     * password that was replaced since then does not come back. The former file is kept, and the audit log tells of it.
     *
     * @return where the former file is
     * @throws VaultException {@code CheckFailed} if the backup is not exactly what was saved, {@code Busy} if another process has the vault open;
     *     then the vault is as it was
     */
    public Path restore(Backup backup, Progress progress) throws VaultException, InterruptedException {
        Path draft = FileSwap.draft(vault);
        try {
            CheckReport report = session.errands().run(progress, means -> copy(backup, draft, means));
            Path kept = shelf().kept(Backup.Kind.BEFORE_RESTORE, session.clock().instant());
            var note = new Succession.Note(AuditEvent.BACKUP_RESTORED, report.saved() + ", " + report.counter());
            session.errands().alone(() -> new Succession(session).goBackTo(draft, kept, note));
            return kept;
        } finally {
            FileSwap.discard(draft);
        }
    }

    private CheckReport copy(Backup backup, Path draft, Errands.Means means)
            throws VaultException, InterruptedException {
        try (VaultStore source = VaultStore.openToRead(backup.file())) {
            source.copyTo(draft, means.pace()::goOn, copied -> {});
        }
        Upgrade.ofCopy(draft, means.keys(), session.around());
        return check(draft, means, true).requireSound();
    }
}
