package dev.lockstep.vault;

import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.BackupFile;
import dev.lockstep.store.BackupFolder;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The backups of one vault, told from whatever else lies in the folder. */
final class BackupShelf {
    private static final Map<Backup.Kind, String> MARKS = Map.of(
            Backup.Kind.BEFORE_UPGRADE, " before upgrade",
            Backup.Kind.BEFORE_RESTORE, " before restore",
            Backup.Kind.BEFORE_REPAIR, " before repair");

    private final Path vault;
    private final BackupFolder folder;

    /** @param vault the file of the vault */
    BackupShelf(Path vault, BackupFolder folder) {
        this.vault = vault;
        this.folder = folder;
    }

    BackupFolder folder() {
        return folder;
    }

    /** The name that stands in front of the date. */
    String name(Backup.Kind kind) {
        return VaultStore.name(vault) + MARKS.getOrDefault(kind, "");
    }

    /** A free name for the file that is replaced now. */
    Path kept(Backup.Kind kind, Instant now) throws VaultException {
        return beside().free(name(kind), now);
    }

    /** The folder beside the vault in which the former file is kept: where links lead to. */
    BackupFolder beside() throws VaultException {
        try {
            Path real = Files.exists(vault) ? vault.toRealPath() : vault.toAbsolutePath();
            return BackupFolder.at(Optional.ofNullable(real.getParent())
                    .orElseThrow(() -> new VaultException(new Failure.FileMissing())));
        } catch (IOException e) {
            throw new VaultException(new Failure.InputOutput(), e);
        }
    }

    /** A backup that opens with the vault's key, and its manifest. */
    record Opened(BackupFile file, Manifest manifest) {}

    /** Those that open with the vault's key, in the folder for backups, and may go one day. */
    List<Opened> own(Keyring keys) throws VaultException {
        List<Opened> own = new ArrayList<>();
        for (BackupFile file : folder.list()) {
            if (MARKS.values().stream().noneMatch(file.name()::endsWith)) {
                try {
                    manifest(file, keys).ifPresent(manifest -> own.add(new Opened(file, manifest)));
                } catch (VaultException unreadable) {
                    // it is listed as such, and never deleted
                }
            }
        }
        return own;
    }

    /** All backups with what is known of each, the newest first, without keys as far as that goes. */
    List<Backup> list(Optional<Keyring> keys) throws VaultException {
        List<Backup> all = new ArrayList<>();
        for (BackupFile file : folder.list()) {
            backup(file, keys).ifPresent(all::add);
        }
        BackupFolder beside = beside();
        if (!beside.path().equals(folder.path())) {
            for (BackupFile file : beside.list()) {
                backup(file, keys)
                        .filter(found -> found.kind() != Backup.Kind.SAVE)
                        .ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing(Backup::taken).reversed());
        return withDailies(all);
    }

    private Optional<Backup> backup(BackupFile file, Optional<Keyring> keys) {
        Backup.Kind kind = Backup.Kind.SAVE;
        for (Map.Entry<Backup.Kind, String> mark : MARKS.entrySet()) {
            if (file.name().endsWith(mark.getValue())) {
                kind = mark.getKey();
            }
        }
        Backup.State state = state(file, keys);
        boolean ours = state instanceof Backup.State.Known;
        return ours || file.name().equals(name(kind))
                ? Optional.of(new Backup(file.path(), file.taken(), file.size(), kind, state))
                : Optional.empty();
    }

    private static List<Backup> withDailies(List<Backup> newestFirst) {
        List<Backup> told = new ArrayList<>();
        int saves = 0;
        for (Backup backup : newestFirst) {
            boolean daily = backup.kind() == Backup.Kind.SAVE && saves++ >= Rotation.SAVES;
            told.add(daily ? backup.as(Backup.Kind.DAILY) : backup);
        }
        return told;
    }

    private static Backup.State state(BackupFile file, Optional<Keyring> keys) {
        try {
            if (keys.isEmpty()) {
                return new Backup.State.Sealed(read(file, (transaction, vault) -> transaction.countItems()));
            }
            return manifest(file, keys.get())
                    .<Backup.State>map(manifest -> new Backup.State.Known(
                            manifest.counter(),
                            Instant.ofEpochMilli(manifest.wallTime()),
                            manifest.items().count()))
                    .orElseGet(Backup.State.OtherKey::new);
        } catch (VaultException e) {
            return new Backup.State.Unreadable(e.failure());
        }
    }

    /** The manifest of a backup; empty if it belongs to another vault. */
    private static Optional<Manifest> manifest(BackupFile file, Keyring keys) throws VaultException {
        return read(file, (transaction, vault) -> {
            if (!vault.equals(keys.vault())) {
                return Optional.empty();
            }
            SealedRow row = SealedState.manifestRow(transaction);
            try (RowCipher cipher = keys.cipher()) {
                return Optional.of(Manifest.open(cipher, row, transaction.format()));
            }
        });
    }

    private static <T> T read(BackupFile file, Reader<T> reader) throws VaultException {
        try (VaultStore store = VaultStore.openToRead(file.path())) {
            return store.<T, VaultException>read(transaction -> reader.read(
                    transaction, KeySlot.vault(List.copyOf(transaction.slots().values()))));
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Transaction transaction, RowId vault) throws VaultException;
    }
}
