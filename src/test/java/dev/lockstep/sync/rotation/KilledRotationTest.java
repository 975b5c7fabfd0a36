package dev.lockstep.sync.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.rotation.RotationStep.Verb;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.KilledProcess;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Remote;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while it is at rotations leaves every step that it confirmed, and of the next one all or nothing; the next process can go
 * on with what is open.
 */
class KilledRotationTest {
    private static final int SECRETS = 5;
    private static final int STEPS = 20;
    private static final int NANOS = 8_000_000;

    /** More than the minutes that a process lets pass. */
    private static final Duration LATER = Duration.ofHours(2);

    private final Map<String, Integer> tally = new TreeMap<>();
    private final Set<Verb> confirmed = EnumSet.noneOf(Verb.class);
    private SyncGround ground;
    private KeptRotations kept;

    /** Does one step after another until it is killed. */
    public static void main(String[] arguments) throws Exception {
        try {
            SyncGround ground = SyncGround.elsewhere(Path.of(arguments[0]), Instant.parse(arguments[1]));
            RotationWork work = new RotationWork(ground, new Random(Long.parseLong(arguments[2])), System.out::println);
            while (true) {
                work.act();
            }
        } catch (Exception e) {
            System.out.println("failed " + e);
        }
        System.in.read();
    }

    /** Secrets that are ours at two remotes without a value that was ever seen, so that whether it is a new one is for the user to say. */
    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
        for (int i = 0; i < SECRETS; i++) {
            ground.add("KEY_" + i, "first " + i);
        }
        for (Vendor vendor : List.of(Vendor.KV_V2, Vendor.MIXPEEK)) {
            Remote remote = ground.remote(vendor);
            for (Entry entry : KeptRotations.entries(ground)) {
                adopt(remote, entry, ground.put(vendor, SyncGround.there(vendor, entry.name()), "theirs"));
            }
        }
        kept = read();
    }

    private void adopt(Remote remote, Entry entry, RemoteSecret told) throws Exception {
        Observed seen = Observed.of(told);
        LedgerEntry ours = LedgerEntry.adopted(entry.id(), seen, ground.clock().instant());
        ground.ledgers().<Object>change(remote.id(), change -> {
            change.put(change.line(told.name()).owned(ours).seen(Optional.of(seen)));
            return "";
        });
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    /** What is kept now, as if nothing had been told before. */
    private KeptRotations read() throws Exception {
        return KeptRotations.read(ground, ground.vault().audit().size() + 1);
    }

    /** What the process says until its death. */
    private List<String> life(Random random) throws Exception {
        int last = 1 + random.nextInt(STEPS);
        int nanos = random.nextInt(NANOS);
        Process process = KilledProcess.start(
                KilledRotationTest.class,
                ground.file().toString(),
                ground.clock().instant().toString(),
                Long.toString(random.nextLong()));
        List<String> said = new ArrayList<>();
        int begun = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith(RotationWork.WILL) && ++begun == last) {
                    LockSupport.parkNanos(nanos);
                    KilledProcess.kill(process);
                } else if (line.startsWith("failed")) {
                    KilledProcess.kill(process);
                }
            }
        }
        process.waitFor();
        return said;
    }

    private void play(Random random) throws Exception {
        long from = ground.vault().audit().size() + 1;
        ground.pass(LATER);
        ground.lock();
        List<String> said = life(random);
        ground.reopen();
        ground.pass(LATER);
        assertFalse(said.getLast().startsWith("failed"), said.getLast());
        KeptRotations whole = requireConfirmed(said, KeptRotations.read(ground, from));
        requireSound();
        ground.sync().rotations().surveys();
        assertEquals(whole, KeptRotations.read(ground, from));
        goOn(random);
        kept = read();
    }

    /** Does what is left of some rotations, and leaves the others to the next process. */
    private void goOn(Random random) throws Exception {
        RotationWork work = new RotationWork(ground, random, line -> {});
        for (Rotation rotation : work.open()) {
            if (random.nextBoolean()) {
                work.finish(rotation.id());
                count("finished later");
            }
        }
    }

    /** @return what is to be once somebody looked at what is open */
    private KeptRotations requireConfirmed(List<String> said, KeptRotations found) {
        KeptRotations expected = kept;
        Optional<RotationStep> begun = Optional.empty();
        for (String line : said) {
            if (line.startsWith(RotationWork.WILL)) {
                begun = Optional.of(RotationStep.parse(line.substring(RotationWork.WILL.length())));
            } else {
                RotationStep done = begun.orElseThrow();
                expected = expected.after(done, line.substring(RotationWork.DID.length()));
                confirmed.add(done.verb());
                count(done.verb() + " confirmed");
                begun = Optional.empty();
            }
        }
        if (begun.isPresent()) {
            return requireWhole(begun.get(), expected, found);
        }
        assertEquals(expected, found);
        count("killed between steps");
        return found;
    }

    /** Of the step under way all was done, or nothing; what is taken on trust finishes a rotation by a change of its own. */
    private KeptRotations requireWhole(RotationStep step, KeptRotations before, KeptRotations found) {
        String id = found.runs().keySet().stream()
                .filter(one -> !before.runs().containsKey(one))
                .findFirst()
                .orElse(step.rotation());
        if (found.equals(before)) {
            count("killed in " + step.verb() + ", of which nothing was done");
            return found;
        }
        KeptRotations after = before.after(step, id);
        if (step.verb() == Verb.FINISH && found.equals(before.after(step.as(Verb.ACCEPT), id))) {
            count("killed in FINISH, of which the acceptance was done");
        } else {
            assertEquals(after, found, step.line());
            count("killed in " + step.verb() + ", of which all was done");
        }
        return after;
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    private void requireSound() throws Exception {
        CheckReport report = ground.vault().check(Progress.UNTOLD);
        assertTrue(report.sound(), report.findings().toString());
    }

    /** @param least steps that are to have been confirmed */
    private void kill(int times, Random random, Set<Verb> least) throws Exception {
        for (int i = 0; i < times; i++) {
            play(random);
        }
        assertTrue(confirmed.containsAll(least), confirmed.toString());
        pushed(random);
        requireSound();
    }

    /** At last all that is open is finished by vendors that take the new values. */
    private void pushed(Random random) throws Exception {
        RotationWork work = new RotationWork(ground, random, line -> {});
        for (Rotation rotation : work.open()) {
            work.renew(
                    rotation.id(),
                    ground.sync().rotations().survey(rotation.id()).unrenewed());
        }
        ground.pass(LATER);
        ground.sync().check(ground.vault().remotes().all(), CheckProgress.UNTOLD);
        Plan plan = ground.sync().plan(Optional.empty());
        for (Row row : plan.rows()) {
            plan = row.reason() instanceof Reason.NeverKnown ? plan.choose(row.key(), Choice.KEEP_LOCAL) : plan;
        }
        assertInstanceOf(Outcome.Ended.class, ground.sync().apply(plan, plan.confirmation(), Follower.NONE));
        ground.sync().rotations().surveys();
        assertEquals(List.of(), work.open());
    }

    @Test
    void fiveKillsLoseNoStepThatWasConfirmed() throws Exception {
        kill(5, new Random(11), EnumSet.of(Verb.BEGIN, Verb.RENEW, Verb.FINISH));
    }

    @Test
    @Tag("proof")
    void aHundredAndFiftyKillsLoseNoStepThatWasConfirmed() throws Exception {
        long seed = System.nanoTime();
        try {
            kill(150, new Random(seed), EnumSet.allOf(Verb.class));
        } finally {
            Files.writeString(Path.of("target", "rotation-kills.txt"), "seed " + seed + "\n" + figures());
        }
    }

    private String figures() {
        StringBuilder told = new StringBuilder();
        tally.forEach((what, count) -> told.append(String.format("%5d  %s%n", count, what)));
        return told.toString();
    }
}
