package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.FileSwap;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be done for a vault file that cannot be opened: put a backup in its place, or save what can be read of it. It is always kept. */
public final class Rescue {
    private final Path file;
    private final Surroundings around;

    Rescue(Path file, Surroundings around) {
        this.file = file;
        this.around = around;
    }

    public Path file() {
        return file;
    }

    /** Where backups are looked for. */
    public Path folder() {
        return around.shelf(file).folder().path();
    }

    /** The backups that are there, the newest first, as far as they can be judged without a key. */
    public List<Backup> backups() throws VaultException {
        return around.shelf(file).list(Optional.empty());
    }

    /** What opens a key slot. */
    public sealed interface Access {
        /** Opens one of some slots. */
        VaultKey key(List<byte[]> slots) throws VaultException;

        Way way();
    }

    /** A password, and the key file where one belongs to it. */
    public record WithPassword(Password password) implements Access {
        @Override
        public VaultKey key(List<byte[]> slots) throws VaultException {
            try (Credential credential = password.credential(KeySlot.types(slots))) {
                return KeySlot.open(slots, credential).key();
            }
        }

        @Override
        public Way way() {
            return password.keyFile().isPresent() ? Way.PASSWORD_AND_KEY_FILE : Way.PASSWORD;
        }
    }

    /** The text of a recovery code. */
    public record WithCode(SecretValue code) implements Access {
        @Override
        public VaultKey key(List<byte[]> slots) throws VaultException {
            try (Credential credential = Credential.recoveryCode(code)) {
                return KeySlot.open(slots, credential).key();
            }
        }

        @Override
        public Way way() {
            return Way.RECOVERY_CODE;
        }
    }

    /**
     * Puts a backup in the place of the vault, once it was read from end to end. The former file is kept, and the audit log of the vault tells
     * of it.
     *
     * @param access to the backup: the password is the one that the vault had then
     * @return where the former file is; empty if there was none
     * @throws VaultException {@code WrongPassword}; {@code CheckFailed} if the backup is not exactly what was saved
     */
    public Optional<Path> restore(Backup backup, Access access, Progress progress)
            throws VaultException, InterruptedException {
        Path draft = FileSwap.draft(file);
        Pace pace = new Pace(progress, () -> true);
        try {
            try (VaultStore source = VaultStore.openToRead(backup.file())) {
                source.copyTo(draft, pace::goOn, copied -> {});
            }
            succeed(draft, access, progress);
            return swap(draft, Backup.Kind.BEFORE_RESTORE, new byte[0]);
        } finally {
            FileSwap.discard(draft);
        }
    }

    /** Makes the copy the newest state of the vault, so that this computer does not take it for an older one. */
    private void succeed(Path draft, Access access, Progress progress) throws VaultException, InterruptedException {
        Keyring keys = opened(draft, access).keys();
        try (LockedVault locked = upgraded(draft, keys);
                OpenVault copy = locked.unlock(access.way(), keys)) {
            CheckReport report = copy.check(progress).requireSound();
            copy.followOn(
                    around, new Succession.Note(AuditEvent.BACKUP_RESTORED, report.saved() + ", " + report.counter()));
        }
    }

    private LockedVault upgraded(Path draft, Keyring keys) throws VaultException {
        try {
            Upgrade.ofCopy(draft, keys, around);
            return LockedVault.open(draft, around.rememberingNothing(draft));
        } catch (VaultException e) {
            keys.close();
            throw e;
        }
    }

    /**
     * Saves what can be read of the vault into a new file in its place. The damaged file is kept.
     *
     * @param recovered name of collections that have to be made anew
     * @return what was saved, and what was lost
     * @throws VaultException {@code WrongPassword}, {@code FileDamaged} if not even the key slots can be read
     */
    public CheckReport repair(Access access, String recovered, Progress progress)
            throws VaultException, InterruptedException {
        Path draft = FileSwap.draft(file);
        try {
            Opened opened = opened(file, access);
            Repair.Saved saved;
            try (Keyring keys = opened.keys();
                    VaultStore damaged = VaultStore.openToRead(file)) {
                var wanted = new Repair.Wanted(slots -> opened.only(), recovered);
                saved = new Repair(keys, around, new Pace(progress, () -> true), wanted).write(damaged, draft);
            }
            swap(draft, Backup.Kind.BEFORE_REPAIR, saved.from());
            return saved.report();
        } finally {
            FileSwap.discard(draft);
        }
    }

    /** A key slot that could be opened, and the keys. */
    private record Opened(int number, byte[] slot, Keyring keys) {
        SortedMap<Integer, byte[]> only() {
            return new TreeMap<>(Map.of(number, slot));
        }
    }

    private Opened opened(Path from, Access access) throws VaultException {
        try (VaultStore store = VaultStore.openToRead(from)) {
            SortedMap<Integer, byte[]> slots =
                    store.<SortedMap<Integer, byte[]>, VaultException>read(Transaction::slots);
            for (Map.Entry<Integer, byte[]> slot : slots.entrySet()) {
                VaultKey key = open(access, slot.getValue());
                if (key != null) {
                    return new Opened(slot.getKey(), slot.getValue(), new Keyring(key, around.random()));
                }
            }
            new FailedUnlocks(around.state(), KeySlot.vault(List.copyOf(slots.values())))
                    .add(around.clock().instant());
            throw new VaultException(new Failure.WrongPassword());
        }
    }

    /** A slot that is damaged does not keep others from being tried. */
    private static @Nullable VaultKey open(Access access, byte[] slot) throws VaultException {
        try {
            return access.key(List.of(slot));
        } catch (VaultException e) {
            return switch (e.failure()) {
                case Failure.RecoveryCodeMistyped mistyped -> throw e;
                case Failure.KeyFileMissing missing -> throw e;
                case Failure.KeyFileDamaged damaged -> throw e;
                case Failure.NoPermission refused -> throw e;
                default -> null;
            };
        }
    }

    private Optional<Path> swap(Path draft, Backup.Kind kind, byte[] from) throws VaultException {
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        Optional<Path> kept =
                there ? Optional.of(around.shelf(file).kept(kind, around.clock().instant())) : Optional.empty();
        FileSwap.swap(draft, file, kept, old -> {
            if (from.length > 0) {
                SealedState.requireSame(from, old.manifest().orElse(null));
            }
        });
        return kept;
    }
}
