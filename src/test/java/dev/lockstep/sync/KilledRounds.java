package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.State;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes a vault, has a process apply that at all vendors and be killed, and holds what the vault then says against what really stands there. */
final class KilledRounds implements AutoCloseable {
    private static final Duration LATER = Duration.ofMinutes(3);
    private static final int AT_FIRST = 12;
    private static final int NAMES = 30;
    private static final int FOREIGN = 3;
    private static final Set<AuditEvent> WRITES = EnumSet.of(
            AuditEvent.SYNC_CREATED,
            AuditEvent.SYNC_UPDATED,
            AuditEvent.SYNC_DELETED,
            AuditEvent.SYNC_ADOPTED,
            AuditEvent.SYNC_RELEASED);
    private static final List<AuditEvent> TAKEN_OVER = List.of(AuditEvent.SYNC_ADOPTED, AuditEvent.SYNC_UPDATED);

    private final SyncGround ground;
    private final KillTally tally;
    private final Map<Vendor, Remote> remotes = new LinkedHashMap<>();
    private final Map<Vendor, Map<String, RemoteSecret>> foreign = new HashMap<>();
    private final Map<String, Entry> present = new TreeMap<>();
    private final Map<SecretId, Map<Long, String>> texts = new HashMap<>();
    private int values;

    KilledRounds(Path folder, KillTally tally) throws Exception {
        this.tally = tally;
        ground = new SyncGround(folder);
        ground.doublingNames();
        for (Vendor vendor : Vendor.values()) {
            for (int i = 0; i < FOREIGN; i++) {
                ground.put(vendor, SyncGround.there(vendor, "FOREIGN_" + i), "theirs " + i);
            }
            Map<String, RemoteSecret> theirs = new HashMap<>();
            stock(vendor).items().forEach((name, item) -> theirs.put(name, item.told()));
            foreign.put(vendor, theirs);
            Remote remote = ground.remote(vendor);
            remotes.put(
                    vendor, ground.vault().remotes().conduct(remote.id(), new Conduct(false, Direction.PUSH, true)));
        }
        for (int i = 0; i < AT_FIRST; i++) {
            add("KEY_" + i);
        }
        settle();
    }

    /** A process, from its start to its death. */
    interface Life {
        /** @return what it said */
        List<String> live(SyncGround ground, DyingMoment.Watch watch) throws Exception;
    }

    /** What was changed here since everything was the same everywhere. */
    private record Changed(Set<String> added, Set<String> edited, Set<String> gone) {
        Changed() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    void play(Random random, DyingMoment moment, Life life) throws Exception {
        Changed changed = change(random);
        long from = ground.vault().audit().size() + 1;
        DyingMoment.Watch watch = new DyingMoment.Watch(moment, ground.executor());
        List<String> said = killed(watch, life);
        boolean whole = said.getLast().startsWith("over");
        assertFalse(said.getLast().startsWith("failed"), said.getLast());
        if (whole) {
            assertEquals("over Ended", said.getLast());
            tally.whole(watch.calls(), watch.writes());
        }
        Map<Vendor, Map<String, Intent>> open = new HashMap<>();
        for (Vendor vendor : remotes.keySet()) {
            open.put(vendor, afterDeath(vendor, said, whole));
        }
        requireShown(open);
        ground.pass(LATER);
        ground.sync().check(remotes.values(), CheckProgress.UNTOLD);
        Map<Vendor, Set<String>> unknown = new HashMap<>();
        for (Vendor vendor : remotes.keySet()) {
            unknown.put(vendor, requireFoundOut(vendor, open.get(vendor)));
        }
        goOn(random);
        settle();
        for (Vendor vendor : remotes.keySet()) {
            requireTold(vendor, changed, unknown.get(vendor), from);
        }
        for (String name : changed.gone()) {
            SecretId id = present.remove(name).id();
            ground.vault().secrets().deleteForGood(List.of(id));
        }
    }

    private Changed change(Random random) throws Exception {
        Changed changed = new Changed();
        List<String> names = new ArrayList<>(present.keySet());
        for (int i = 0; i < 2; i++) {
            changed.gone().add(names.remove(random.nextInt(names.size())));
            changed.edited().add(names.remove(random.nextInt(names.size())));
        }
        while (changed.added().size() < 2) {
            String name = "KEY_" + random.nextInt(NAMES);
            if (!present.containsKey(name)) {
                add(name);
                changed.added().add(name);
            }
        }
        for (String name : changed.edited()) {
            String text = newText(name);
            keep(ground.edit(present.get(name).id(), text), text);
        }
        List<SecretId> gone =
                changed.gone().stream().map(name -> present.get(name).id()).toList();
        ground.vault().secrets().trash(gone);
        return changed;
    }

    private void add(String name) throws Exception {
        String text = newText(name);
        keep(ground.add(name, text), text);
    }

    private String newText(String name) {
        return name + " value " + ++values;
    }

    private void keep(Entry entry, String text) {
        present.put(entry.name(), entry);
        texts.computeIfAbsent(entry.id(), first -> new HashMap<>()).put(entry.valueVersion(), text);
    }

    private List<String> killed(DyingMoment.Watch watch, Life life) throws Exception {
        ground.lock();
        for (Vendor vendor : remotes.keySet()) {
            ground.practice(vendor).simulator().witnessedBy(watch.at(vendor));
        }
        List<String> said = life.live(ground, watch);
        for (Vendor vendor : remotes.keySet()) {
            ground.practice(vendor).simulator().witnessedBy((asked, answered) -> {});
            // What the dead one had sent is done before what is asked now.
            stock(vendor).items();
        }
        ground.reopen();
        return said;
    }

    private Stock stock(Vendor vendor) {
        return new Stock(ground, vendor);
    }

    private RemoteLedger ledger(Vendor vendor) throws Exception {
        return ground.ledgers().load(remotes.get(vendor).id());
    }

    private String text(SecretId secret, long version) {
        return texts.get(secret).get(version);
    }

    /** @return the writes without an answer, by name */
    private Map<String, Intent> afterDeath(Vendor vendor, List<String> said, boolean whole) throws Exception {
        RemoteLedger ledger = ledger(vendor);
        Map<String, Stock.Item> there = stock(vendor).items();
        Map<String, Intent> open = new TreeMap<>();
        for (LedgerLine line : ledger.lines().values()) {
            line.intent().ifPresent(intent -> open.put(line.name(), intent));
        }
        requireKept(vendor, ledger, there);
        for (String name : there.keySet()) {
            Optional<LedgerLine> line = ledger.line(name);
            boolean known = line.flatMap(LedgerLine::entry).isPresent() || open.containsKey(name);
            assertTrue(
                    known || foreign.get(vendor).containsKey(name),
                    vendor + " has " + name + ", which nobody knows of");
        }
        int begun = 0;
        int ended = 0;
        for (String line : said) {
            String[] words = line.split(" ", -1);
            if (words.length < 4 || !words[1].equals(vendor.id())) {
                continue;
            }
            begun += words[0].equals("began") ? 1 : 0;
            if (words[0].equals("ended")) {
                ended++;
                requireConfirmed(ledger.line(words[2]).orElseGet(() -> LedgerLine.of(words[2])), words[3]);
            }
        }
        tally.count(vendor, when(begun, ended, open.size(), whole));
        return open;
    }

    private static String when(int begun, int ended, int open, boolean whole) {
        if (whole) {
            return "kill after the end";
        }
        if (open > 0) {
            return "kill between request and answer";
        }
        return begun == 0 ? "kill before the first row" : ended < begun ? "kill within a row" : "kill after an answer";
    }

    /** What the ledger says to stand there does so. */
    private void requireKept(Vendor vendor, RemoteLedger ledger, Map<String, Stock.Item> there) throws Exception {
        for (LedgerLine line : ledger.lines().values()) {
            Optional<LedgerEntry> entry =
                    line.entry().filter(ours -> line.intent().isEmpty());
            if (entry.isPresent()) {
                Stock.Item secret = there.get(line.name());
                assertTrue(secret != null, vendor + " lost " + line.name());
                long version = entry.get().acknowledged().orElseThrow().version();
                assertTrue(
                        secret.value().test(text(entry.get().secret(), version)),
                        vendor + " has another value of " + line.name());
            }
        }
    }

    /** What the process said to be done is in the ledger. */
    private void requireConfirmed(LedgerLine line, String what) {
        switch (what) {
            case "DONE_CREATE", "DONE_UPDATE" -> {
                LedgerEntry entry = line.entry().orElseThrow();
                long version = entry.acknowledged().orElseThrow().version();
                assertEquals(Optional.empty(), line.intent());
                assertTrue(present.values().stream()
                        .anyMatch(secret -> secret.id().equals(entry.secret()) && secret.valueVersion() == version));
            }
            case "DONE_DELETE" -> {
                assertEquals(Optional.empty(), line.entry());
                assertEquals(Optional.empty(), line.intent());
            }
            case "Remembered" -> assertEquals(Optional.empty(), line.intent());
            default -> throw new AssertionError(line.name() + " came to " + what);
        }
    }

    /** Whatever has no answer is told as that, before anybody is asked. */
    private void requireShown(Map<Vendor, Map<String, Intent>> open) throws Exception {
        Plan plan = ground.sync().plan(Optional.empty());
        for (Vendor vendor : remotes.keySet()) {
            Set<String> unknown = new TreeSet<>();
            plan.rows(remotes.get(vendor).id()).stream()
                    .filter(row -> row.state() instanceof State.OutcomeUnknown)
                    .forEach(row -> unknown.add(row.key().there()));
            assertEquals(open.get(vendor).keySet(), unknown);
            if (!unknown.isEmpty()) {
                assertTrue(ground.sync()
                        .unfinished()
                        .orElseThrow()
                        .remotes()
                        .contains(remotes.get(vendor).id()));
            }
        }
    }

    /**
     * After a late look, and a reading where that can be: what is concluded is true, and what is not could not be.
     *
     * @return the names there of what stays unknown
     */
    private Set<String> requireFoundOut(Vendor vendor, Map<String, Intent> open) throws Exception {
        if (can(vendor, Capability.READ_VALUE)) {
            ground.sync().verify(remotes.get(vendor), open.keySet(), CheckProgress.UNTOLD);
        }
        RemoteLedger ledger = ledger(vendor);
        Map<String, Stock.Item> there = stock(vendor).items();
        requireKept(vendor, ledger, there);
        Set<String> unknown = new HashSet<>();
        for (Map.Entry<String, Intent> write : open.entrySet()) {
            LedgerLine line = ledger.line(write.getKey()).orElseGet(() -> LedgerLine.of(write.getKey()));
            Optional<Stock.Item> secret = Optional.ofNullable(there.get(write.getKey()));
            boolean written = isWritten(vendor, write.getValue(), secret);
            String what = write.getValue().action() + (written ? " that was written" : " that was not written");
            if (line.intent().isPresent()) {
                assertTrue(isBeyond(vendor, write.getValue().action(), secret.isPresent(), written), vendor + what);
                tally.count(vendor, "unknown " + what + ": stays unknown");
                unknown.add(write.getKey());
            } else {
                assertEquals(written, isDone(line, write.getValue()), vendor + " " + what);
                tally.count(vendor, "unknown " + what + ": found out");
            }
        }
        return unknown;
    }

    private boolean isWritten(Vendor vendor, Intent write, Optional<Stock.Item> secret) throws Exception {
        if (write.action() == Action.DELETE || secret.isEmpty()) {
            return write.action() == Action.DELETE && secret.isEmpty();
        }
        long version = write.sent().orElseThrow().version();
        return secret.get().value().test(text(write.secret(), version));
    }

    private static boolean isDone(LedgerLine line, Intent write) {
        if (write.action() == Action.DELETE) {
            return line.entry().isEmpty();
        }
        return line.entry()
                .filter(entry -> entry.secret().equals(write.secret()))
                .flatMap(LedgerEntry::acknowledged)
                .filter(write.sent().orElseThrow()::equals)
                .isPresent();
    }

    /** Whether the vendor has no means to find out. */
    private static boolean isBeyond(Vendor vendor, Action action, boolean there, boolean written) {
        if (can(vendor, Capability.READ_VALUE) || action == Action.DELETE || !there) {
            return false;
        }
        return action == Action.CREATE || written || !can(vendor, Capability.TIMESTAMPS);
    }

    private static boolean can(Vendor vendor, Capability capability) {
        return VendorContracts.of(vendor).can(capability);
    }

    private void goOn(Random random) throws Exception {
        if (random.nextBoolean()) {
            if (ground.sync().resume(OptionalInt.empty(), Follower.NONE) instanceof Outcome.Unconfirmed asked) {
                ground.sync().resume(asked.plan().confirmation(), Follower.NONE);
            }
        } else {
            ground.sync().abandon();
        }
        assertEquals(Optional.empty(), ground.sync().unfinished());
    }

    /** Applies what there is to do until nothing is left, decides what only a user can, and requires that all is as it should be. */
    private void settle() throws Exception {
        Plan plan = looked();
        for (int i = 0; i < 4 && isLeft(plan); i++) {
            ground.sync().apply(plan, plan.confirmation(), Follower.NONE);
            plan = looked();
        }
        assertFalse(isLeft(plan), plan.rows().toString());
        for (Vendor vendor : remotes.keySet()) {
            requireSettled(vendor);
        }
    }

    /** What is here is there, what is not ours is as it was, and that is all. */
    private void requireSettled(Vendor vendor) throws Exception {
        Map<String, Stock.Item> there = stock(vendor).items();
        for (int i = 0; i < FOREIGN; i++) {
            String name = SyncGround.there(vendor, "FOREIGN_" + i);
            Stock.Item theirs = there.remove(name);
            assertEquals(foreign.get(vendor).get(name), theirs.told());
            assertTrue(theirs.value().test("theirs " + i), vendor + " " + name);
        }
        Set<String> ours = new TreeSet<>();
        for (Entry entry : present.values()) {
            if (ground.vault()
                    .catalog()
                    .entry(entry.id())
                    .orElseThrow()
                    .trashed()
                    .isEmpty()) {
                String name = SyncGround.there(vendor, entry.name());
                ours.add(name);
                assertTrue(there.containsKey(name), vendor + " lost " + name);
                assertTrue(there.get(name).value().test(text(entry.id(), entry.valueVersion())), vendor + " " + name);
            }
        }
        assertEquals(ours, there.keySet(), vendor.id());
    }

    private Plan looked() throws Exception {
        ground.pass(LATER);
        ground.sync().check(remotes.values(), CheckProgress.UNTOLD);
        Plan plan = ground.sync().plan(Optional.empty());
        for (Row row : plan.rows()) {
            if (row.reason() instanceof Reason.OutcomeUnknown) {
                plan = plan.choose(row.key(), Choice.ADOPT);
            } else if (row.reason() instanceof Reason.NeverKnown) {
                plan = plan.choose(row.key(), Choice.KEEP_LOCAL);
            }
        }
        return plan;
    }

    private static boolean isLeft(Plan plan) {
        return plan.rows().stream()
                .anyMatch(row -> row.ticked()
                        || row.operation() == Operation.CONFLICT
                        || row.operation() == Operation.CANNOT_CHECK && row.state() instanceof State.OutcomeUnknown);
    }

    /** The audit log tells each write that became known once, and no other; one that did not become known is told as that. */
    private void requireTold(Vendor vendor, Changed changed, Set<String> unknown, long from) throws Exception {
        Map<String, List<AuditEvent>> told = new TreeMap<>();
        long size = ground.vault().audit().size();
        List<AuditEntry> entries = new ArrayList<>();
        for (long at = from; at <= size; at += 500) {
            entries.addAll(ground.vault()
                    .audit()
                    .page(at, (int) Math.min(500, size - at + 1))
                    .entries());
        }
        for (String there : unknown) {
            assertEquals(
                    1,
                    entries.stream()
                            .filter(entry -> entry.event() == AuditEvent.SYNC_UNKNOWN
                                    && entry.note().equals(vendor.id() + ": " + there))
                            .count(),
                    vendor + " " + there + " had no answer");
        }
        entries.stream()
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .forEach(entry -> {
                    if (WRITES.contains(entry.event()) && entry.note().startsWith(vendor.id() + ": ")) {
                        told.computeIfAbsent(entry.name(), first -> new ArrayList<>())
                                .add(entry.event());
                    }
                });
        for (String name : changed.added()) {
            List<AuditEvent> events = told.remove(name);
            assertTrue(
                    List.of(AuditEvent.SYNC_CREATED).equals(events) || TAKEN_OVER.equals(events),
                    vendor + " " + name + " " + events);
        }
        for (String name : changed.edited()) {
            assertEquals(List.of(AuditEvent.SYNC_UPDATED), told.remove(name), vendor + " " + name);
        }
        for (String name : changed.gone()) {
            assertEquals(List.of(AuditEvent.SYNC_DELETED), told.remove(name), vendor + " " + name);
        }
        assertEquals(Map.of(), told, vendor.id());
    }

    @Override
    public void close() throws Exception {
        ground.close();
    }
}
