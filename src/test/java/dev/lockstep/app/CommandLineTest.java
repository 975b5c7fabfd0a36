package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.app.CommandProcess.Ended;
import dev.lockstep.cli.ExitCode;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a shell starts it: a real process, real descriptors, a real terminal. */
@EnabledOnOs(OS.LINUX)
class CommandLineTest {
    private static final String CANARY = "sk_live_canary_Q7";
    private static final String NAME = "\u015eifre \u00fc \u0130";

    @TempDir
    private Path home;

    private CommandProcess program;

    @BeforeEach
    void aVaultWithASecret() throws Exception {
        program = new CommandProcess(home);
        try (OpenVault vault = TestVaults.unlock(program.vault())) {
            TestVaults.add(vault, NAME, CANARY);
        }
    }

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        return program.run(environment, TestVaults.PASSWORD, arguments);
    }

    private static void assertDone(Ended ended) {
        assertEquals("", ended.errors());
        assertEquals(ExitCode.OK.number(), ended.code());
    }

    @Test
    void noClassOfTheToolkitIsLoaded() throws Exception {
        Path log = home.resolve("classes");
        Ended ended = program.with("-Xlog:class+load:file=" + log)
                .run(Map.of(), TestVaults.PASSWORD, "list", "--password-fd", "0");

        assertDone(ended);
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains("dev.lockstep.cli.ListCommand")));
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(line -> line.contains(" javafx.")
                                || line.contains(" com.sun.javafx.")
                                || line.contains(" dev.lockstep.ui."))
                        .toList());
    }

    @Test
    void namesBeyondAsciiSurviveEveryLocale() throws Exception {
        for (Map<String, String> locale : List.of(
                Map.of("LC_ALL", "C"), Map.of("LC_ALL", "POSIX"), Map.of("LC_ALL", "C.UTF-8"), Map.of("LC_ALL", ""))) {
            Ended ended = run(locale, "get", NAME, "--reveal", "--password-fd", "0");
            assertDone(ended);
            assertEquals(CANARY, ended.said(), locale.toString());
        }
        assertEquals(
                "Personal\t" + NAME + "\n",
                run(Map.of("LC_ALL", "C"), "list", "--password-fd", "0").said());
    }

    @Test
    void aTurkishLocaleChangesNoWord() throws Exception {
        program.with("-Duser.language=tr", "-Duser.country=TR");
        Ended ended = run(Map.of(), "list", "--json", "--password-fd", "0");

        assertDone(ended);
        assertTrue(ended.said().contains("\"kind\" : \"api-key\""), ended.said());
        assertTrue(run(Map.of(), "generate", "--recipe", "hex").said().matches("[0-9a-f]{64}"));
    }

    @Test
    void nothingSecretStandsInTheArgumentsOrTheEnvironment() throws Exception {
        Files.writeString(home.resolve("password"), TestVaults.PASSWORD);
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 3<password", "sh"));
        command.addAll(program.command("set", "NEW", "--password-fd", "3"));
        Process process = program.builder(Map.of(), command).start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(CANARY.getBytes(StandardCharsets.UTF_8));
            input.flush();
            Path running = Path.of("/proc", Long.toString(process.pid()));
            while (process.isAlive()
                    && !Files.readString(running.resolve("cmdline")).contains("Main\0set")) {
                Thread.onSpinWait();
            }
            for (String file : List.of("cmdline", "environ")) {
                String shown = Files.readString(running.resolve(file), StandardCharsets.ISO_8859_1);
                assertFalse(shown.contains(CANARY) || shown.contains(TestVaults.PASSWORD), file);
            }
        }
        assertDone(program.ended(process, process.getInputStream().readAllBytes()));
    }

    @Test
    void everyByteComesOutOfThePipe() throws Exception {
        byte[] all = new byte[256 * 400];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Files.write(home.resolve("bytes"), all);
        assertDone(run(Map.of(), "set", "BYTES", "--from", "bytes", "--password-fd", "0"));

        Ended ended = run(Map.of(), "get", "BYTES", "--reveal", "--password-fd", "0");

        assertDone(ended);
        assertArrayEquals(all, ended.out());
    }

    @Test
    void aReaderThatIsGoneEndsItQuietly() throws Exception {
        try (OpenVault vault = TestVaults.unlock(program.vault())) {
            TestVaults.add(vault, "LARGE", "x".repeat(1 << 20));
        }
        Process process = program.start(Map.of(), "get", "LARGE", "--reveal", "--password-fd", "0");
        try (InputStream output = process.getInputStream();
                OutputStream input = process.getOutputStream()) {
            input.write(TestVaults.PASSWORD.getBytes(StandardCharsets.UTF_8));
            input.close();
            assertEquals('x', output.read());
        }
        Ended ended = program.ended(process, new byte[0]);

        assertEquals("", ended.errors());
        assertEquals(ExitCode.OUTPUT_CLOSED.number(), ended.code());
    }

    @Test
    void aFullDiskIsTold() throws Exception {
        Process process = program.builder(Map.of(), program.command("generate"))
                .redirectOutput(Path.of("/dev/full").toFile())
                .start();

        Ended ended = program.ended(process, new byte[0]);

        assertEquals(ExitCode.INPUT_OUTPUT.number(), ended.code());
        assertTrue(ended.errors().startsWith("lockstep: "), ended.errors());
    }

    @Test
    void thePasswordIsTypedOnTheTerminalAndNotShownThere() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script is not installed");
        String line = String.join(
                " ",
                program.command("unlock").stream().map(part -> "'" + part + "'").toList());
        Process process = program.builder(Map.of(), List.of("/usr/bin/script", "-qec", line, "/dev/null"))
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int next = output.read(); next >= 0; next = output.read()) {
                said.append((char) next);
                if (said.indexOf("Password of vault: ") >= 0) {
                    break;
                }
            }
            process.getOutputStream().write((TestVaults.PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            for (int next = output.read(); next >= 0; next = output.read()) {
                said.append((char) next);
            }
        }
        assertEquals(0, program.ended(process, new byte[0]).code(), said.toString());
        assertTrue(said.indexOf("vault opens.") > 0, said.toString());
        assertFalse(said.indexOf(TestVaults.PASSWORD) >= 0, said.toString());
    }

    @Test
    void aSignalClearsTheClipboardBeforeTheEnd() throws Exception {
        Path kept = home.resolve("kept");
        Path program = Files.writeString(
                home.resolve("xclip"),
                "#!/bin/sh\nif [ \"$3\" = -o ]; then cat '%1$s'; else cat > '%1$s'; fi\n".formatted(kept));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Process process = this.program.start(
                Map.of("DISPLAY", ":7", "PATH", home + ":" + System.getenv("PATH")),
                "get",
                NAME,
                "--copy",
                "--clear-after",
                "100",
                "--password-fd",
                "0");
        try (BufferedReader output = process.inputReader();
                OutputStream input = process.getOutputStream()) {
            input.write(TestVaults.PASSWORD.getBytes(StandardCharsets.UTF_8));
            input.close();
            assertTrue(output.readLine().startsWith("Copied."));
            assertEquals(CANARY, Files.readString(kept));
            process.toHandle().destroy();
            assertEquals(143, process.waitFor());
        }
        assertEquals("", Files.readString(kept));
    }
}
