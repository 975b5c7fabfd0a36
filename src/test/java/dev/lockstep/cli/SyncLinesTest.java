package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cli.VaultCommands.Ended;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.Simulator;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read of checks, plans and results, and what they can decide about them; in a locale whose capital i has a dot. */
class SyncLinesTest {
    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();
    private SyncGround ground;
    private VaultCommands line;
    private Remote remote;

    @BeforeEach
    void makeVault() throws Exception {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        ground = new SyncGround(folder);
        line = new VaultCommands(ground.file(), ground.clock());
        remote = ground.remote(Vendor.KV_V2);
    }

    @AfterEach
    void end() throws Exception {
        Locale.setDefault(before);
        line.close();
        ground.close();
    }

    private Ended run(String... arguments) {
        return run(new ScriptedTerminal(), arguments);
    }

    private Ended run(ScriptedTerminal terminal, String... arguments) {
        ground.pass(Duration.ofMinutes(10));
        return line.run(terminal, arguments);
    }

    private void conduct(boolean paused, boolean deletions) throws Exception {
        ground.vault().remotes().conduct(remote.id(), new Conduct(paused, Direction.PUSH, deletions));
    }

    private static void assertHas(Ended ended, ExitCode code, String... lines) {
        assertEquals(code.number(), ended.code(), ended.out() + ended.errors());
        for (String each : lines) {
            assertTrue(("\n" + ended.out()).contains("\n" + each + "\n"), each + " is not in\n" + ended.out());
        }
    }

    @Test
    void firstContactNamesWhatStandsThere() throws Exception {
        ground.put(Vendor.KV_V2, "FOREIGN", "x");
        ground.put(Vendor.KV_V2, "TAKEN", "x");
        ground.add("TAKEN", "y");

        assertHas(
                run("check"),
                ExitCode.NOT_FOUND,
                "kv-v2\n  0 ours, 1 that nobody here knows, 1 name clash\n  Not known here: FOREIGN\n  Names that clash: TAKEN");
        assertHas(
                run("plan"),
                ExitCode.NOT_FOUND,
                "  First contact with kv-v2: 1 secret that nobody here knows, 1 name clash. None of them is touched.",
                "  Blocked  TAKEN  A secret that is not ours has this name there. It stays untouched unless you adopt it."
                        + " Decide: adopt or skip.");
        assertHas(run("apply", "--yes", "--resolve", "TAKEN=adopt"), ExitCode.OK, "  TAKEN  Adopted");
    }

    @Test
    void namesCannotForgeLines() throws Exception {
        ground.add("X\u001b[2J\nDelete  ALL", "x");

        Ended plan = run("plan");

        assertHas(plan, ExitCode.NOT_FOUND);
        assertFalse(plan.out().contains("\u001b"), plan.out());
        assertFalse(plan.out().contains("\nDelete"), plan.out());
        assertTrue(plan.out().contains("  Blocked  X\u2039U+001B\u203A[2J\u2039U+000A\u203ADelete  ALL  "), plan.out());
    }

    @Test
    void whatSomebodyElseDeletedIsCreatedAgainOnlyIfThatIsDecided() throws Exception {
        ground.pushed(remote, "GONE", "x");
        ground.pushed(remote, "STAYS", "x");
        ground.delete(Vendor.KV_V2, "GONE");

        assertHas(
                run("check"),
                ExitCode.NOT_FOUND,
                "  1 ours, 0 that nobody here knows, no name clashes\n  Ours, but not there: GONE");
        assertHas(
                run("plan"),
                ExitCode.NOT_FOUND,
                "  Left alone  GONE  Somebody else deleted it there. It is created again only if you say so. Decide: mine or skip.",
                "Nothing to do: 1 unchanged, 1 left alone");
        assertHas(run("apply", "--yes"), ExitCode.OK);
        assertHas(run("check", "--verify"), ExitCode.NOT_FOUND, "  1 value was read and compared.");
        assertHas(run("apply", "--yes", "--resolve", "GONE=mine"), ExitCode.OK, "  GONE  Created");
    }

    @Test
    void aRowIsLeftOutIfThatIsDecided() throws Exception {
        ground.add("FIRST", "x");
        ground.add("SECOND", "x");

        Ended ended = run("apply", "--yes", "--resolve", "SECOND=skip");

        assertHas(
                ended,
                ExitCode.OK,
                "  Left alone  SECOND  It is not there yet. Decide: mine or skip.",
                "  FIRST  Created");
        assertFalse(ended.out().contains("SECOND  Created"), ended.out());
    }

    @Test
    void manyDeletionsWantTheirNumber() throws Exception {
        conduct(false, true);
        for (String name : List.of("A", "B", "C", "D", "E")) {
            Entry entry = ground.pushed(remote, name, "x");
            ground.vault().secrets().trash(List.of(entry.id()));
        }
        ScriptedTerminal wrong = new ScriptedTerminal().answers("y");
        ScriptedTerminal right = new ScriptedTerminal().answers("5");

        Ended unsaid = run("apply", "--yes");
        assertHas(unsaid, ExitCode.USAGE, "  Delete  A  It is in the trash here.");
        assertTrue(unsaid.errors().contains("--confirm 5"), unsaid.errors());
        assertHas(run("apply", "--yes", "--confirm", "4"), ExitCode.USAGE);
        assertHas(run(wrong, "apply"), ExitCode.INTERRUPTED);
        assertTrue(
                wrong.prompts().getLast().contains("5 secrets are deleted there"),
                wrong.prompts().toString());
        assertHas(run("apply", "--json"), ExitCode.USAGE);
        assertHas(run(right, "apply"), ExitCode.OK, "  A  Deleted");
    }

    @Test
    void anEmptyListStopsThePlanUntilItIsSaidToBeRight() throws Exception {
        Remote emptied = ground.remote(Vendor.HOOKLISTENER);
        ground.pushed(emptied, "A", "x");
        ground.pushed(emptied, "B", "x");
        ground.delete(Vendor.HOOKLISTENER, "A");
        ground.delete(Vendor.HOOKLISTENER, "B");
        String banner = "  hooklistener told of no secrets at all, although 2 there are ours."
                + " Nothing is planned until you have looked there.";

        assertHas(run("check", "--remote", "hooklistener"), ExitCode.INCOMPLETE, banner);
        assertHas(run("plan", "--remote", "hooklistener"), ExitCode.INCOMPLETE, banner);
        assertHas(run("apply", "--yes", "--remote", "hooklistener"), ExitCode.INCOMPLETE, banner);
        assertHas(run("plan", "--emptied", "hooklistener=1"), ExitCode.USAGE);
        assertHas(
                run("plan", "--remote", "hooklistener", "--emptied", "hooklistener=2"),
                ExitCode.NOT_FOUND,
                "Nothing to do, 2 left alone");
        assertHas(
                run("apply", "--yes", "--remote", "hooklistener", "--emptied", "hooklistener=2", "--resolve", "A=mine"),
                ExitCode.OK,
                "  A  Created");
    }

    @Test
    void oneRemoteIsPlannedAndAppliedAlone() throws Exception {
        ground.remote(Vendor.MIXPEEK, "http://127.0.0.1:1");
        ground.add("FIRST", "x");

        Ended plan = run("plan");
        assertHas(plan, ExitCode.INCOMPLETE, "1 to create, 1 cannot be checked");
        assertFalse(plan.out().contains("-> first"), "the list that failed is told once, not for each secret");
        assertHas(run("apply", "--yes", "--remote", "kv-v2"), ExitCode.OK, "  FIRST  Created");
        assertHas(run("plan", "--remote", "kv-v2"), ExitCode.OK, "Nothing to do: 1 unchanged");
    }

    @Test
    void aPausedRemoteIsNoTrouble() throws Exception {
        conduct(true, false);
        ground.add("FIRST", "x");

        for (String command : List.of("check", "plan", "apply")) {
            assertHas(run(command), ExitCode.OK, "kv-v2\n  kv-v2 is paused. Nothing is sent there or asked for.");
        }
    }

    @Test
    void aTroubleIsToldWithTheWordsOfTheVendorAndWhatToDoNext() throws Exception {
        ground.remote(Vendor.HOOKLISTENER);
        ground.vault().collections().add("Work", "production", "free");
        ground.add("FIRST", "x");
        ground.practice(Vendor.HOOKLISTENER)
                .simulator()
                .disturb(Disturbance.STALE_LISTING, Disturbance.STALE_LISTING, Disturbance.FORBIDDEN);

        assertHas(
                run("apply", "--yes", "--remote", "hooklistener"),
                ExitCode.INCOMPLETE,
                "hooklistener (Personal)",
                "  FIRST  Refused: Not allowed. Nothing was written.",
                "0 created, 0 updated, 0 conflicts, 0 blocked, 0 deleted, 0 unknown, 1 failed",
                "hooklistener: Hooklistener accepts the credentials but does not allow this. Nothing was changed there or in"
                        + " this vault. The vendor says: \u201cYou do not have permission to do this\u201d Ask whoever manages your"
                        + " account at Hooklistener for the right, or use other credentials.",
                "What was not done is in the next plan: \"lockstep apply\" tries it again.");
    }

    @Test
    void whatHadNoAnswerIsNotCalledDone() throws Exception {
        ground.remote(Vendor.MIXPEEK);
        ground.add("FIRST", "x");
        ground.practice(Vendor.MIXPEEK)
                .simulator()
                .disturb(Disturbance.STALE_LISTING, Disturbance.STALE_LISTING, Disturbance.RESET_AFTER);

        Ended ended = run("apply", "--yes", "--remote", "mixpeek");

        assertHas(
                ended,
                ExitCode.INCOMPLETE,
                "0 created, 0 updated, 0 conflicts, 0 blocked, 0 deleted, 1 unknown",
                "What was sent without an answer is looked into at the next check. It is not sent twice.");
        assertTrue(ended.out().contains("\n  FIRST  -> first  It was sent to be created on "), ended.out());
    }

    @Test
    void whatAnEarlierRunLeftWithoutAnAnswerIsNotDoneEither() throws Exception {
        ground.remote(Vendor.MIXPEEK);
        ground.add("FIRST", "x");
        Simulator simulator = ground.practice(Vendor.MIXPEEK).simulator();
        simulator.disturb(Disturbance.STALE_LISTING, Disturbance.STALE_LISTING, Disturbance.RESET_AFTER);
        run("apply", "--yes", "--remote", "mixpeek");

        assertHas(
                run("apply", "--yes", "--remote", "mixpeek"),
                ExitCode.INCOMPLETE,
                "Nothing to do: 1 cannot be checked");
    }

    @Test
    void aPlanIsWrittenForReviewAsTheWindowWritesIt() throws Exception {
        ground.add("FIRST", "x");

        assertHas(
                run("plan", "--markdown"),
                ExitCode.NOT_FOUND,
                "## kv\\-v2\n\n| Apply | Operation | Secret | Name there | Reason |\n|---|---|---|---|---|",
                "| x | Create | FIRST | FIRST | It is not there yet\\. |");
    }

    @Test
    void aPlanIsReadableWhereverItGoes() throws Exception {
        ground.add("FIRST", "x");

        assertEquals(
                run("plan").out(),
                run(new ScriptedTerminal().streams(true, true), "plan").out());
    }

    @Test
    void jsonSaysInWordsWhatPeopleRead() throws Exception {
        ground.pushed(remote, "GONE", "x");
        ground.pushed(remote, "STAYS", "x");
        ground.delete(Vendor.KV_V2, "GONE");
        ground.add("FIRST", "x");
        ObjectMapper mapper = new ObjectMapper();

        JsonNode check = mapper.readTree(run("check", "--json").out()).at("/remotes/0");
        JsonNode applied =
                mapper.readTree(run("apply", "--json", "--yes").out()).at("/rows/0");

        assertEquals("GONE", check.at("/missing/0").asText());
        assertEquals("STAYS", check.at("/ours/0").asText());
        assertTrue(check.at("/message").asText().startsWith("1 ours, "), check.toString());
        assertEquals("Created", applied.at("/message").asText());
        String explained = line.run("help", "json").out();
        Stream.of(check, applied)
                .flatMap(node -> node.properties().stream())
                .forEach(member -> assertTrue(explained.contains("\n    " + member.getKey() + " "), member.getKey()));
    }
}
