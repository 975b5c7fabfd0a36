package dev.lockstep.sync.ledger;

import dev.lockstep.model.RemoteId;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** That a remote is being checked or changed by whoever has this, and by nobody else of this program. */
public final class Hold implements AutoCloseable {
    private final RemoteId remote;
    private final Semaphore one;
    private final AtomicBoolean over = new AtomicBoolean();

    Hold(RemoteId remote, Semaphore one) {
        this.remote = remote;
        this.one = one;
    }

    public RemoteId remote() {
        return remote;
    }

    /** Lets others. */
    @Override
    public void close() {
        if (!over.getAndSet(true)) {
            one.release();
        }
    }
}
