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
import java.util.List;
import java.util.Optional;

/** The backups of one vault, told from whatever else lies in the folder. */
final class BackupShelf {
    /** What follows a vault's name in the name of the file that a restore kept. */
    static final String BEFORE_RESTORE = " before restore";

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

    String name() {
        return VaultStore.name(vault);
    }

    /** The folder beside the vault in which a restore keeps the former file: where links lead to. */
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

    /** Those that open with the vault's key, in the folder for backups. */
    List<Opened> own(Keyring keys) throws VaultException {
        List<Opened> own = new ArrayList<>();
        for (BackupFile file : folder.list()) {
            try {
                manifest(file, keys).ifPresent(manifest -> own.add(new Opened(file, manifest)));
            } catch (VaultException unreadable) {
                // it is listed as such, and never deleted
            }
        }
        return own;
    }

    /** All backups with what is known of each, the newest first, without keys as far as that goes. */
    List<Backup> list(Optional<Keyring> keys) throws VaultException {
        List<Backup> all = new ArrayList<>();
        for (BackupFile file : folder.list()) {
            add(all, file, keys, false);
        }
        String kept = name() + BEFORE_RESTORE;
        for (BackupFile file : beside().list()) {
            if (file.name().equals(kept)) {
                add(all, file, keys, true);
            }
        }
        all.sort((one, two) -> two.taken().compareTo(one.taken()));
        return all;
    }

    private void add(List<Backup> all, BackupFile file, Optional<Keyring> keys, boolean kept) {
        boolean named = kept || file.name().equals(name());
        Backup.State state = state(file, keys);
        boolean ours = state instanceof Backup.State.Known;
        if (ours || named) {
            all.add(new Backup(file.path(), file.taken(), file.size(), kept, state));
        }
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
            SealedRow row = transaction
                    .manifest()
                    .flatMap(SealedRow::of)
                    .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.MANIFEST)));
            try (RowCipher cipher = keys.cipher()) {
                return Optional.of(Manifest.open(cipher, row));
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
