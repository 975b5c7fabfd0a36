package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.vault.OpenVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with secrets from the command line. */
class SecretCommandsTest {
    private static final byte[] AWKWARD = {0, 13, 10, (byte) 0xFF, 's', 27, '[', '3', '1', 'm', 10};

    @TempDir
    private Path folder;

    private CommandGround ground;

    @BeforeEach
    void aVault() throws Exception {
        ground = CommandGround.create(folder);
    }

    private byte[] value(String name) {
        ground.done("get", name, "--reveal");
        return ground.terminal().bytes();
    }

    @Test
    void everyByteOfStandardInputComesBack() {
        ground.fresh().descriptor(0, AWKWARD);
        assertEquals(ExitCode.OK, ground.run("set", "AWKWARD"));

        assertArrayEquals(AWKWARD, value("AWKWARD"));
    }

    @Test
    void aValueIsReadFromAFileAndLosesItsLineEndOnlyWhenAsked() throws Exception {
        Path file = Files.write(folder.resolve("value"), "a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        ground.done("set", "WHOLE", "--from", file.toString());
        ground.done("set", "STRIPPED", "--from", file.toString(), "--strip-newline");

        assertArrayEquals("a\r\n\r\n".getBytes(StandardCharsets.UTF_8), value("WHOLE"));
        assertArrayEquals("a\r\n".getBytes(StandardCharsets.UTF_8), value("STRIPPED"));
    }

    @Test
    void aValueIsAskedForOnATerminal() {
        ground.fresh().streams(true, true).answers("typed");
        assertEquals(ExitCode.OK, ground.run("set", "TYPED"));

        assertEquals(1, ground.terminal().prompts().size());
        assertArrayEquals("typed".getBytes(StandardCharsets.UTF_8), value("TYPED"));
    }

    @Test
    void aNewValueKeepsTheFormerOneInTheHistoryFromWhereItComesBack() throws Exception {
        ground.set("KEY", "one");
        ground.set("KEY", "two");
        JsonNode versions = ground.json("history", "KEY").get("versions");
        String former = versions.get(1).get("number").asText();

        ground.done("get", "KEY", "--reveal", "--version-number", former);
        assertEquals("one", ground.terminal().said());
        ground.done("restore", "KEY", "--version-number", former);

        assertEquals(2, versions.size());
        assertTrue(versions.get(0).get("present").asBoolean());
        assertEquals("one", new String(value("KEY"), StandardCharsets.UTF_8));
    }

    @Test
    void whatIsMeantToBeNewReplacesNothing() {
        ground.set("KEY", "one");
        ground.fresh().descriptor(0, "two");

        assertEquals(ExitCode.DATA, ground.run("set", "KEY", "--new"));
        assertEquals("one", new String(value("KEY"), StandardCharsets.UTF_8));
    }

    @Test
    void aSecretGoesToTheTrashAndComesBack() {
        ground.set("KEY", "x");
        ground.done("rm", "KEY");
        assertEquals(ExitCode.NOT_FOUND, listed("KEY"));
        assertEquals("Personal\tKEY\n", ground.done("list", "--trash"));

        ground.done("restore", "KEY");

        assertEquals(ExitCode.OK, listed("KEY"));
    }

    private ExitCode listed(String name) {
        ground.fresh();
        return ground.run("list", name);
    }

    @Test
    void allSecretsGoToTheTrashOrNone() {
        ground.set("KEY", "x");

        ground.refused(ExitCode.NOT_FOUND, "rm", "KEY", "MISSING");

        assertEquals(ExitCode.OK, listed("KEY"));
    }

    @Test
    void aSecretIsRenamedAndMovedAtOnce() throws Exception {
        try (OpenVault vault = ground.open()) {
            vault.collections().add("Acme", "production", "");
        }
        ground.set("KEY", "x", "--collection", "Personal");

        ground.done("mv", "KEY", "TOKEN", "--to", "Acme, production");

        assertEquals("Acme, production\tTOKEN\n", ground.done("list"));
        assertEquals("Acme, production\tTOKEN\n", ground.done("list", "--collection", "Acme"));
    }

    @Test
    void aNameOfSeveralCollectionsIsRefusedWithTheCandidates() throws Exception {
        try (OpenVault vault = ground.open()) {
            vault.collections().add("Acme", "", "");
        }
        ground.set("KEY", "one", "--collection", "Personal");
        ground.set("KEY", "two", "--collection", "Acme");

        String why = ground.refused(ExitCode.USAGE, "get", "KEY", "--reveal");

        assertTrue(why.contains("\n  Acme\n  Personal"), why);
        assertEquals("two", ground.done("get", "KEY", "--reveal", "--collection", "Acme"));
    }

    @Test
    void aNewSecretNeedsToKnowItsCollectionWhereThereAreSeveral() throws Exception {
        try (OpenVault vault = ground.open()) {
            vault.collections().add("Acme", "", "");
        }
        ground.fresh().descriptor(0, "x");

        assertEquals(ExitCode.USAGE, ground.run("set", "KEY"));
        assertTrue(ground.terminal().complained().contains("\n  Acme\n  Personal"));
    }

    @Test
    void tagsComeAndGo() throws Exception {
        ground.set("KEY", "x");
        ground.done("tag", "KEY", "--add", "ci", "--add", "prod");
        ground.done("tag", "KEY", "--remove", "ci");

        assertEquals("[\"prod\"]", ground.json("get", "KEY").get("tags").toString());
        assertEquals("Personal\tKEY\n", ground.done("list", "--tag", "prod"));
        assertEquals(ExitCode.USAGE, ground.run("tag", "KEY", "--add", ""));
    }

    @Test
    void aGeneratedValueIsShownOrSavedUnseen() {
        ground.fresh();
        assertEquals(ExitCode.OK, ground.plain("generate", "--recipe", "hex", "--length", "8", "--prefix", "sk_"));
        assertTrue(
                ground.terminal().said().matches("sk_[0-9a-f]{16}"),
                ground.terminal().said());

        String said = ground.done("generate", "--recipe", "words", "--save", "KEY");

        String value = new String(value("KEY"), StandardCharsets.UTF_8);
        assertTrue(value.matches("([a-z-]+-){5}[a-z-]+"));
        assertFalse(said.contains(value));
    }

    @Test
    void aBackupIsMadeCheckedAndListed() throws Exception {
        ground.set("KEY", "x");
        Path made = Path.of(ground.done("backup").strip());

        JsonNode backups = ground.json("backup", "--list").get("backups");

        assertTrue(Files.exists(made));
        assertEquals(made.toString(), backups.get(0).get("file").asText());
        assertEquals(1, backups.get(0).get("secrets").asInt());
        assertTrue(ground.done("verify").contains("1 secret"));
    }

    @Test
    void theAuditLogTellsWhatWasDoneAndGoesToAFileOnlyOnce() throws Exception {
        ground.set("KEY", "x");
        value("KEY");
        Path file = folder.resolve("audit.csv");

        JsonNode entries = ground.json("audit", "--event", "revealed").get("entries");
        ground.done("audit", "--export", file.toString());

        assertEquals("KEY", entries.get(0).get("name").asText());
        assertEquals(1, entries.size());
        assertTrue(Files.readString(file).matches("(?s).*REVEALED\"?,\"?KEY.*"));
        ground.refused(ExitCode.CANNOT_CREATE, "audit", "--export", file.toString());
    }
}
