package dev.lockstep.vault;

import dev.lockstep.model.VaultException;
import dev.lockstep.store.StateFile;
import dev.lockstep.store.StateLock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to write to the remotes of a vault: one open vault at a time among the programs of this computer, which share the folder of
 * what it remembers. Within an open vault turns can be taken side by side.
 */
final class SyncTurns {
    private final StateFile file;
    private final ReentrantLock guard = new ReentrantLock();
    private Optional<StateLock> lock = Optional.empty();
    private int taken;

    SyncTurns(Session session) {
        file = new StateFile(session.around().state().resolve(session.vault() + ".sync"));
    }

    /** Takes a turn; empty if another program has it. Where this computer can remember nothing, nobody is kept out. */
    Optional<SyncTurn> take() {
        guard.lock();
        try {
            if (taken == 0 && !locked()) {
                return Optional.empty();
            }
            taken++;
            return Optional.of(new SyncTurn(this::over));
        } finally {
            guard.unlock();
        }
    }

    private boolean locked() {
        try {
            lock = file.lock();
            return lock.isPresent();
        } catch (VaultException e) {
            log(e);
            return true;
        }
    }

    private void over() {
        guard.lock();
        try {
            taken--;
            if (taken == 0 && lock.isPresent()) {
                lock.get().close();
                lock = Optional.empty();
            }
        } catch (VaultException e) {
            log(e);
        } finally {
            guard.unlock();
        }
    }

    private static void log(VaultException e) {
        System.getLogger(SyncTurns.class.getName())
                .log(System.Logger.Level.DEBUG, "Other programs were not kept out: {0}", e.getMessage());
    }
}
