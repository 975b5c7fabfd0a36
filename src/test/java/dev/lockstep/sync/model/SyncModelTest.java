package dev.lockstep.sync.model;

import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.remote.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens in whatever order, nothing of value is lost, nothing that is not ours is touched, nothing is doubled, and nothing untrue is
 * shown. A failure tells how to see it again: {@code -Dlockstep.model.seed=SEED -Dlockstep.model.steps=1,2,5}.
 */
class SyncModelTest {
    private static final int STEPS = 40;

    /** So many kinds of failures are enough. */
    private static final int MANY = Integer.getInteger("lockstep.model.kinds", 5);

    @TempDir
    private Path folder;

    @Test
    void someHistoriesKeepTheRules() throws Exception {
        long seed = Long.getLong("lockstep.model.seed", -1);
        if (seed >= 0) {
            replay(seed);
        } else {
            all(1, 100);
        }
    }

    @Test
    @Tag("proof")
    void thousandsOfHistoriesKeepTheRules() throws Exception {
        all(Long.getLong("lockstep.model.first", 1000), Long.getLong("lockstep.model.runs", 3000));
    }

    /** Runs them all, and tells each kind of failure once, by the shortest history that shows it. */
    private void all(long first, long runs) throws Exception {
        Map<String, String> failures = new LinkedHashMap<>();
        for (long seed = first; seed < first + runs && failures.size() < MANY; seed++) {
            List<String> log = failure(seed, all());
            if (!log.isEmpty() && !failures.containsKey(kind(log))) {
                failures.put(kind(log), shortest(seed, log));
            }
        }
        if (!failures.isEmpty()) {
            fail(String.join("\n\n", failures.values()));
        }
    }

    /** What went wrong, without whose and when. */
    private static String kind(List<String> log) {
        return log.stream()
                .filter(line -> line.startsWith("  VIOLATED") || line.startsWith("  THROWN"))
                .findFirst()
                .orElse("")
                .replaceAll("(\\[Row|Applied|\\{|known=).*?(, but|$)", "$2")
                .replaceAll("[0-9T:.Z-]+", "0")
                .replaceAll("(?i)alpha|beta.x|beta|gamma|delta|theirs_one|theirs_two", "NAME");
    }

    private void replay(long seed) throws Exception {
        String steps = System.getProperty("lockstep.model.steps", "");
        List<Integer> some = steps.isEmpty()
                ? all()
                : Arrays.stream(steps.split(",")).map(Integer::valueOf).toList();
        List<String> log = failure(seed, some);
        if (!log.isEmpty()) {
            fail(String.join("\n", log));
        }
    }

    private static List<Integer> all() {
        return IntStream.range(0, STEPS).boxed().toList();
    }

    /** The steps that are enough; where two threads raced, it may not be seen again, and all that was logged is told. */
    private String shortest(long seed, List<String> first) throws Exception {
        String kind = kind(first);
        List<Integer> few = new ArrayList<>(all());
        for (int size = STEPS / 2; size > 0; size /= 2) {
            for (int from = few.size() - size; from >= 0; from -= size) {
                List<Integer> fewer = new ArrayList<>(few);
                fewer.subList(from, Math.min(from + size, few.size())).clear();
                if (kind(failure(seed, fewer)).equals(kind)) {
                    few = fewer;
                }
            }
        }
        List<String> again = failure(seed, few);
        List<String> log = kind(again).equals(kind) ? again : first;
        return "-Dlockstep.model.seed=" + seed + " -Dlockstep.model.steps="
                + String.join(",", few.stream().map(String::valueOf).toList()) + "\n" + String.join("\n", log);
    }

    /** The log of a run; empty if nothing was wrong. */
    private List<String> failure(long seed, List<Integer> steps) throws Exception {
        Random random = new Random(seed);
        List<Vendor> vendors = new ArrayList<>(List.of(Vendor.values()));
        Collections.shuffle(vendors, random);
        vendors = vendors.subList(0, 1 + random.nextInt(2));
        boolean twins = random.nextInt(4) == 0;
        int storm = random.nextInt(3) * 60;
        int meddling = random.nextInt(3) * 50;
        Path own = Files.createTempDirectory(folder, "run");
        try (World world = new World(own, vendors, twins)) {
            Steps run = new Steps(world);
            world.step(seed, 0, 0);
            try {
                for (Vendor vendor : vendors) {
                    new Edits(world).add(vendor);
                }
                for (int step : new TreeSet<>(steps)) {
                    world.step(seed * 1_000_003 + step * 7919L, storm, meddling);
                    world.log("" + step + ":");
                    run.step();
                    if (!world.oracle().violations().isEmpty()) {
                        return world.log();
                    }
                }
                world.step(seed, 0, 0);
                run.converge();
            } catch (Throwable e) {
                world.log("  THROWN: " + e);
                Arrays.stream(e.getStackTrace()).limit(12).forEach(at -> world.log("    " + at));
                for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                    world.log("  by " + cause);
                    Arrays.stream(cause.getStackTrace()).limit(12).forEach(at -> world.log("    " + at));
                }
                return world.log();
            }
            return world.oracle().violations().isEmpty() ? List.of() : world.log();
        }
    }
}
