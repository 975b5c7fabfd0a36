package dev.lockstep.sync.ledger;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.SyncEdition;
import dev.lockstep.vault.SyncRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one open vault knows of its remotes. It is read when it is first asked for and kept in memory, and read anew when another process changed
 * it. Changes are durable when they return, and seen by nobody before. For any thread but that of the toolkit; once the vault is locked everything
 * throws {@code Locked}.
 */
public final class Ledgers implements AutoCloseable {
    private final SyncRows rows;
    private final Map<RemoteId, Semaphore> holds = new ConcurrentHashMap<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<RemoteId, HeldLedger> held = new HashMap<>();
    private Optional<SyncEdition> edition = Optional.empty();

    public Ledgers(SyncRows rows) {
        this.rows = rows;
    }

    /**
     * All that is known of a remote now.
     *
     * @throws VaultException {@code Gone} if the remote is; {@code PartDamaged} or {@code SetChanged} if it is not as it was saved
     */
    public RemoteLedger load(RemoteId remote) throws VaultException {
        return now(remote, HeldLedger::whole);
    }

    /** What is known of one name now; {@link LedgerLine#of} if nothing is. */
    public LedgerLine line(RemoteId remote, String name) throws VaultException {
        return now(remote, found -> found.line(name)).orElseGet(() -> LedgerLine.of(name));
    }

    /** The runs that were begun at a remote and have not come to their end, the oldest first. */
    public List<OpenRun> runs(RemoteId remote) throws VaultException {
        return now(remote, HeldLedger::runs);
    }

    /**
     * Makes one durable change of what is known of a remote, and of secrets.
     *
     * @return what the work returns
     * @throws VaultException what the work throws, or what the vault does; nothing is changed then
     */
    public <T extends @Nullable Object> T change(RemoteId remote, LedgerChange.Work<T> work) throws VaultException {
        turn.lock();
        try {
            Optional<Done<T>> done = Optional.empty();
            while (done.isEmpty()) {
                done = attempt(remote, work);
            }
            return done.get().result();
        } finally {
            turn.unlock();
        }
    }

    /** @return nothing if what is in memory is not what is in the file; nothing was done then */
    private <T extends @Nullable Object> Optional<Done<T>> attempt(RemoteId remote, LedgerChange.Work<T> work)
            throws VaultException {
        HeldLedger known = held(remote);
        Optional<SyncEdition> before = edition;
        boolean sound = false;
        known.begin();
        try {
            Optional<Done<T>> done = rows.<Optional<Done<T>>>change(change -> {
                if (!Optional.of(change.edition()).equals(before)) {
                    return Optional.empty();
                }
                LedgerChange made = new LedgerChange(remote, known, change);
                T result = work.run(made);
                made.finish();
                return Optional.of(new Done<>(result, change.edition()));
            });
            sound = done.isPresent();
            if (sound && edition.equals(before)) {
                edition = Optional.of(done.get().after());
            }
            return done;
        } catch (VaultException e) {
            known.undo();
            sound = true;
            throw e;
        } finally {
            known.end();
            if (!sound) {
                forget();
            }
        }
    }

    private record Done<T extends @Nullable Object>(T result, SyncEdition after) {}

    /**
     * Waits until nobody else of this program checks or changes a remote, and keeps others from it.
     *
     * @return to be closed when done, by any thread
     */
    public Hold hold(RemoteId remote) throws InterruptedException {
        Semaphore one = holds.computeIfAbsent(remote, first -> new Semaphore(1));
        one.acquire();
        return new Hold(remote, one);
    }

    private <T> T now(RemoteId remote, Question<T> question) throws VaultException {
        turn.lock();
        try {
            if (!edition.equals(Optional.of(rows.edition()))) {
                forget();
            }
            return question.ask(held(remote));
        } finally {
            turn.unlock();
        }
    }

    private interface Question<T> {
        T ask(HeldLedger found);
    }

    private HeldLedger held(RemoteId remote) throws VaultException {
        HeldLedger known = held.get(remote);
        if (known != null) {
            return known;
        }
        HeldLedger read = new HeldLedger();
        Optional<SyncEdition> of = Optional.of(rows.each(remote, read::read));
        if (!of.equals(edition)) {
            forget();
            edition = of;
        }
        held.put(remote, read);
        return read;
    }

    private void forget() {
        held.clear();
        edition = Optional.empty();
    }

    /** Forgets what is in memory. */
    @Override
    public void close() {
        turn.lock();
        try {
            forget();
        } finally {
            turn.unlock();
        }
    }
}
