package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.VaultStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The state of one unlocked vault and the only way to change it: read the manifest, catch up if another process wrote meanwhile, write rows
 * and manifest in one transaction, and only after the commit let the catalog know.
 */
final class Session {
    private final VaultStore store;
    private final Keyring keys;
    private final Surroundings around;
    private final RowId device;
    private final Anchor anchor;
    private final Contents contents;
    private final RowCipher cipher;
    private final Errands errands;
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final HeldBack heldBack;
    private volatile boolean over;
    private volatile boolean closed;

    private Session(VaultStore store, Keyring keys, Surroundings around, SealedState sealed, byte @Nullable [] slot)
            throws VaultException {
        this.store = store;
        this.keys = keys;
        this.around = around;
        this.device = RowId.random(around.random());
        this.cipher = keys.cipher();
        this.anchor = new Anchor(around.state(), keys);
        this.errands = new Errands(store, keys, this::isOpen);
        try {
            this.contents = new Contents(keys, cipher, around.clock(), sealed, slot);
            heldBack = new HeldBack(contents, anchor.compare(contents.manifest(), sealed.manifest()));
            if (heldBack.rollback().isEmpty()) {
                anchor.remember(contents.manifest(), sealed.manifest());
            }
        } catch (VaultException e) {
            cipher.close();
            throw e;
        }
    }

    /**
     * Opens what was read, and checks that it is exactly what was last saved.
     *
     * @param slot the key slot that opened the vault, if it was one
     */
    static Session open(VaultStore store, Keyring keys, Surroundings around, SealedState sealed, byte @Nullable [] slot)
            throws VaultException {
        try {
            return new Session(store, keys, around, sealed, slot);
        } catch (VaultException e) {
            keys.close();
            throw e;
        }
    }

    /**
     * Makes one durable change.
     *
     * @throws VaultException what the work throws, or what the store does; nothing is changed then
     */
    <T extends @Nullable Object, E extends Exception> T change(Batch.Change<T, E> work) throws VaultException, E {
        if (heldBack.holds()) {
            requireOpen();
            throw new VaultException(new Failure.ReadOnly());
        }
        return commit(0, work);
    }

    /**
     * Makes one durable change, be the vault held back or not.
     *
     * @param above the counter that the change has to surpass
     */
    <T extends @Nullable Object, E extends Exception> T commit(long above, Batch.Change<T, E> work)
            throws VaultException, E {
        T result;
        turn.lock();
        try {
            requireOpen();
            Outcome<T> outcome = store.<Outcome<T>, E>write(transaction -> {
                contents.catchUp(transaction);
                Batch batch =
                        contents.change(transaction, device, around.clock().millis(), above);
                T made = work.run(batch);
                return new Outcome<>(made, batch, batch.finish());
            });
            if (outcome.written()) {
                contents.accept(outcome.batch());
                anchor.remember(contents.manifest(), outcome.batch().manifestRow());
            }
            result = outcome.result();
        } finally {
            turn.unlock();
        }
        changed();
        return result;
    }

    private record Outcome<T extends @Nullable Object>(T result, Batch batch, boolean written) {}

    /** Reads a consistent state, the newest one. */
    <T> T read(Reading.Reader<T> reader) throws VaultException {
        long seen;
        T result;
        turn.lock();
        try {
            requireOpen();
            seen = contents.manifest().counter();
            result = store.<T, VaultException>read(transaction -> {
                contents.catchUp(transaction);
                return reader.read(new Reading(transaction, keys, cipher, contents.manifest()));
            });
            seen -= contents.manifest().counter();
        } finally {
            turn.unlock();
        }
        if (seen != 0) {
            changed();
        }
        return result;
    }

    /** The head of a secret as last committed. */
    Head head(SecretId id) throws VaultException {
        return contents.catalog()
                .head(id)
                .orElseThrow(() -> new VaultException(new Failure.Gone()))
                .head();
    }

    /** Opens the present value of a secret, to be closed by the caller. */
    SecretValue value(SecretId id) throws VaultException {
        return read(reading -> ValueCodec.value(reading.value(id, head(id).value())));
    }

    /** Another number after each change of secrets, collections, remotes or what is known of them. */
    long mark() throws VaultException {
        return read(reading -> contents.mark());
    }

    /** Opens a key-value row again, to be overwritten by the caller. */
    byte[] content(Kind kind, RowId id) throws VaultException {
        return read(reading -> reading.keyValue(kind, id));
    }

    /**
     * Makes a change that nobody waits for, such as noting that a value was shown: where the vault cannot be written now, nothing happens.
     *
     * @throws VaultException for every other reason
     */
    void note(Batch.Note work) throws VaultException {
        if (readOnly()) {
            return;
        }
        try {
            this.<@Nullable Void, VaultException>change(batch -> {
                work.write(batch);
                return null;
            });
        } catch (VaultException e) {
            switch (e.failure()) {
                case Failure.Busy unnoted -> {}
                case Failure.ReadOnly unnoted -> {}
                case Failure.DiskFull unnoted -> {}
                case Failure.InputOutput unnoted -> {}
                default -> throw e;
            }
        }
    }

    /** What a session is made of. */
    record Inside(VaultStore store, Keyring keys, RowCipher cipher, Contents contents, Anchor anchor) {
        /** Works on it. */
        @FunctionalInterface
        interface Work<T> {
            T run(Inside inside) throws VaultException;
        }
    }

    /** Works on what the session is made of, while nobody else of this process does. */
    <T> T alone(Inside.Work<T> work) throws VaultException {
        turn.lock();
        try {
            requireOpen();
            return work.run(new Inside(store, keys, cipher, contents, anchor));
        } finally {
            turn.unlock();
        }
    }

    RowId newId() {
        return RowId.random(around.random());
    }

    /** The identity of the vault. */
    RowId vault() {
        return keys.vault();
    }

    Surroundings around() {
        return around;
    }

    Clock clock() {
        return around.clock();
    }

    Catalog catalog() {
        return contents.catalog();
    }

    /** The key-value rows as last committed; does not wait for a running change. */
    KeyValues keyValues() {
        return contents.keyValues();
    }

    boolean readOnly() {
        return store.readOnly() || heldBack.holds();
    }

    /** Why the vault is held back from changes, if it is. */
    HeldBack heldBack() {
        return heldBack;
    }

    /** Long work beside this session. */
    Errands errands() {
        return errands;
    }

    /** Tells those who follow that something is not as before. */
    void changed() {
        listeners.forEach(Runnable::run);
    }

    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    boolean isOpen() {
        return !closed && !over;
    }

    /** Lets nothing be read or changed any more: another vault stands in the place of this one. It still has to be closed. */
    void end() {
        over = true;
    }

    /** Fails once the vault is locked; long work asks now and then, so that a lock need not wait for its end. */
    void requireOpen() throws VaultException {
        if (!isOpen()) {
            throw new VaultException(new Failure.Locked());
        }
    }

    /** Ends running work, then overwrites keys and heads and closes the file. */
    void close() {
        boolean again = closed;
        closed = true;
        errands.end();
        turn.lock();
        try {
            if (again) {
                return;
            }
            contents.wipe();
            cipher.close();
            keys.close();
            listeners.clear();
            store.close();
        } catch (VaultException e) {
            System.getLogger(Session.class.getName())
                    .log(System.Logger.Level.WARNING, "The vault file could not be closed: {0}", e.getMessage());
        } finally {
            turn.unlock();
        }
    }
}
