package dev.lockstep.sync.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.model.RowId;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.State;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of a secret at a remote is reached at every vendor that tells enough for it, and at the others it is said that nobody can know. */
class CheckedStatesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private SyncGround ground;
    private Remote remote;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    private String there(String name) {
        return SyncGround.there(Vendor.of(remote.vendor()).orElseThrow(), name);
    }

    private State state(String name) throws Exception {
        return ground.plan(remote).standings().stream()
                .filter(standing -> standing.key().there().equals(there(name)))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static boolean can(Vendor vendor, Capability capability) {
        return VendorContracts.of(vendor).can(capability);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatACheckFoundIsWhatIsSaid(Vendor vendor) throws Exception {
        remote = ground.remote(vendor);
        ground.add("MINE", "not pushed yet");
        ground.add("CLASH", "ours");
        assertEquals(new State.CannotTell(State.Why.NEVER_LISTED, Optional.empty()), state("MINE"));

        ground.put(vendor, there("CLASH"), "theirs");
        ground.put(vendor, there("FOREIGN"), "theirs");
        assertEquals(new Checked.Listed(ground.clock().instant(), 2), ground.check(remote));
        Contact contact = ground.plan(remote).contacts().getFirst();
        assertEquals(
                new Contact(
                        remote.id(), true, List.of(), List.of(), List.of(there("FOREIGN")), List.of(there("CLASH"))),
                contact);
        assertInstanceOf(State.MissingThere.class, state("MINE"));
        assertInstanceOf(State.OnlyThere.class, state("CLASH"));

        ground.pushed(remote, "SAME", "the same");
        ground.pushed(remote, "TOUCHED", "before");
        ground.pushed(remote, "LOST", "lost");
        Entry ahead = ground.pushed(remote, "AHEAD", "before");
        Entry open = ground.pushed(remote, "OPEN", "open");
        ground.pass(HOUR);
        ground.edit(ahead.id(), "after");
        ground.change(vendor, there("TOUCHED"), "after");
        ground.delete(vendor, there("LOST"));
        intend(open);
        assertEquals(new Checked.Listed(ground.clock().instant(), listed(vendor)), ground.check(remote));

        assertEquals(quiet(vendor), state("SAME").getClass());
        assertEquals(touched(vendor), state("TOUCHED").getClass());
        assertInstanceOf(State.LocalAhead.class, state("AHEAD"));
        assertInstanceOf(State.OutcomeUnknown.class, state("OPEN"));
        State.MissingThere lost = assertInstanceOf(State.MissingThere.class, state("LOST"));
        assertEquals(vendor == Vendor.KV_V2, lost.restorable());
        Contact now = ground.plan(remote).contacts().getFirst();
        assertEquals(List.of(there("LOST")), now.missing());
        assertFalse(now.ours().contains(there("LOST")));
        assertEquals(Set.of(), verified());
        if (ground.practice(vendor).simulator() instanceof HooklistenerSimulator auditing) {
            assertEquals(List.of(), auditing.audited());
        }
    }

    /** KV lists what is deleted there and can be brought back. */
    private static int listed(Vendor vendor) {
        return vendor == Vendor.KV_V2 ? 7 : 6;
    }

    private static Class<? extends State> quiet(Vendor vendor) {
        if (can(vendor, Capability.VERSIONS)) {
            return State.VerifiedEqual.class;
        }
        return can(vendor, Capability.TIMESTAMPS) ? State.ProbablyUnchanged.class : State.CannotTell.class;
    }

    private static Class<? extends State> touched(Vendor vendor) {
        return can(vendor, Capability.TIMESTAMPS) || can(vendor, Capability.VERSIONS)
                ? State.ChangedElsewhere.class
                : State.CannotTell.class;
    }

    private void intend(Entry entry) throws Exception {
        ground.ledgers().<Object>change(remote.id(), change -> {
            var line = change.line(there(entry.name()));
            Intent intent = new Intent(
                    Action.UPDATE,
                    new RowId(1, 1),
                    entry.id(),
                    line.entry().orElseThrow().acknowledged(),
                    ground.clock().instant(),
                    line.observed());
            change.put(line.intending(intent));
            return "";
        });
    }

    private Set<String> verified() throws Exception {
        long size = ground.vault().audit().size();
        return ground.vault().audit().page(1, (int) size).entries().stream()
                .filter(entry ->
                        entry.event() == AuditEvent.SYNC_VERIFIED || entry.event() == AuditEvent.REMOTE_VALUE_READ)
                .map(entry -> entry.event() + " " + entry.note())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"HOOKPULSE", "VOXIMPLANT", "HOOKLISTENER", "KV_V2"})
    void valuesAreComparedWhereTheyCanBeReadAndOnlyThoseThatWereAskedFor(Vendor vendor) throws Exception {
        remote = ground.remote(vendor);
        ground.pushed(remote, "SAME", "line1\n line2 \n");
        ground.pushed(remote, "TOUCHED", "before");
        ground.pushed(remote, "ELSE", "nobody asks");
        ground.put(vendor, there("FOREIGN"), "theirs");
        ground.pass(HOUR);
        ground.change(vendor, there("TOUCHED"), "after");
        ground.check(remote);

        Set<String> chosen = Set.of(there("SAME"), there("TOUCHED"), there("FOREIGN"), there("NOWHERE"));
        Readings readings = ground.checks().verify(remote, chosen, CheckProgress.UNTOLD);
        assertEquals(Set.of(there("SAME"), there("TOUCHED")), readings.read());
        assertEquals(Set.of(), readings.unread().keySet());
        State.VerifiedEqual same = assertInstanceOf(State.VerifiedEqual.class, state("SAME"));
        assertEquals(new State.VerifiedEqual(ground.clock().instant(), State.Proof.READ_BACK), same);
        assertEquals(new State.Differs(ground.clock().instant(), State.Proof.READ_BACK), state("TOUCHED"));
        assertEquals(quiet(vendor), state("ELSE").getClass());
        String name = remote.name();
        assertEquals(
                Set.of(
                        "SYNC_VERIFIED " + name + ": " + there("SAME"),
                        "SYNC_VERIFIED " + name + ": " + there("TOUCHED")),
                verified());

        ground.pass(HOUR);
        ground.check(remote);
        assertEquals(same, state("SAME"));
        Plan plan = ground.plan(remote);
        assertEquals(1, plan.contacts().size());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatWasJustWrittenIsNotMissingInALateList(Vendor vendor) throws Exception {
        remote = ground.remote(vendor);
        ground.pushed(remote, "SETTLED", "a");
        ground.pass(HOUR);
        ground.pushed(remote, "FRESH", "b");
        ground.practice(vendor).simulator().disturbAlways(Optional.of(Disturbance.STALE_LISTING));
        ground.pass(Head.SETTLING.minusSeconds(1));
        ground.check(remote);
        assertInstanceOf(State.CannotTell.class, state("FRESH"));
        assertEquals(quiet(vendor), state("SETTLED").getClass());
        ground.pass(Duration.ofSeconds(2));
        ground.check(remote);
        assertInstanceOf(State.MissingThere.class, state("FRESH"));
        ground.practice(vendor).simulator().disturbNoMore();
        ground.check(remote);
        assertEquals(quiet(vendor), state("FRESH").getClass());
    }
}
