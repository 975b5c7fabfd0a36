package dev.lockstep.transfer.export;

import dev.lockstep.model.VaultException;
import java.io.IOException;

/** The secrets of one export, in order. */
public interface ExportItems {
    int size();

    /**
     * Opens one after the other.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    void each(Sink sink) throws IOException, VaultException, InterruptedException;

    /** Takes one. */
    @FunctionalInterface
    interface Sink {
        void take(ExportItem item) throws IOException, VaultException, InterruptedException;
    }
}
