package dev.lockstep.sync.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Capability;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.plan.SmallWorld.Here;
import dev.lockstep.sync.plan.SmallWorld.There;
import dev.lockstep.vault.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every plan, in small worlds in which local edits, edits by others, lists and applies come in any order. */
class PlanInvariantsTest {
    private static final int WORLDS = 30;
    private static final int STEPS = 40;

    private int checked;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPlanKeepsTheRules(long seed) throws Exception {
        for (int i = 0; i < WORLDS; i++) {
            Random random = new Random(seed * WORLDS + i);
            SmallWorld world = new SmallWorld(random);
            for (int step = 0; step < STEPS; step++) {
                world.step();
                if (random.nextInt(5) == 0) {
                    plan(world, random);
                }
            }
        }
        assertTrue(checked > WORLDS * STEPS / 10, checked + " plans");
    }

    private void plan(SmallWorld world, Random random) throws Exception {
        if (random.nextBoolean()) {
            world.list(false);
            if (random.nextBoolean()) {
                world.read();
            }
        }
        Plan plan = world.plan();
        checked++;
        rowsAreOnce(plan);
        nothingButOursIsWritten(plan, world);
        statesAreTrue(plan, world);
        standingsAreToldWithoutAPlan(plan, world);
        collisionsAreBlocked(plan, world);
        deletionsAsk(plan, world);
        assertEquals(plan.digest(), world.plan().digest());
        assertEquals(plan.rows(), world.plan().rows());
        if (world.fresh && random.nextBoolean()) {
            applied(decided(plan, random), world);
        }
    }

    private static Plan decided(Plan plan, Random random) {
        Plan decided = plan;
        for (Row row : plan.rows()) {
            if (!row.options().isEmpty() && random.nextBoolean()) {
                List<Choice> options = row.options().keySet().stream().sorted().toList();
                decided = decided.choose(row.key(), options.get(random.nextInt(options.size())));
            }
        }
        return random.nextInt(3) == 0 ? decided.tick(Filter.ALL, true) : decided;
    }

    private static void applied(Plan plan, SmallWorld world) throws Exception {
        Map<String, There> foreign = new TreeMap<>(world.there);
        plan.ticked().forEach(row -> {
            boolean owned = Optional.ofNullable(world.lines.get(row.key().there()))
                    .flatMap(LedgerLine::entry)
                    .isPresent();
            if (owned) {
                foreign.remove(row.key().there());
            }
        });
        othersValuesAreKept(plan, world);

        world.apply(plan);

        foreign.forEach((name, secret) -> assertEquals(secret, world.there.get(name), name));
        world.list(false);
        if (plan.rows().stream().noneMatch(PlanInvariantsTest::leadsOn)) {
            assertEquals(List.of(), world.plan().ticked(), "there is nothing left to do");
        }
        if (!plan.ticked().isEmpty()) {
            assertFalse(plan.isFresh(world.plan()));
        }
    }

    /** What is deleted or forgotten may free a name, and what is taken over may be read next. */
    private static boolean leadsOn(Row row) {
        return row.reason() instanceof Reason.GoneBoth
                || (row.ticked() && (row.operation() == Operation.DELETE || row.operation() == Operation.ADOPT));
    }

    /** Where the vendor tells times, what somebody else wrote is overwritten or deleted only by choice. */
    private static void othersValuesAreKept(Plan plan, SmallWorld world) {
        if (world.target.can(Capability.TIMESTAMPS)) {
            for (Row row : plan.ticked()) {
                if (row.operation().writesThere() && row.choice().isEmpty()) {
                    There secret = world.there.get(row.key().there());
                    boolean known = secret == null
                            || secret.byUs()
                            || isAcknowledged(world, row.key().there(), secret);
                    assertTrue(known, row.toString());
                }
            }
        }
    }

    private static boolean isAcknowledged(SmallWorld world, String name, There secret) {
        return world.lines
                .get(name)
                .entry()
                .flatMap(entry -> entry.acknowledged())
                .filter(value -> value.fingerprint()
                        .equals(PlanWorld.of(name, secret.value().getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isPresent();
    }

    private static void rowsAreOnce(Plan plan) {
        Set<RowKey> keys = new HashSet<>();
        Set<String> written = new HashSet<>();
        for (Row row : plan.rows()) {
            assertTrue(keys.add(row.key()), row.toString());
            if (row.operation().action().isPresent()) {
                assertTrue(written.add(row.key().there()), row.toString());
            }
        }
    }

    private static void nothingButOursIsWritten(Plan plan, SmallWorld world) {
        for (Row row : plan.rows()) {
            LedgerLine line = world.lines.getOrDefault(
                    row.key().there(), LedgerLine.of(row.key().there()));
            switch (row.operation()) {
                case CREATE -> {
                    assertTrue(world.head.isCurrent());
                    assertTrue(line.observed().isEmpty(), row.toString());
                    assertTrue(world.target.direction() != Direction.PULL);
                    if (world.fresh) {
                        assertFalse(world.there.containsKey(row.key().there()), row.toString());
                    }
                }
                case UPDATE ->
                    assertTrue(line.entry().isPresent() && world.target.can(Capability.UPDATE), row.toString());
                case DELETE -> {
                    assertTrue(world.head.isCurrent() && line.observed().isPresent(), row.toString());
                    assertTrue(
                            line.entry().isPresent() && world.target.conduct().deletions(), row.toString());
                    Here secret = world.here.get(row.key().secret().orElseThrow());
                    assertTrue(secret == null || secret.trashed(), row.toString());
                }
                case PULL_NEW, PULL_VERSION -> assertTrue(world.target.direction() != Direction.PUSH);
                case ADOPT, UNCHANGED, CONFLICT, BLOCKED, CANNOT_CHECK -> {}
            }
        }
    }

    private static void standingsAreToldWithoutAPlan(Plan plan, SmallWorld world) throws Exception {
        Standings standings = new Standings(world.known(), world);
        Set<SecretId> secrets = new HashSet<>(world.here.keySet());
        secrets.addAll(standings.bound());
        Set<Standing> told = new HashSet<>();
        for (SecretId id : secrets) {
            for (Whereabouts where : standings.of(id, world.secrets().find(id))) {
                told.add(new Standing(new RowKey(world.target.id(), Optional.of(id), where.there()), where.state()));
            }
        }
        Set<Standing> planned = new HashSet<>(plan.standings());
        planned.removeIf(standing -> standing.key().secret().isEmpty());
        assertEquals(planned, told);
    }

    private static void statesAreTrue(Plan plan, SmallWorld world) {
        for (Standing standing : plan.standings()) {
            String name = standing.key().there();
            There there = world.there.get(name);
            Optional<Here> here = standing.key().secret().map(world.here::get);
            if (standing.state() instanceof State.MissingThere && there != null) {
                assertFalse(there.byUs() && world.lines.get(name).entry().isPresent(), standing.toString());
            }
            if (!world.fresh) {
                continue;
            }
            switch (standing.state()) {
                case State.MissingThere missing -> assertEquals(null, there, standing.toString());
                case State.OnlyThere foreign -> assertTrue(there != null, standing.toString());
                case State.VerifiedEqual equal -> {
                    if (world.target.can(Capability.TIMESTAMPS)
                            && here.isPresent()
                            && !here.get().trashed()) {
                        assertEquals(
                                here.get().elsewhere()
                                        ? there.value()
                                        : here.get().value(),
                                there.value());
                    }
                }
                case State.ProbablyUnchanged same ->
                    assertTrue(isAcknowledged(world, name, there), standing.toString());
                case State.ChangedElsewhere changed -> assertFalse(there.byUs(), standing.toString());
                case State.Differs differs -> assertFalse(there.byUs(), standing.toString());
                case State.CannotTell untold -> {}
                case State.LocalAhead ahead -> {}
                case State.OutcomeUnknown unknown -> throw new AssertionError(standing);
            }
        }
    }

    private static void collisionsAreBlocked(Plan plan, SmallWorld world) {
        Map<String, List<SecretId>> wanting = new HashMap<>();
        Set<SecretId> bound = new HashSet<>();
        world.lines
                .values()
                .forEach(line -> line.entry().ifPresent(entry -> {
                    bound.add(entry.secret());
                    wanting.computeIfAbsent(line.name(), first -> new ArrayList<>())
                            .add(entry.secret());
                }));
        world.here.forEach((id, secret) -> {
            if (!bound.contains(id) && !secret.trashed() && !secret.elsewhere()) {
                wanting.computeIfAbsent(world.mapped(secret.name()), first -> new ArrayList<>())
                        .add(id);
            }
        });
        for (Row row : plan.rows()) {
            Optional<SecretId> id = row.key().secret();
            List<SecretId> rivals = wanting.getOrDefault(row.key().there(), List.of());
            if (id.isPresent() && !bound.contains(id.get()) && rivals.size() > 1) {
                assertEquals(Operation.BLOCKED, row.operation());
                assertTrue(row.reason() instanceof Reason.Collides, row.toString());
                Set<SecretId> named = new HashSet<>();
                ((Reason.Collides) row.reason()).rivals().forEach(rival -> named.add(rival.id()));
                named.add(id.get());
                assertEquals(new HashSet<>(rivals), named);
            }
        }
    }

    private static void deletionsAsk(Plan plan, SmallWorld world) {
        long deletions = plan.ticked().stream()
                .filter(row -> row.operation() == Operation.DELETE)
                .count();
        long owned = world.lines.values().stream()
                .filter(line -> line.entry().isPresent())
                .count();
        assertEquals(
                deletions > 3 || deletions > owned * 0.1,
                plan.confirmation().isPresent(),
                plan.summary().toString());
    }

    @Test
    void worldsComeToEveryOperation() throws Exception {
        Set<Operation> seen = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            Random random = new Random(i);
            SmallWorld world = new SmallWorld(random);
            for (int step = 0; step < STEPS; step++) {
                world.step();
                if (world.fresh && random.nextInt(3) == 0) {
                    Plan plan = decided(world.plan(), random);
                    plan.rows().forEach(row -> seen.add(row.operation()));
                    world.apply(plan);
                }
            }
        }
        assertEquals(Set.of(Operation.values()), seen);
    }
}
