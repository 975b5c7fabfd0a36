package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.Kdf;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RecoveryCode;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Creates and opens vault files. */
public final class Vaults {
    /** Ending of a vault file's name. */
    public static final String SUFFIX = ".lockstep";

    private static final int PASSWORD_SLOT = 1;
    private static final int RECOVERY_SLOT = 2;

    private final Clock clock;
    private final SecureRandom random;
    private final Path state;

    /**
     * @param state folder of what this computer remembers of vaults outside their files; it is made when it is first needed
     */
    public Vaults(Clock clock, SecureRandom random, Path state) {
        this.clock = clock;
        this.random = random;
        this.state = state;
    }

    private Surroundings around() {
        return new Surroundings(clock, random, state);
    }

    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** A new recovery code as text: groups of four characters separated by dashes, ASCII. To be closed by the caller. */
    public SecretValue newRecoveryCode() {
        return RecoveryCode.generate(random);
    }

    /**
     * Makes a key file that did not exist, readable by its owner only.
     *
     * @throws VaultException {@code FileExists}, {@code NoPermission}, {@code DiskFull}
     */
    public void createKeyFile(Path file) throws VaultException {
        KeyFiles.create(file, random);
    }

    /** Whether others than its owner may read a key file, as far as the file system tells. */
    public boolean keyFileExposed(Path file) {
        return KeyFiles.exposed(file);
    }

    /** Finds the cost whose derivation takes about as long as asked on this machine, never below the floor. Takes a few seconds. */
    public KdfParameters measureKdf(Duration target) {
        return Kdf.measure(target);
    }

    /** Lets the compiler see key derivation and decryption at work before the first password is typed. */
    public void warmUp() throws VaultException {
        WarmUp.run(random, clock);
    }

    /**
     * Creates a file that did not exist, readable by its owner only, with one empty collection of that name, and leaves it unlocked. If it
     * fails, no file is left behind.
     *
     * @throws VaultException {@code FileExists}, {@code NoPermission}, {@code DiskFull}, {@code RecoveryCodeMistyped}, {@code KdfRefused}
     */
    public OpenVault create(
            Path file, Passphrase passphrase, SecretValue recoveryCode, KdfParameters cost, String collection)
            throws VaultException {
        VaultKey key = VaultKey.create(random);
        Keyring keys = new Keyring(key, random);
        try (Credential password = Credential.password(passphrase);
                Credential code = Credential.recoveryCode(recoveryCode)) {
            SortedMap<Integer, byte[]> slots = new TreeMap<>();
            slots.put(PASSWORD_SLOT, KeySlot.create(key, password, cost, random));
            slots.put(RECOVERY_SLOT, KeySlot.create(key, code, cost, random));
            VaultStore.create(file, transaction -> fill(transaction, keys, slots, collection));
        } catch (VaultException e) {
            keys.close();
            throw e;
        }
        return unlockNew(file, keys);
    }

    private OpenVault unlockNew(Path file, Keyring keys) throws VaultException {
        try {
            LockedVault created = LockedVault.open(file, around());
            try {
                return created.unlock(Way.CREATION, keys);
            } catch (VaultException e) {
                created.close();
                throw e;
            }
        } catch (VaultException e) {
            keys.close();
            discard(file, e);
            throw e;
        }
    }

    private static void discard(Path file, VaultException cause) {
        try {
            VaultStore.discard(file);
        } catch (VaultException e) {
            cause.addSuppressed(e);
        }
    }

    private void fill(Transaction transaction, Keyring keys, SortedMap<Integer, byte[]> slots, String collection)
            throws VaultException {
        Manifest first =
                Manifest.empty(new TreeMap<>(), RowId.random(random)).next(RowId.random(random), clock.millis());
        try (RowCipher cipher = keys.cipher()) {
            var nothing = new Batch.Present(new Catalog(clock), Policy.DEFAULT, SlotLedger.NONE);
            Batch batch = new Batch(transaction, keys, cipher, nothing, first);
            for (var slot : slots.entrySet()) {
                batch.slots().put(slot.getKey(), slot.getValue());
            }
            CollectionId id = new CollectionId(RowId.random(random));
            SecretCollection empty = new SecretCollection(id, collection, "", NamingRules.FREE.id());
            Limits.check(empty);
            batch.put(Kind.COLLECTION, id.row(), KeyValueCodec.encode(empty));
            batch.audit().note(AuditEvent.CREATED, 1, "");
            batch.finish();
        }
    }

    /** Opens a file and reads what can be read without the password. */
    public LockedVault open(Path file) throws VaultException {
        return LockedVault.open(file, around());
    }
}
