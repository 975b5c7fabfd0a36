package dev.lockstep.transfer.export;

import dev.lockstep.model.VaultException;

/** The secrets of one export, in order. */
public interface ExportItems {
    int size();

    /**
     * Opens one after the other.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    <E extends Exception> void each(Sink<E> sink) throws E, VaultException, InterruptedException;

    /** Takes one. */
    @FunctionalInterface
    interface Sink<E extends Exception> {
        void take(ExportItem item) throws E, VaultException, InterruptedException;
    }
}
