package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SlotType;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.BackupFolder;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A vault file that is open and checked as far as that goes without a password; its sealed heads are already in memory. */
public final class LockedVault implements AutoCloseable {
    private final Path file;
    private final VaultStore store;
    private final Surroundings around;
    private final RowId id;
    private SealedState sealed;
    private boolean handedOver;

    private LockedVault(Path file, VaultStore store, Surroundings around, SealedState sealed) throws VaultException {
        this.file = file;
        this.store = store;
        this.around = around;
        this.sealed = sealed;
        this.id = KeySlot.vault(sealed.slotList());
    }

    static LockedVault open(Path file, Surroundings around) throws VaultException {
        VaultStore.Opened<SealedState> opened = VaultStore.open(file, SealedState::read);
        try {
            return new LockedVault(file, opened.store(), around, opened.read());
        } catch (VaultException e) {
            opened.store().close();
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    /** The file's name without its ending. */
    public String name() {
        return VaultStore.name(file);
    }

    public boolean readOnly() {
        return store.readOnly();
    }

    /** The identity of the vault, as its key slots tell it: not to be relied on before it is open. */
    public RowId id() {
        return id;
    }

    /** The ways into this vault, as far as its key slots can be read. */
    public Set<Way> ways() {
        return KeySlot.types(sealed.slotList()).stream().map(Way::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Derives the key, which takes about a second, and opens the vault. After success this object is used up.
     *
     * @throws VaultException {@code WrongPassword}, {@code KeyFileMissing}, {@code KeyFileDamaged}; {@code PartDamaged} or {@code SetChanged} if
     *     the vault is not as it was saved
     */
    public OpenVault unlock(Password password) throws VaultException {
        try (Credential credential = password.credential(KeySlot.types(sealed.slotList()))) {
            return unlock(credential);
        }
    }

    /** Opens with a password alone. */
    public OpenVault unlock(Passphrase passphrase) throws VaultException {
        return unlock(Password.of(passphrase));
    }

    /** Opens with the text of a recovery code as printed; spaces, dashes and case do not matter. */
    public OpenVault unlockWithRecoveryCode(SecretValue code) throws VaultException {
        try (Credential credential = Credential.recoveryCode(code)) {
            return unlock(credential);
        }
    }

    /**
     * Opens with what the operating system keeps.
     *
     * @throws VaultException {@code WrongPassword} if it is not for this vault, or not any more
     */
    public OpenVault unlockWithKeystore(SecretValue kept) throws VaultException {
        try (Credential credential = Credential.keystore(kept)) {
            return unlock(credential);
        }
    }

    private OpenVault unlock(Credential credential) throws VaultException {
        refresh();
        FailedUnlocks failures = new FailedUnlocks(around.state(), id);
        KeySlot.Opened opened = open(credential, failures);
        OpenVault vault = unlock(Way.of(credential.type()), new Keyring(opened.key(), around.random()), opened.slot());
        vault.noteUnlock(failures);
        return vault;
    }

    private KeySlot.Opened open(Credential credential, FailedUnlocks failures) throws VaultException {
        try {
            return KeySlot.open(sealed.slotList(), credential);
        } catch (VaultException e) {
            if (e.failure() instanceof Failure.WrongPassword && credential.type() != SlotType.KEYSTORE) {
                failures.add(around.clock().instant());
            }
            throw e;
        }
    }

    /** Opens with keys that were not taken from a slot. */
    OpenVault unlock(Way way, Keyring keys) throws VaultException {
        return unlock(way, keys, null);
    }

    /** Takes the keys over; they are closed with the vault, or at once if it cannot be unlocked. */
    private OpenVault unlock(Way way, Keyring keys, byte @Nullable [] slot) throws VaultException {
        try {
            refresh();
            if (slot != null && sealed.slotList().stream().noneMatch(present -> Arrays.equals(present, slot))) {
                throw new VaultException(new Failure.WrongPassword());
            }
        } catch (VaultException e) {
            keys.close();
            throw e;
        }
        if (sealed.format() < SealedState.NEWEST_FORMAT) {
            upgrade(keys);
        }
        Session session = Session.open(store, keys, around, sealed, slot);
        handedOver = true;
        return new OpenVault(file, session, way);
    }

    private void upgrade(Keyring keys) throws VaultException {
        try {
            requireManifest(keys);
            if (!store.readOnly()) {
                backUp(keys);
            }
            new Upgrade(keys, around).run(store);
            sealed = store.<SealedState, VaultException>read(SealedState::read);
        } catch (VaultException e) {
            keys.close();
            throw e;
        }
    }

    /** What nobody could open is not worth a backup, and has a name of its own. */
    private void requireManifest(Keyring keys) throws VaultException {
        try (RowCipher cipher = keys.cipher()) {
            Manifest.open(cipher, sealed.manifest(), sealed.format());
        }
    }

    /** Keeps the file as it is, where backups go, or beside the vault while that place is not there. */
    private void backUp(Keyring keys) throws VaultException {
        Errands.Means means = new Errands.Means(store, keys, new Pace(Progress.UNTOLD, () -> true));
        BackupShelf shelf = around.shelf(file);
        try {
            try {
                new BackupMaker(shelf, around.clock()).keep(means);
            } catch (VaultException e) {
                BackupFolder beside = BackupFolder.beside(file);
                if (e.failure() instanceof Failure.CheckFailed
                        || beside.path().equals(shelf.folder().path())) {
                    throw e;
                }
                new BackupMaker(new BackupShelf(file, beside), around.clock()).keep(means);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultException(new Failure.InputOutput(), e);
        }
    }

    /** Reads again if another process wrote since the file was opened. */
    private void refresh() throws VaultException {
        if (handedOver) {
            throw new VaultException(new Failure.Locked());
        }
        sealed = store.<SealedState, VaultException>read(transaction -> {
            Optional<byte[]> present = transaction.manifest();
            boolean unchanged = present.isPresent() && Arrays.equals(present.get(), sealed.manifestWire());
            return unchanged ? sealed : SealedState.read(transaction);
        });
    }

    /** Closes the file, unless an unlocked vault has it now. */
    @Override
    public void close() {
        if (!handedOver) {
            handedOver = true;
            try {
                store.close();
            } catch (VaultException e) {
                System.getLogger(LockedVault.class.getName())
                        .log(System.Logger.Level.WARNING, "The vault file could not be closed: {0}", e.getMessage());
            }
        }
    }
}
