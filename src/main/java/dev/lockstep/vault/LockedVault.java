package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/** A vault file that is open and checked as far as that goes without a password; its sealed heads are already in memory. */
public final class LockedVault implements AutoCloseable {
    private final Path file;
    private final VaultStore store;
    private final Clock clock;
    private final SecureRandom random;
    private SealedState sealed;
    private boolean handedOver;

    private LockedVault(Path file, VaultStore store, Clock clock, SecureRandom random, SealedState sealed) {
        this.file = file;
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.sealed = sealed;
    }

    static LockedVault open(Path file, Clock clock, SecureRandom random) throws VaultException {
        VaultStore store = VaultStore.open(file);
        try {
            SealedState sealed = store.<SealedState, VaultException>read(SealedState::read);
            KeySlot.vault(sealed.slotList());
            return new LockedVault(file, store, clock, random, sealed);
        } catch (VaultException e) {
            store.close();
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    /** The file's name without its ending. */
    public String name() {
        return Vaults.name(file);
    }

    public boolean readOnly() {
        return store.readOnly();
    }

    /**
     * Derives the key, which takes about a second, and opens the vault. After success this object is used up.
     *
     * @throws VaultException {@code WrongPassword}; {@code PartDamaged} or {@code SetChanged} if the vault is not as it was saved
     */
    public OpenVault unlock(Passphrase passphrase) throws VaultException {
        return unlock(new Keyring(KeySlot.openWithPassword(sealed.slotList(), passphrase), random));
    }

    /** Opens with the text of a recovery code as printed; spaces, dashes and case do not matter. */
    public OpenVault unlockWithRecoveryCode(SecretValue code) throws VaultException {
        return unlock(new Keyring(KeySlot.openWithRecovery(sealed.slotList(), code), random));
    }

    /** Takes the keys over; they are closed with the vault, or at once if it cannot be unlocked. */
    OpenVault unlock(Keyring keys) throws VaultException {
        try {
            if (handedOver) {
                throw new VaultException(new Failure.Locked());
            }
            refresh();
        } catch (VaultException e) {
            keys.close();
            throw e;
        }
        Session session = Session.open(store, keys, clock, random, sealed);
        handedOver = true;
        return new OpenVault(file, session);
    }

    /** Reads again if another process wrote since the file was opened. */
    private void refresh() throws VaultException {
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
