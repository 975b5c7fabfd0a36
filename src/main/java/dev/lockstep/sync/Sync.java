package dev.lockstep.sync;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.apply.Apply;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Means;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.Outlook;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.apply.Unfinished;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.check.Checked;
import dev.lockstep.sync.check.Checks;
import dev.lockstep.sync.check.Concern;
import dev.lockstep.sync.check.Doors;
import dev.lockstep.sync.check.Overview;
import dev.lockstep.sync.check.Plans;
import dev.lockstep.sync.check.Readings;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Whereabouts;
import dev.lockstep.sync.rotation.Rotations;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncPolicy;
import dev.lockstep.vault.SyncTurn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What is done between one open vault and its remotes. Everything but {@link #plan}, {@link #standings}, {@link #concerns}, {@link #unfinished} and the policy
 * asks vendors and takes long; nothing is for the JavaFX thread. A thread that is interrupted ends what it does soon.
 */
public final class Sync implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OpenVault vault;
    private final Ledgers ledgers;
    private final Checks checks;
    private final Plans plans;
    private final Overview overview;
    private final Apply apply;
    private final Rotations rotations;

    Sync(OpenVault vault, Doors doors, Clock clock, Executor executor) {
        this.vault = vault;
        this.ledgers = new Ledgers(vault.sync());
        this.checks = new Checks(vault, ledgers, doors, clock, executor);
        this.plans = new Plans(vault, ledgers);
        this.overview = new Overview(vault, plans);
        this.apply = new Apply(new Means(vault, ledgers, doors, clock, executor), new Looks());
        this.rotations = new Rotations(vault, ledgers, plans);
    }

    private final class Looks implements Outlook {
        @Override
        public void look(Set<RemoteId> remotes) throws VaultException, InterruptedException {
            check(known(remotes), CheckProgress.UNTOLD);
        }

        @Override
        public Plan plan(Set<RemoteId> remotes, Set<RemoteId> emptied) throws VaultException {
            return plans.plan(known(remotes), emptied);
        }

        private List<Remote> known(Set<RemoteId> remotes) {
            return vault.remotes().all().stream()
                    .filter(remote -> remotes.contains(remote.id()))
                    .toList();
        }
    }

    /**
     * What would be done by what is known now, with nothing decided; asks no vendor.
     *
     * @param collection whose remotes are planned; empty for all
     */
    public Plan plan(Optional<CollectionId> collection) throws VaultException {
        return plans.plan(collection);
    }

    /** How some secrets stand at each remote that has to do with them, by what is known now; costs what the secrets do. Secrets that are gone are left out. */
    public Map<SecretId, Map<RemoteId, List<Whereabouts>>> standings(Collection<SecretId> secrets)
            throws VaultException {
        return overview.of(secrets);
    }

    /** What is known of each remote that may want a look at it; of those that are paused nothing is told. */
    public Map<RemoteId, Concern> concerns() throws VaultException {
        return overview.concerns();
    }

    /**
     * The same where remotes were emptied on purpose: what is ours there is planned as missing. The word holds for one list; of another one that is
     * empty, too, it has to be given again.
     *
     * @param emptied when each empty list was made that is right, by remote
     */
    public Plan plan(Optional<CollectionId> collection, Map<RemoteId, Instant> emptied) throws VaultException {
        return plans.plan(collection, emptied);
    }

    /**
     * The same for some remotes, in their order.
     *
     * @param emptied those of which an empty list is right
     */
    public Plan plan(List<Remote> remotes, Set<RemoteId> emptied) throws VaultException {
        return plans.plan(remotes, emptied);
    }

    /**
     * Lists remotes side by side, remembers what stands there, and closes what was sent without an answer where that tells what became of it.
     * Nothing is changed there, and no value is read.
     */
    public Map<RemoteId, Checked> check(Collection<Remote> remotes, CheckProgress progress)
            throws VaultException, InterruptedException {
        Map<RemoteId, Checked> checked = checks.check(remotes, progress);
        resolve(remotes);
        return checked;
    }

    /** What another program of this computer has just sent is left to it. */
    private void resolve(Collection<Remote> remotes) throws VaultException, InterruptedException {
        this.<Boolean, InterruptedException>alone(() -> {
            for (Remote remote : remotes) {
                apply.resolve(remote.id());
            }
            return true;
        });
    }

    private interface Work<T, E extends Exception> {
        T run() throws VaultException, E;
    }

    /** @return empty if another program of this computer writes to the remotes of this vault; nothing was done then */
    private <T, E extends Exception> Optional<T> alone(Work<T, E> work) throws VaultException, E {
        Optional<SyncTurn> turn = vault.sync().turn();
        if (turn.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.run());
        } finally {
            turn.get().close();
        }
    }

    private static VaultException elsewhere() {
        return new VaultException(new Failure.AppliedElsewhere());
    }

    /**
     * Reads values of secrets that are ours at a remote, to compare them. The audit log tells of each, and at some vendors theirs does too.
     *
     * @param names there
     * @throws UnsupportedOperationException if the vendor gives no values, which its contract says
     */
    public Readings verify(Remote remote, Set<String> names, CheckProgress progress)
            throws VaultException, InterruptedException {
        Readings readings = checks.verify(remote, names, progress);
        resolve(List.of(remote));
        return readings;
    }

    /**
     * Applies the ticked rows of a plan. First every remote with such rows is listed again; if that shows anything else than the plan is made from,
     * nothing is done.
     *
     * @param deletions the number that the user typed, where {@link Plan#confirmation} wants one
     * @throws VaultException {@code AppliedElsewhere} if another program of this computer is writing to remotes of this vault; another if what is
     *     known cannot be read. What befalls a row is told by its result
     * @throws InterruptedException only before anything was done; after that the rows in flight come to their end, and the others are not tried
     */
    public Outcome apply(Plan plan, OptionalInt deletions, Follower follower)
            throws VaultException, InterruptedException {
        return this.<Outcome, InterruptedException>alone(() -> apply.run(plan, deletions, follower))
                .orElseThrow(Sync::elsewhere);
    }

    /** What was begun and cut short; empty if nothing was, and while a plan is being applied, here or by another program of this computer. */
    public Optional<Unfinished> unfinished() throws VaultException {
        return this.<Optional<Unfinished>, VaultException>alone(apply::unfinished)
                .flatMap(left -> left);
    }

    /**
     * Applies what is left of what was cut short, as far as a new plan says the same of it.
     *
     * @param deletions the number that the user typed; where that plan has many deletions and another number, nothing is done
     * @throws VaultException as {@link #apply}
     */
    public Outcome resume(OptionalInt deletions, Follower follower) throws VaultException, InterruptedException {
        return this.<Outcome, InterruptedException>alone(() -> apply.resume(deletions, follower))
                .orElseThrow(Sync::elsewhere);
    }

    /**
     * Leaves what was cut short as it is. What was sent without an answer stays known as that.
     *
     * @throws VaultException {@code AppliedElsewhere} if another program of this computer is at it
     */
    public void abandon() throws VaultException, InterruptedException {
        Optional<Boolean> done = this.<Boolean, InterruptedException>alone(() -> {
            apply.abandon();
            return true;
        });
        if (done.isEmpty()) {
            throw elsewhere();
        }
    }

    /** Has the rows in flight come to their end, and no other be tried; returns at once. */
    public void cancel() {
        apply.stop(new Stop.Cancelled());
    }

    /**
     * As {@link #cancel}, to be resumed later, and waits for the rows in flight: 10 s, after which they are given up, and their outcome may be
     * unknown. To be called before the vault is locked.
     */
    public void suspend() {
        suspend(PATIENCE);
    }

    void suspend(Duration patience) {
        apply.suspend(patience);
    }

    /** Whether a plan is being applied. */
    public boolean isApplying() {
        return apply.isRunning();
    }

    /** Whether a plan is still being applied after {@link #cancel} or {@link #suspend}. */
    public boolean isStopping() {
        return apply.isStopping();
    }

    /** Secrets that get new values everywhere. */
    public Rotations rotations() {
        return rotations;
    }

    public SyncPolicy policy() {
        return vault.sync().policy();
    }

    /** Changes what holds for all remotes; the audit log tells of it. */
    public void policy(SyncPolicy policy) throws VaultException {
        vault.sync().policy(policy);
    }

    /** Suspends, and forgets what is known of remotes and values. */
    @Override
    public void close() {
        suspend();
        overview.close();
        plans.close();
        ledgers.close();
    }
}
