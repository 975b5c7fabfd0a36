package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cli.VaultCommands.Ended;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remotes from the command line, against simulators. */
class SyncCommandsTest {
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final String CANARY = "canary-of-a-value";

    @TempDir
    Path folder;

    private SyncGround ground;
    private VaultCommands line;

    @BeforeEach
    void makeVault() throws Exception {
        ground = new SyncGround(folder);
        line = new VaultCommands(ground.file(), ground.clock());
    }

    @AfterEach
    void end() throws Exception {
        line.close();
        ground.close();
    }

    private Ended run(String... arguments) {
        ground.pass(LATER);
        return line.run(arguments);
    }

    private static JsonNode json(Ended ended) throws Exception {
        return new ObjectMapper().readTree(ended.out());
    }

    @Test
    void aPlanIsShownAppliedAndThenThereIsNothingToDo() throws Exception {
        ground.remote(Vendor.KV_V2);
        ground.add("FIRST", CANARY);
        ground.add("SECOND", CANARY + "-2");

        Ended plan = run("plan");
        assertEquals(ExitCode.NOT_FOUND.number(), plan.code(), plan.errors());
        assertTrue(
                plan.out().startsWith("kv-v2\n  Create  FIRST   It is not there yet.\n  Create  SECOND  It is"),
                plan.out());
        assertTrue(plan.out().contains("\n\n2 to create\nTo apply this plan"), plan.out());
        assertEquals(ExitCode.UNAVAILABLE.number(), run("apply").code());
        Ended applied = run("apply", "--yes");
        assertEquals(0, applied.code(), applied.out() + applied.errors());
        assertEquals(
                List.of("  FIRST   Created", "  SECOND  Created"),
                applied.out()
                        .lines()
                        .filter(row -> row.endsWith("Created"))
                        .sorted()
                        .toList());
        assertTrue(applied.out().contains("\n2 created, 0 updated, 0 conflicts,"), applied.out());
        assertEquals(0, run("plan").code());
        assertEquals(0, run("check", "--verify").code());
        for (Ended ended : List.of(plan, applied)) {
            assertFalse((ended.out() + ended.errors()).contains(CANARY));
        }
    }

    @Test
    void jsonHasTheDocumentedMembers() throws Exception {
        ground.remote(Vendor.KV_V2);
        ground.add("FIRST", CANARY);

        JsonNode check = json(run("check", "--json"));
        assertEquals("kv-v2", check.at("/remotes/0/name").asText());
        assertEquals("listed", check.at("/remotes/0/result").asText());
        assertEquals(1, check.at("/open").asInt());
        JsonNode plan = json(run("plan", "--json"));
        assertEquals("lockstep-plan", plan.at("/format").asText());
        assertEquals("CREATE", plan.at("/rows/0/operation").asText());
        JsonNode remotes = json(run("remote", "list", "--json"));
        assertEquals("push", remotes.at("/remotes/0/direction").asText());
        assertEquals("secret-id", remotes.at("/remotes/0/credentials/1").asText());
        JsonNode applied = json(
                run("apply", "--yes", "--json", "--plan", plan.at("/digest").asText()));
        assertEquals("done", applied.at("/rows/0/result").asText());
        assertEquals(0, applied.at("/conflicts").asInt());
    }

    @Test
    void aPlanOfAnotherDigestIsNotApplied() throws Exception {
        ground.remote(Vendor.KV_V2);
        ground.add("FIRST", "x");

        Ended stale = run("apply", "--yes", "--plan", "0".repeat(64));

        assertEquals(ExitCode.TRY_AGAIN.number(), stale.code());
        assertTrue(run("plan").out().contains("  Create  FIRST"));
    }

    @Test
    void consentIsAskedForOnATerminal() throws Exception {
        ground.remote(Vendor.KV_V2);
        ground.add("FIRST", "x");
        ground.pass(LATER);

        assertEquals(
                ExitCode.INTERRUPTED.number(),
                line.run(new ScriptedTerminal().answers("n"), "apply").code());
        assertEquals(0, line.run(new ScriptedTerminal().answers("y"), "apply").code());
    }

    @Test
    void aConflictIsLeftAloneUntilItIsDecided() throws Exception {
        Remote remote = ground.remote(Vendor.KV_V2);
        Entry entry = ground.pushed(remote, "BOTH", "base");
        ground.pass(LATER);
        ground.edit(entry.id(), "mine");
        ground.change(Vendor.KV_V2, SyncGround.there(Vendor.KV_V2, "BOTH"), "theirs");

        Ended plan = run("plan");
        assertTrue(plan.out().contains("  Conflict  BOTH  It was changed both here and there"), plan.out());
        assertTrue(plan.out().contains(" Decide: mine, theirs or skip.\n"), plan.out());
        assertTrue(plan.out().contains("\nNothing to do: 1 conflict\nDecide rows with"), plan.out());
        Ended left = run("apply", "--yes");
        assertEquals(ExitCode.INCOMPLETE.number(), left.code(), left.out());
        assertEquals(
                ExitCode.USAGE.number(),
                run("apply", "--yes", "--resolve", "BOTH=perhaps").code());
        assertEquals(
                ExitCode.NOT_FOUND.number(),
                run("apply", "--yes", "--resolve", "NONE=mine").code());
        Ended decided = run("apply", "--yes", "--resolve", "BOTH=mine");
        assertEquals(0, decided.code(), decided.out() + decided.errors());
        assertTrue(decided.out().contains("\n  BOTH  Updated\n"), decided.out());
    }

    @Test
    void aRemoteIsAddedAndTestedWithCredentialsThatAreNoArguments() throws Exception {
        String address = ground.practice(Vendor.KV_V2).simulator().address();
        ScriptedTerminal terminal = new ScriptedTerminal().descriptor(5, KvSimulator.TOKEN + "\n");

        Ended added = line.run(
                terminal,
                "remote",
                "add",
                "kv-v2",
                "Team",
                "--set",
                "address=" + address,
                "--set",
                "mount=" + KvSimulator.MOUNT,
                "--credential-fd",
                "token=5");
        assertEquals(0, added.code(), added.errors());
        Ended tested = run("remote", "test", "Team");
        assertEquals(0, tested.code(), tested.out() + tested.errors());
        assertTrue(tested.out().startsWith("Team\twelcome\t"), tested.out());
        assertFalse(run("remote", "list", "--json").out().contains(KvSimulator.TOKEN));

        Ended wrong = line.run(
                new ScriptedTerminal().answers("no-such-token"),
                "remote",
                "add",
                "kv-v2",
                "Other",
                "--set",
                "address=" + address,
                "--set",
                "mount=other");
        assertEquals(0, wrong.code(), wrong.errors());
        assertEquals(
                ExitCode.INCOMPLETE.number(), run("remote", "test", "Other").code());
    }

    @Test
    void whatCannotBeUsedIsToldByField() {
        assertEquals(
                ExitCode.USAGE.number(), run("remote", "add", "nobody", "X").code());
        Ended none = run("remote", "add", "kv-v2", "X", "--set", "adress=x");
        assertTrue(none.errors().contains("address"), none.errors());
        Ended bad = run("remote", "add", "kv-v2", "X", "--set", "address=http://example.com");
        assertTrue(bad.errors().contains("address: no-address"), bad.errors());
        Ended credential = run(
                "remote",
                "add",
                "kv-v2",
                "X",
                "--set",
                "address=https://example.com",
                "--credential-fd",
                "token=hvs.x");
        assertEquals(ExitCode.USAGE.number(), credential.code());
        assertFalse(credential.errors().contains("hvs.x"), credential.errors());
        assertEquals(ExitCode.USAGE.number(), run("remote").code());
    }

    @Test
    void aRemoteThatIsNotReachedIsToldAndNothingElseIsHidden() throws Exception {
        ground.remote(Vendor.MIXPEEK, "http://127.0.0.1:1");
        ground.remote(Vendor.KV_V2);

        Ended check = run("check");

        assertEquals(ExitCode.INCOMPLETE.number(), check.code());
        assertTrue(check.out().contains("mixpeek\n  Not listed to the end. Mixpeek cannot be reached. "), check.out());
        assertTrue(check.out().contains("kv-v2\n  0 ours, 0 that nobody here knows"), check.out());
        assertEquals(0, run("check", "--remote", "kv-v2").code());
    }
}
