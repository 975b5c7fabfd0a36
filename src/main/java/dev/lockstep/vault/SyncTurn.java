package dev.lockstep.vault;

import java.util.concurrent.atomic.AtomicBoolean;

/** That no other program of this computer writes to the remotes of a vault, from {@link SyncRows#turn} until this is closed. */
public final class SyncTurn implements AutoCloseable {
    private final Runnable over;
    private final AtomicBoolean closed = new AtomicBoolean();

    SyncTurn(Runnable over) {
        this.over = over;
    }

    /** Lets others. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            over.run();
        }
    }
}
