package dev.lockstep.sync.model;

import dev.lockstep.model.RemoteId;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.check.Checked;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;

/** What sync is asked for, at random; every step is judged. */
final class Steps {
    private final World world;
    private final Oracle oracle;
    private final Truth truth;
    private final Edits edits;
    private final List<Plan> plans = new ArrayList<>();
    private boolean calm;

    Steps(World world) {
        this.world = world;
        this.oracle = world.oracle();
        this.truth = new Truth(world);
        this.edits = new Edits(world);
        world.meddler(this::meddle);
    }

    /** What happens in the middle of something else. */
    private void meddle() {
        switch (world.random().nextInt(8)) {
            case 0, 1, 2 -> edits.there();
            case 3, 4, 5 -> edits.here();
            case 6 -> {
                world.log("  cancel");
                world.sync().cancel();
            }
            default -> {
                world.log("  lock");
                SyncGround.lock(world.sync());
            }
        }
    }

    /** One random step. */
    void step() throws Exception {
        Random random = world.random();
        int which = random.nextInt(100);
        try {
            if (which < 18) {
                edits.here();
            } else if (which < 34) {
                edits.there();
            } else if (which < 42) {
                edits.remote();
            } else if (which < 50) {
                pass();
            } else if (which < 58) {
                check(some());
            } else if (which < 62) {
                verify(some());
            } else if (which < 68) {
                plans.add(decided(plan()));
            } else if (which < 74 && !plans.isEmpty()) {
                world.log("apply a plan of before");
                apply(plans.remove(random.nextInt(plans.size())));
            } else if (which < 90) {
                check(some());
                apply(decided(plan()));
            } else if (which < 92) {
                sideBySide();
            } else if (which < 94) {
                resume();
            } else if (which < 95) {
                world.log("abandon");
                world.sync().abandon();
                oracle.abandoned();
            } else {
                boolean inOrder = random.nextBoolean();
                world.log(inOrder ? "lock and unlock" : "killed and started");
                restart(inOrder);
            }
        } catch (InterruptedException e) {
            world.log("  cancelled");
            oracle.applied(true);
        } catch (Throwable e) {
            if (!world.isCrashed()) {
                throw e;
            }
            world.log("  crashed, started again");
            oracle.crashed();
            restart(false);
        }
        Thread.interrupted();
        oracle.compare(false);
        truth.judge(world.sync().plan(Optional.empty()));
    }

    private void restart(boolean inOrder) throws Exception {
        plans.clear();
        edits.restarted();
        world.restart(inOrder);
    }

    private void pass() {
        long seconds = List.of(5L, 60L, 130L, 700L, 4000L).get(world.random().nextInt(5));
        world.log("pass " + seconds + " s");
        world.pass(Duration.ofSeconds(seconds));
    }

    private List<Remote> some() {
        List<Remote> all = world.remotes();
        return all.stream()
                .filter(remote -> all.size() == 1 || world.random().nextInt(4) > 0)
                .toList();
    }

    void check(List<Remote> remotes) throws Exception {
        world.log("check");
        Map<RemoteId, Checked> outcomes = world.sync().check(remotes, CheckProgress.UNTOLD);
        outcomes.forEach((remote, outcome) -> {
            world.log("  " + outcome);
            switch (outcome) {
                case Checked.Listed listed -> {
                    oracle.book(remote).checked = listed.begun();
                    oracle.book(remote).failed = false;
                }
                case Checked.Incomplete incomplete -> oracle.book(remote).failed = true;
                case Checked.Paused paused -> {}
                case Checked.Unkept unkept -> oracle.violated("a check is not kept: " + unkept);
            }
        });
    }

    private void verify(List<Remote> remotes) throws Exception {
        for (Remote remote : remotes) {
            if (world.shop(remote).contract.can(Capability.READ_VALUE)) {
                world.log("verify at " + remote.vendor());
                Set<String> names = new TreeSet<>();
                world.shop(remote).all().forEach(one -> names.add(one.name()));
                world.sync().verify(remote, names, CheckProgress.UNTOLD);
            }
        }
    }

    Plan plan() throws Exception {
        Plan plan = world.sync().plan(Optional.empty());
        truth.judge(plan);
        return plan;
    }

    /** Some rows ticked, some conflicts decided. */
    private Plan decided(Plan plan) {
        Random random = world.random();
        Plan decided = random.nextInt(3) == 0 ? plan.tick(Filter.ALL, true) : plan;
        for (Row row : plan.rows()) {
            if (!row.options().isEmpty() && random.nextInt(3) > 0) {
                List<Choice> choices = row.options().keySet().stream().sorted().toList();
                decided = decided.choose(row.key(), choices.get(random.nextInt(choices.size())));
            }
            if (random.nextInt(8) == 0) {
                decided = decided.tick(row.key(), random.nextBoolean());
            }
        }
        return decided;
    }

    Optional<Outcome.Ended> apply(Plan plan) throws Exception {
        plan.ticked()
                .forEach(row -> world.log("  row " + row.operation() + " "
                        + row.key().there() + " at " + vendor(row.key().remote()) + " " + row.reason()));
        OptionalInt typed = plan.confirmation();
        boolean wrong = typed.isPresent() && !calm && world.random().nextInt(10) == 0;
        Instant before = world.now();
        oracle.confirmed(plan, typed);
        oracle.applying(plan);
        Outcome outcome = world.sync().apply(plan, wrong ? OptionalInt.of(typed.getAsInt() + 1) : typed, Follower.NONE);
        oracle.require(!wrong || outcome instanceof Outcome.Unconfirmed, "a wrong count was taken");
        return ended(outcome, before);
    }

    /** Two plans at once, and nothing else that happens meanwhile. */
    private void sideBySide() throws Exception {
        world.step(world.random().nextLong(), 0, 0);
        check(world.remotes());
        Plan one = decided(plan());
        Plan other = world.coin() ? one : decided(plan());
        world.log("two plans at once");
        oracle.applying(one);
        oracle.applyingToo(other);
        FutureTask<Outcome> second =
                new FutureTask<>(() -> world.sync().apply(other, other.confirmation(), Follower.NONE));
        Thread thread = Thread.ofVirtual().start(second);
        Outcome first = world.sync().apply(one, one.confirmation(), Follower.NONE);
        thread.join();
        for (Outcome outcome : List.of(first, second.get())) {
            world.log("  " + outcome.getClass().getSimpleName());
            if (outcome instanceof Outcome.Ended ended) {
                ended.rows().forEach(this::own);
            }
        }
        oracle.applied(false);
    }

    /** What became ours, or is no longer, without anything being written there. */
    private void own(Applied applied) {
        Set<String> ours = oracle.book(applied.row().key().remote()).ours;
        switch (applied.result()) {
            case RowResult.Done done -> {
                if (done.action() == Action.ADOPT || done.action() == Action.PULL_NEW) {
                    ours.add(applied.row().key().there());
                }
            }
            case RowResult.Remembered remembered -> {
                if (applied.row().reason() instanceof Reason.GoneBoth) {
                    ours.remove(applied.row().key().there());
                }
            }
            default -> {}
        }
    }

    private String vendor(RemoteId id) {
        return world.remotes().stream()
                .filter(remote -> remote.id().equals(id))
                .map(Remote::vendor)
                .findFirst()
                .orElse("removed");
    }

    private void resume() throws Exception {
        world.log("resume " + world.sync().unfinished());
        Instant before = world.now();
        oracle.resuming();
        ended(world.sync().resume(OptionalInt.empty(), Follower.NONE), before);
    }

    private Optional<Outcome.Ended> ended(Outcome outcome, Instant before) {
        if (!(outcome instanceof Outcome.Ended)) {
            world.log("  " + outcome.getClass().getSimpleName());
            oracle.applied(false);
            return Optional.empty();
        }
        Outcome.Ended ended = (Outcome.Ended) outcome;
        boolean cut = false;
        for (Applied row : ended.rows()) {
            judge(row, before);
            cut |= row.result() instanceof RowResult.NotTried left && !(left.why() instanceof Stop.AtRemote);
        }
        oracle.applied(cut);
        return Optional.of(ended);
    }

    private void judge(Applied applied, Instant before) {
        Row row = applied.row();
        RemoteId remote = row.key().remote();
        String name = row.key().there();
        world.log("  " + applied.result() + " " + name);
        boolean written = world.remotes().stream()
                .filter(one -> one.id().equals(remote))
                .flatMap(one -> world.shop(one).events().stream())
                .anyMatch(event -> event.by() == Shop.Writer.US
                        && event.name().equals(name)
                        && !event.when().isBefore(before));
        boolean doubtful = oracle.book(remote).doubtful.contains(name);
        own(applied);
        switch (applied.result()) {
            case RowResult.Done done ->
                oracle.require(
                        written
                                || doubtful
                                || vendor(remote).equals("removed")
                                || !done.action().writesThere(),
                        "nothing was done: " + applied);
            case RowResult.Refused refused -> oracle.require(!written || doubtful, "it was done: " + applied);
            case RowResult.NotSent unsent -> oracle.require(!written || doubtful, "it was done: " + applied);
            case RowResult.NotTried untried -> oracle.require(!written || doubtful, "it was done: " + applied);
            case RowResult.Remembered remembered -> {}
            case RowResult.NotKept unkept -> oracle.require(!written || doubtful, "it was done: " + applied);
            case RowResult.Unknown unknown -> oracle.require(doubtful, "it was answered: " + applied);
        }
    }

    /** After all trouble has ended, everything comes to rest, and then nothing is written. */
    void converge() throws Exception {
        world.step(world.random().nextLong(), 0, 0);
        world.log("calm");
        calm = true;
        world.sync().policy(new SyncPolicy(false));
        for (Remote remote : world.remotes()) {
            Direction direction = world.shop(remote).contract.can(Capability.READ_VALUE)
                    ? remote.conduct().direction()
                    : Direction.PUSH;
            world.vault().remotes().conduct(remote.id(), new Conduct(false, direction, world.coin()));
        }
        resume();
        oracle.compare(false);
        for (int round = 1; true; round++) {
            world.pass(Duration.ofHours(1));
            check(world.remotes());
            verify(world.remotes());
            Plan plan = all(plan());
            if (plan.ticked().isEmpty()) {
                break;
            }
            oracle.require(round < 5, "it never comes to rest: " + plan.ticked());
            if (round == 5) {
                return;
            }
            Optional<Outcome.Ended> ended = apply(plan);
            oracle.require(ended.isPresent(), "a fresh plan was not applied");
            oracle.compare(false);
        }
        rest();
    }

    private void rest() throws Exception {
        int before = writes();
        Plan plan = all(plan());
        apply(plan);
        oracle.require(writes() == before, "something is written though nothing changed");
        oracle.compare(true);
        for (Row row : plan.rows()) {
            oracle.require(
                    !(row.reason() instanceof Reason.OutcomeUnknown)
                            || !row.options().isEmpty()
                            || isBlind(row),
                    "it stays unknown though it could be known: " + row);
        }
    }

    private boolean isBlind(Row row) {
        return !VendorContracts.of(Vendor.of(vendor(row.key().remote())).orElseThrow())
                .can(Capability.READ_VALUE);
    }

    private int writes() {
        return world.shops().values().stream()
                .mapToInt(shop -> shop.events().size())
                .sum();
    }

    private Plan all(Plan plan) {
        Plan decided = plan.tick(Filter.ALL, true);
        for (Row row : plan.rows()) {
            for (Choice choice : List.of(Choice.ADOPT, Choice.KEEP_LOCAL, Choice.TAKE_REMOTE)) {
                if (row.options().containsKey(choice)) {
                    decided = decided.choose(row.key(), choice);
                    break;
                }
            }
        }
        return decided;
    }
}
