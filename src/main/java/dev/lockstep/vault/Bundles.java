package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.BackupFolder;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;

/**
 * A few secrets in a file of their own, to be handed over. It is a vault file of the newest format, so that what is known and tested of those
 * holds for it: with a new key and new ids, one key slot, for a passphrase, the collections of its secrets, no former values, no remotes and an
 * empty audit log. It is read like any vault file whose secrets are to be taken over, and nothing is written for that: neither to the file nor
 * to what this computer remembers of vaults.
 */
public final class Bundles {
    private static final int SLOT = 1;

    private final Surroundings around;

    /** @param random for keys and ids */
    public Bundles(Clock clock, SecureRandom random) {
        this.around = new Surroundings(clock, random, Path.of("nowhere"), BackupFolder::beside);
    }

    /** Whether a file with this beginning, of 100 bytes or more, is a bundle or another vault file, as far as that can be seen. */
    public static boolean isOne(byte[] beginning) {
        return VaultStore.isVault(beginning);
    }

    /** Hands out secrets. */
    @FunctionalInterface
    public interface Source<E extends Exception> {
        void each(Sink sink) throws VaultException, E;
    }

    /** Takes a secret. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Seals it.
         *
         * @param value stays the caller's to close
         */
        void take(SecretCollection collection, SecretDetails details, SecretValue value) throws VaultException;
    }

    /**
     * Writes a bundle that did not exist, readable by its owner only; if anything fails, nothing is left behind.
     *
     * @throws VaultException {@code FileExists}, {@code NoPermission}, {@code DiskFull}, {@code KdfRefused}
     */
    public <E extends Exception> void write(Path file, Passphrase passphrase, KdfParameters cost, Source<E> source)
            throws VaultException, E {
        VaultKey key = VaultKey.create(around.random());
        try (Keyring keys = new Keyring(key, around.random());
                RowCipher cipher = keys.cipher();
                Credential password = Credential.password(passphrase)) {
            byte[] slot = KeySlot.create(key, password, cost, around.random());
            VaultStore.<E>create(file, transaction -> {
                BundleRows rows = new BundleRows(transaction, keys, cipher, around);
                rows.begin(SLOT, slot);
                source.each(rows::add);
                rows.finish();
            });
        }
    }

    /** Reads an open bundle. */
    @FunctionalInterface
    public interface Reader<E extends Exception> {
        void read(OpenBundle bundle) throws VaultException, E;
    }

    /**
     * Opens a bundle, or another vault file, for as long as it is read. One of an older format is read from a converted copy.
     *
     * @throws VaultException {@code WrongPassword}, {@code KdfRefused}, {@code NotAVault}; {@code FileDamaged}, {@code PartDamaged} or {@code
     *     SetChanged} if it is not as it was written
     */
    public <E extends Exception> void read(Path file, Password password, Reader<E> reader)
            throws VaultException, InterruptedException, E {
        try (VaultStore store = VaultStore.openToRead(file)) {
            if (!store.problems(false, Bundles::goOn).isEmpty()) {
                throw new VaultException(new Failure.FileDamaged());
            }
            List<byte[]> slots = List.copyOf(store.<SortedMap<Integer, byte[]>, VaultException>read(Transaction::slots)
                    .values());
            try (Credential credential = password.credential(KeySlot.types(slots))) {
                KeySlot.Opened opened = KeySlot.open(slots, credential);
                try (Keyring keys = new Keyring(opened.key(), around.random())) {
                    this.<E>read(store, new Opened(keys, opened.slot()), reader);
                }
            }
        }
    }

    private record Opened(Keyring keys, byte[] slot) {}

    private <E extends Exception> void read(VaultStore store, Opened opened, Reader<E> reader)
            throws VaultException, InterruptedException, E {
        if (store.<Integer, VaultException>read(Transaction::format) == SealedState.NEWEST_FORMAT) {
            this.<E>readNewest(store, opened, reader);
            return;
        }
        try (Draft copy = new Draft()) {
            store.copyTo(copy.file(), Bundles::goOn, draft -> {});
            Upgrade.ofCopy(copy.file(), opened.keys(), around);
            try (VaultStore upgraded = VaultStore.openToRead(copy.file())) {
                this.<E>readNewest(upgraded, opened, reader);
            }
        }
    }

    private <E extends Exception> void readNewest(VaultStore store, Opened opened, Reader<E> reader)
            throws VaultException, E {
        SealedState sealed = store.<SealedState, VaultException>read(SealedState::read);
        try (RowCipher cipher = opened.keys().cipher()) {
            Contents contents = new Contents(opened.keys(), cipher, around.clock(), sealed, opened.slot());
            try {
                reader.read(new OpenBundle(store, opened.keys(), cipher, contents));
            } finally {
                contents.wipe();
            }
        }
    }

    private static boolean goOn() {
        return !Thread.currentThread().isInterrupted();
    }

    /** A place for a file that is sealed, in a new folder that only its owner can enter. */
    private static final class Draft implements AutoCloseable {
        private final Path folder;

        Draft() throws VaultException {
            try {
                folder = Files.createTempDirectory("lockstep-");
            } catch (IOException e) {
                throw new VaultException(new Failure.InputOutput(), e);
            }
        }

        Path file() {
            return folder.resolve("copy");
        }

        @Override
        public void close() throws VaultException {
            VaultStore.discard(file());
            try {
                Files.delete(folder);
            } catch (IOException e) {
                throw new VaultException(new Failure.InputOutput(), e);
            }
        }
    }
}
