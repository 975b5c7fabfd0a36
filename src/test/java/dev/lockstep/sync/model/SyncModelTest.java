package dev.lockstep.sync.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.ledger.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever happens in whatever order, nothing of value is lost, nothing that is not ours is touched, nothing is doubled, and nothing untrue is
 * shown. A failure tells how to see it again: {@code -Dlockstep.model.seed=SEED -Dlockstep.model.steps=1,2,5}.
 */
class SyncModelTest {
    private static final int STEPS = 40;

    /** So many kinds of failures are enough. */
    private static final int MANY = Integer.getInteger("lockstep.model.kinds", 5);

    /** What is counted, to know that the histories lead to it. */
    private static final Pattern REACHED = Pattern.compile(
            "! [A-Z_]+|Done\\[action=[A-Z_]+]|(Unknown|Refused|NotSent|NotKept|NotTried|Remembered)\\[|Stale|Unconfirmed"
                    + "|crashed|cancelled|lock|cancel|put back|two plans|late [A-Z]+|Incomplete|Paused");

    private static final List<String> OFTEN = List.of(
            "Unknown[",
            "Refused[",
            "NotSent[",
            "NotKept[",
            "NotTried[",
            "Remembered[",
            "Stale",
            "Unconfirmed",
            "crashed",
            "cancelled",
            "lock",
            "put back",
            "two plans",
            "late CREATE",
            "late UPDATE",
            "late DELETE");

    @TempDir
    private Path folder;

    private boolean real = Boolean.getBoolean("lockstep.model.http");

    @Test
    void someHistoriesKeepTheRules() throws Exception {
        long seed = Long.getLong("lockstep.model.seed", -1);
        if (seed >= 0) {
            replay(seed, System.getProperty("lockstep.model.steps", ""));
        } else {
            all(1, 100);
        }
    }

    /** A name of which no more was told, an outcome that reading tells, an id that is gone, and a lock in the middle of a deletion at a simulator. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
                    1794 false 0,1,7,8,9,10,11,13,16,23,26,30,31,34,35,36
                    2094 false ''
                    2625 false 0,2,3,4,5,9,10
                    244 true 4,6,8,13,20,23,29,30,31
                    """)
    void whatCannotBeKnownIsNotHeldAgainstTheProgram(long seed, boolean atSimulators, String steps) throws Exception {
        real = atSimulators;
        replay(seed, steps);
    }

    @Test
    @Tag("proof")
    void thousandsOfHistoriesKeepTheRules(TestReporter reporter) throws Exception {
        SortedMap<String, Integer> reached =
                all(Long.getLong("lockstep.model.first", 1000), Long.getLong("lockstep.model.runs", 3000));
        reached.forEach((what, times) -> reporter.publishEntry(what, times.toString()));
        List<String> expected = new ArrayList<>(OFTEN);
        Arrays.stream(Action.values()).forEach(action -> expected.add("Done[action=" + action + "]"));
        Arrays.stream(Fault.values()).skip(1).forEach(fault -> expected.add("! " + fault));
        expected.removeAll(reached.keySet());
        assertEquals(List.of(), expected, "never seen in all histories");
    }

    /** Runs them all, and tells each kind of failure once, by the shortest history that shows it. */
    private SortedMap<String, Integer> all(long first, long runs) throws Exception {
        Map<String, String> failures = new LinkedHashMap<>();
        SortedMap<String, Integer> reached = new TreeMap<>();
        for (long seed = first; seed < first + runs && failures.size() < MANY; seed++) {
            Run run = run(seed, all());
            run.log().forEach(line -> {
                Matcher known = REACHED.matcher(line);
                if (known.find()) {
                    reached.merge(known.group(), 1, Integer::sum);
                }
            });
            if (run.wrong() && !failures.containsKey(kind(run.log()))) {
                failures.put(kind(run.log()), shortest(seed, run.log()));
            }
        }
        if (!failures.isEmpty()) {
            fail(String.join("\n\n", failures.values()));
        }
        return reached;
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

    /** The same with the vendors' adapters and simulators in between. */
    @Test
    @Tag("proof")
    void historiesAtTheSimulatorsKeepTheRules() throws Exception {
        real = true;
        all(Long.getLong("lockstep.model.first", 1), Long.getLong("lockstep.model.real", 300));
    }

    private void replay(long seed, String steps) throws Exception {
        List<Integer> some = steps.isEmpty()
                ? all()
                : Arrays.stream(steps.split(",")).map(Integer::valueOf).toList();
        Run run = run(seed, some);
        assertFalse(run.wrong(), () -> String.join("\n", run.log()));
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
                if (kind(run(seed, fewer).log()).equals(kind)) {
                    few = fewer;
                }
            }
        }
        List<String> again = run(seed, few).log();
        List<String> log = kind(again).equals(kind) ? again : first;
        return "-Dlockstep.model.seed=" + seed + " -Dlockstep.model.steps="
                + String.join(",", few.stream().map(String::valueOf).toList()) + "\n" + String.join("\n", log);
    }

    /** What happened, and whether anything was wrong. */
    private record Run(List<String> log, boolean wrong) {}

    private Run run(long seed, List<Integer> steps) throws Exception {
        Random random = new Random(seed);
        List<Vendor> vendors = new ArrayList<>(List.of(Vendor.values()));
        Collections.shuffle(vendors, random);
        vendors = vendors.subList(0, 1 + random.nextInt(2));
        boolean twins = random.nextInt(4) == 0;
        int storm = random.nextInt(4) * 60;
        int meddling = random.nextInt(3) * 50;
        Path own = Files.createTempDirectory(folder, "run");
        try (World world = new World(own, vendors, twins, real)) {
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
                        return new Run(world.log(), true);
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
                return new Run(world.log(), true);
            }
            return new Run(world.log(), !world.oracle().violations().isEmpty());
        }
    }
}
