package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.KilledProcess;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while it applies a plan at simulators, which live on, doubles nothing, loses nothing and touches nothing that is not
 * ours; what it sent without an answer is told as unknown, and found out by the vendor's means.
 */
class KilledApplyTest {
    @TempDir
    private Path folder;

    /** Checks, plans and applies, says what becomes of each row, and then waits for its end. */
    public static void main(String[] arguments) throws Exception {
        try {
            SyncGround ground = SyncGround.elsewhere(Path.of(arguments[0]), Instant.parse(arguments[1]));
            System.out.println("open");
            ground.sync().check(ground.vault().remotes().all(), CheckProgress.UNTOLD);
            Plan plan = ground.sync().plan(Optional.empty());
            var outcome = ground.sync().apply(plan, plan.confirmation(), new Telling(ground));
            System.out.println("over " + outcome.getClass().getSimpleName());
        } catch (Exception e) {
            System.out.println("failed " + e);
        }
        System.in.read();
    }

    /** Says of each row the remote, the name there, and what becomes of it. */
    private record Telling(SyncGround ground) implements Follower {
        @Override
        public void began(Row row) {
            say("began", row, row.operation().name());
        }

        @Override
        public void ended(Applied applied) {
            String what = applied.result() instanceof RowResult.Done done
                    ? "DONE_" + done.action()
                    : applied.result().getClass().getSimpleName();
            say("ended", applied.row(), what);
        }

        private void say(String when, Row row, String what) {
            String at = ground.vault().remotes().all().stream()
                    .filter(remote -> remote.id().equals(row.key().remote()))
                    .findFirst()
                    .orElseThrow()
                    .vendor();
            System.out.println(String.join(" ", when, at, row.key().there(), what));
        }
    }

    /** What the process says until its death. */
    private static List<String> life(SyncGround ground, DyingMoment.Watch watch) throws Exception {
        Process process = KilledProcess.start(
                KilledApplyTest.class,
                ground.file().toString(),
                ground.clock().instant().toString());
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.equals("open")) {
                    watch.begins(process);
                } else if (line.startsWith("over") || line.startsWith("failed")) {
                    watch.kill();
                }
            }
        }
        process.waitFor();
        return said;
    }

    private void kill(int times, long seed, KillTally tally) throws Exception {
        Random random = new Random(seed);
        try (KilledRounds rounds = new KilledRounds(folder, tally)) {
            rounds.play(random, DyingMoment.END, KilledApplyTest::life);
            rounds.play(random, DyingMoment.EVERYWHERE, KilledApplyTest::life);
            assertEquals(Vendor.values().length, tally.between());
            for (int i = 0; i < times; i++) {
                rounds.play(
                        random,
                        DyingMoment.any(random, tally.usualCalls(), tally.usualWrites()),
                        KilledApplyTest::life);
            }
        }
    }

    @Test
    void fiveKillsOfAnApplyAtAllVendors() throws Exception {
        kill(3, 20, new KillTally());
    }

    @Test
    @Tag("proof")
    void threeHundredKillsOfAnApplyAtAllVendors() throws Exception {
        long seed = System.nanoTime();
        KillTally tally = new KillTally();
        try {
            kill(300, seed, tally);
        } finally {
            Files.writeString(Path.of("target", "kills.txt"), "seed " + seed + "\n" + tally);
        }
    }
}
