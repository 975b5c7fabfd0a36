package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cli.ProgramProcess.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program that is run with secrets gets, and what is left of them; with real processes. */
@EnabledOnOs(OS.LINUX)
class RunCommandTest {
    private static final String CANARY = "canary-7f3a9c-value-of-a-secret";

    @TempDir
    Path home;

    private ProgramProcess lockstep;

    @BeforeEach
    void makeVault() throws Exception {
        lockstep = new ProgramProcess(home, vault());
    }

    private Path vault() throws Exception {
        return MadeVault.of(
                home.resolve("a.lockstep"),
                Map.of(
                        "Personal",
                        Map.of("API_KEY", CANARY, "db/password", "pässword\nof two lines", "ab", "xyz"),
                        "Acme",
                        Map.of("TOKEN", "token of acme", "PATH", "/evil", "two-a", "1", "two.a", "2")));
    }

    private Ended run(String... arguments) throws Exception {
        return lockstep.run(Stream.concat(Stream.of("run", "--collection", "Personal"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void theProgramGetsTheSecretsByteForByteAndOurEnvironment() throws Exception {
        Ended ended = run(
                "--prefix",
                "X_",
                "--",
                "sh",
                "-c",
                "printf '%s|' \"$X_API_KEY\" \"$X_DB_PASSWORD\" \"$X_ab\" \"$HOME\"");

        assertEquals(CANARY + "|pässword\nof two lines|xyz|" + home + "|", ended.out());
        assertEquals("", ended.errors());
        assertEquals(0, ended.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSIX", "tr_TR.UTF-8", "C.UTF-8"})
    void theLocaleChangesNothing(String locale) throws Exception {
        lockstep = new ProgramProcess(home, home.resolve("a.lockstep"), Map.of("LC_ALL", locale));

        Ended ended = run("--only", "db*", "--", "sh", "-c", "printf '%s|%s' \"$DB_PASSWORD\" \"$1\"", "sh", "ü");

        assertEquals("pässword\nof two lines|ü", ended.out(), ended.errors());
    }

    @Test
    void onlyWhatIsNamedIsSet() throws Exception {
        Ended ended = run("--only", "API_KEY,a?", "--verbose", "--", "env");

        Set<String> set = ended.out()
                .lines()
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
        assertTrue(set.containsAll(Set.of("API_KEY", "ab", "HOME")), set.toString());
        assertFalse(set.contains("DB_PASSWORD"), set.toString());
        assertTrue(ended.errors().contains("ab API_KEY"), ended.errors());
    }

    @Test
    void namesThatNoVariableCanHaveAreAllToldAndNothingIsStarted() throws Exception {
        Path trace = home.resolve("trace");
        Ended ended = lockstep.run("run", "--collection", "Acme", "--", "touch", trace.toString());

        assertEquals(ExitCode.DATA.number(), ended.code());
        assertTrue(ended.errors().contains("PATH cannot be the variable PATH"), ended.errors());
        assertTrue(ended.errors().contains("two-a, two.a would all be the variable TWO_A"), ended.errors());
        assertFalse(Files.exists(trace));
    }

    @Test
    void whatIsSetBeforeIsReplacedAndOwnVariablesAreNotHandedOn() throws Exception {
        lockstep = new ProgramProcess(
                home, home.resolve("a.lockstep"), Map.of("API_KEY", "old", "LOCKSTEP_ANYTHING", "x", "OTHER", "kept"));

        Ended ended = run(
                "--only", "API_KEY", "--verbose", "--", "sh", "-c", "echo $API_KEY $OTHER ${LOCKSTEP_ANYTHING-none}");

        assertEquals(CANARY + " kept none\n", ended.out());
        assertTrue(ended.errors().contains("replaced: API_KEY"), ended.errors());
    }

    @Test
    void aFileSetsVariablesAndItsReferencesBecomeValues() throws Exception {
        Path file = Files.writeString(
                home.resolve("app.env"),
                "PLAIN=as it is\nPATH=/usr/bin:/bin\nKEY=lockstep://Personal/API_KEY\nTOKEN='lockstep://Acme/TOKEN'\nURL=x lockstep://Acme/TOKEN\n");

        Ended ended = lockstep.run(
                "run", "--env-file", file.toString(), "--", "sh", "-c", "echo \"$PLAIN|$KEY|$TOKEN|$URL|${ab-none}\"");

        assertEquals(
                "as it is|" + CANARY + "|token of acme|x lockstep://Acme/TOKEN|none\n", ended.out(), ended.errors());
    }

    @Test
    void referencesThatMeanNothingAreAllTold() throws Exception {
        Path file = Files.writeString(home.resolve("app.env"), "A=lockstep://Personal/NO\n\nB=lockstep://Nowhere/X\n");

        Ended ended = lockstep.run("run", "--env-file", file.toString(), "--", "true");

        assertEquals(ExitCode.DATA.number(), ended.code());
        assertTrue(ended.errors().contains("Line 1: there is no secret lockstep://Personal/NO"), ended.errors());
        assertTrue(ended.errors().contains("Line 3: there is no secret lockstep://Nowhere/X"), ended.errors());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theExitCodeIsTheProgramsAnd128MoreThanASignal(boolean masked) throws Exception {
        assertEquals(7, run(masked, "sh", "-c", "exit 7").code());
        assertEquals(128 + 9, run(masked, "sh", "-c", "kill -9 $$").code());
        assertEquals(
                ExitCode.NO_PROGRAM.number(),
                run(masked, "no-such-program-anywhere").code());
        assertEquals(ExitCode.NOT_STARTED.number(), run(masked, "/etc/passwd").code());
    }

    private Ended run(boolean masked, String... command) throws Exception {
        Stream<String> options = masked ? Stream.of("--mask-output", "--") : Stream.of("--");
        return run(Stream.concat(options, Stream.of(command)).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void aSignalReachesTheProgramAndItsExitCodeReachesUs(String signal) throws Exception {
        Process process = lockstep.start(
                "run",
                "--collection",
                "Personal",
                "--",
                "sh",
                "-c",
                "trap 'echo bye; exit 42' " + signal + "; echo ready; while :; do sleep 0.05; done");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertEquals("ready", out.readLine());

        ProgramProcess.signal(process, signal);

        assertEquals("bye", out.readLine());
        assertEquals(42, process.waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void aMaskedProgramIsAskedToEndAndWaitedFor(String signal) throws Exception {
        Process process = lockstep.start(
                "run",
                "--collection",
                "Personal",
                "--mask-output",
                "--",
                "sh",
                "-c",
                "trap 'echo bye $API_KEY; exit 42' TERM; echo ready; while :; do sleep 0.05; done");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertEquals("ready", out.readLine());

        ProgramProcess.signal(process, signal);

        assertEquals("bye [secret]", out.readLine());
        assertEquals(42, process.waitFor());
    }

    @Test
    void valuesAreMaskedInBothStreams() throws Exception {
        Ended ended = run(
                "--mask-output",
                "--",
                "sh",
                "-c",
                "echo \"key $API_KEY\"; printf %s \"$API_KEY\" | base64; echo \"$DB_PASSWORD $ab\" >&2");

        assertEquals("key [secret]\n[secret]\n", ended.out());
        assertTrue(ended.errors().contains("and so not masked: ab"), ended.errors());
        assertTrue(ended.errors().endsWith("[secret] xyz\n"), ended.errors());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noValueIsOnACommandLineAndNoFileIsLeft(boolean masked) throws Exception {
        run(masked, "true");
        Set<String> before = files();
        String[] arguments = Stream.concat(
                        Stream.of("run", "--collection", "Personal"),
                        Stream.concat(
                                masked ? Stream.of("--mask-output") : Stream.of(),
                                Stream.of(
                                        "--",
                                        "sh",
                                        "-c",
                                        "echo ready; read x; echo \"$API_KEY\" >/dev/null; sleep 600")))
                .toArray(String[]::new);
        Process process = lockstep.start(arguments);
        try {
            assertEquals("ready", process.inputReader(StandardCharsets.UTF_8).readLine());
            assertEquals(List.of(), processesTelling("cmdline", CANARY));
            List<Long> holders = processesTelling("environ", CANARY);
            List<Long> family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .map(ProcessHandle::pid)
                    .toList();
            assertTrue(family.containsAll(holders), holders + " of " + family);
            assertEquals(masked, !holders.contains(process.pid()), "a masked program has a parent without values");
            assertFalse(holders.isEmpty());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            if (!masked) {
                process.destroyForcibly();
            }
            process.waitFor();
        }
        Set<String> left = files();
        left.removeAll(before);
        assertEquals(Set.of(), left);
    }

    private static List<Long> processesTelling(String part, String wanted) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("[0-9]+"))
                    .map(Long::valueOf)
                    .filter(id -> id != ProcessHandle.current().pid())
                    .filter(id -> tells(Path.of("/proc", id.toString(), part), wanted))
                    .toList();
        }
    }

    private static boolean tells(Path file, String wanted) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted);
        } catch (IOException e) {
            return false;
        }
    }

    /** Below the home, where the temporary folder is, too; and what anybody of this name could have put in the system's. */
    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.map(Path::toString)
                    .filter(name -> !name.endsWith("-shm") && !name.endsWith("-wal"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void descriptorsOfTheVaultAreNotInherited() throws Exception {
        Ended ended = run("--", "sh", "-c", "ls /proc/$$/fd | tr '\\n' ' '");

        assertEquals("0 1 2 ", ended.out());
    }

    @Test
    void noSignalStaysBlocked() throws Exception {
        Ended ended = run("--", "sh", "-c", "grep SigBlk /proc/self/status");

        assertTrue(ended.out().matches("SigBlk:\\s+0+\\n"), ended.out());
    }

    @Test
    void whatLooksLikeAnOptionBehindTheProgramIsIts() throws Exception {
        assertEquals("--help --only\n", run("echo", "--help", "--only").out());
        assertEquals("--help", run("--", "printf", "%s", "--help").out());
    }
}
