package dev.lockstep.transfer.export;

import dev.lockstep.model.VaultException;
import java.util.List;

/** Secrets of no vault, to be written. */
public record Items(List<ExportItem> all) implements ExportItems {
    @Override
    public int size() {
        return all.size();
    }

    @Override
    public <E extends Exception> void each(Sink<E> sink) throws E, VaultException, InterruptedException {
        for (ExportItem item : all) {
            sink.take(item);
        }
    }
}
