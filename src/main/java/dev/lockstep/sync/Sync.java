package dev.lockstep.sync;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.Unfinished;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SyncPolicy;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;

/**
 * What is done between one open vault and its remotes. Everything but {@link #plan}, {@link #unfinished} and the policy asks vendors and takes
 * long; nothing is for the JavaFX thread. A thread that is interrupted ends what it does soon.
 */
public final class Sync implements AutoCloseable {
    private final OpenVault vault;

    Sync(OpenVault vault, Connections connections, Clock clock, Executor executor) {
        this.vault = vault;
    }

    /**
     * What would be done by what is known now, with nothing decided; asks no vendor.
     *
     * @param collection whose remotes are planned; empty for all
     */
    public Plan plan(Optional<CollectionId> collection) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /**
     * Applies the ticked rows of a plan. First every remote with such rows is listed again; if that shows anything else than the plan is made from,
     * nothing is done.
     *
     * @param deletions the number that the user typed, where {@link Plan#confirmation} wants one
     * @throws VaultException if what is known cannot be read; what befalls a row is told by its result
     * @throws InterruptedException only before anything was done; after that the rows in flight come to their end, and the others are not tried
     */
    public Outcome apply(Plan plan, OptionalInt deletions, Follower follower)
            throws VaultException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** What was begun and cut short; empty if nothing was. */
    public Optional<Unfinished> unfinished() throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Applies what is left of what was cut short, as far as a new plan says the same of it. */
    public Outcome resume(Follower follower) throws VaultException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Leaves what was cut short as it is. What was sent without an answer stays known as that. */
    public void abandon() throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Has the rows in flight come to their end, and no other be tried; returns at once. */
    public void cancel() {}

    /**
     * As {@link #cancel}, to be resumed later, and waits for the rows in flight: 10 s, after which they are given up, and their outcome may be
     * unknown. To be called before the vault is locked.
     */
    public void suspend() {}

    public SyncPolicy policy() {
        return vault.sync().policy();
    }

    /** Changes what holds for all remotes; the audit log tells of it. */
    public void policy(SyncPolicy policy) throws VaultException {
        vault.sync().policy(policy);
    }

    @Override
    public void close() {
        suspend();
    }
}
