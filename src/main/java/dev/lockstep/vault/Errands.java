package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.VaultStore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * Long work beside an open vault, such as a backup: it reads over connections of its own, so that nobody waits for it, and it ends when the
 * vault locks, which waits for that before it overwrites the keys.
 */
final class Errands {
    private final VaultStore store;
    private final Keyring keys;
    private final BooleanSupplier open;
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private boolean over;

    /** @param open whether the vault still is */
    Errands(VaultStore store, Keyring keys, BooleanSupplier open) {
        this.store = store;
        this.keys = keys;
        this.open = open;
    }

    /** What long work has to work with. */
    record Means(VaultStore store, Keyring keys, Pace pace) {}

    /**
     * Works beside the vault.
     *
     * @throws VaultException {@code Locked} if the vault was locked meanwhile
     * @throws InterruptedException if the thread was interrupted
     */
    <T> T run(Progress progress, Work<T> work) throws VaultException, InterruptedException {
        running.readLock().lock();
        try {
            requireOpen();
            return work.run(new Means(store, keys, new Pace(progress, open)));
        } catch (VaultException | InterruptedException e) {
            requireOpen();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        } finally {
            running.readLock().unlock();
        }
    }

    /** Works while no errand is under way; waits for those that are. */
    void alone(Alone work) throws VaultException {
        running.writeLock().lock();
        try {
            requireOpen();
            work.run();
        } finally {
            running.writeLock().unlock();
        }
    }

    /** Waits until all errands have noticed that the vault is not open any more. */
    void end() {
        running.writeLock().lock();
        try {
            over = true;
        } finally {
            running.writeLock().unlock();
        }
    }

    private void requireOpen() throws VaultException {
        if (over || !open.getAsBoolean()) {
            throw new VaultException(new Failure.Locked());
        }
    }

    /** Long work. */
    @FunctionalInterface
    interface Work<T> {
        T run(Means means) throws VaultException, InterruptedException;
    }

    /** Short work that no errand may see half done. */
    @FunctionalInterface
    interface Alone {
        void run() throws VaultException;
    }
}
