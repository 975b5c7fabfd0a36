package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.keystore.Keystore;
import dev.lockstep.settings.Settings;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs command lines on a real vault file, in this process. The password comes by descriptor 9. */
final class CommandGround {
    private static final int PASSWORD = 9;

    private final Path file;
    private final Map<String, String> environment = new HashMap<>();
    private ScriptedTerminal terminal = new ScriptedTerminal();

    private CommandGround(Path file) {
        this.file = file;
    }

    /** A new vault with one empty collection, "Personal". */
    static CommandGround create(Path folder) throws Exception {
        Path file = folder.resolve("vault.lockstep");
        TestVaults.create(file).close();
        return new CommandGround(file);
    }

    Path file() {
        return file;
    }

    OpenVault open() throws Exception {
        return TestVaults.unlock(file);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The terminal of the last command, or of the next one if it was asked for anew. */
    ScriptedTerminal terminal() {
        return terminal;
    }

    /** A terminal for the next command. */
    ScriptedTerminal fresh() {
        terminal = new ScriptedTerminal();
        return terminal;
    }

    /** Runs a command line as it stands. */
    ExitCode plain(String... arguments) {
        int code = program(terminal, environment).run(List.of(arguments));
        return java.util.Arrays.stream(ExitCode.values())
                .filter(each -> each.number() == code)
                .findFirst()
                .orElseThrow();
    }

    static Program program(Terminal terminal, Map<String, String> environment) {
        return program(terminal, environment, () -> {});
    }

    static Program program(Terminal terminal, Map<String, String> environment, Runnable beforeSecrets) {
        return new Program(
                new Services(
                        terminal,
                        environment,
                        () -> Settings.DEFAULT,
                        TestVaults.VAULTS,
                        () -> Keystore.ofThisSystem(Runnable::run),
                        Clock.systemUTC(),
                        new SecureRandom(),
                        "1.2.3",
                        VaultCommands.reach(Runnable::run, Clock.systemUTC())),
                beforeSecrets);
    }

    /** Runs a command on the vault, with its password. */
    ExitCode run(String... arguments) {
        List<String> whole = new ArrayList<>(List.of(arguments));
        whole.addAll(List.of("--vault", file.toString(), "--password-fd", Integer.toString(PASSWORD)));
        terminal.descriptor(PASSWORD, TestVaults.PASSWORD + "\n");
        return plain(whole.toArray(String[]::new));
    }

    /** Runs a command that has to succeed, on a terminal of its own; what it said. */
    String done(String... arguments) {
        fresh();
        assertEquals(ExitCode.OK, run(arguments), () -> terminal.complained());
        return terminal.said();
    }

    /** Gives a secret a value. */
    void set(String name, String value, String... more) {
        fresh().descriptor(0, value);
        List<String> whole = new ArrayList<>(List.of("set", name));
        whole.addAll(List.of(more));
        assertEquals(ExitCode.OK, run(whole.toArray(String[]::new)), () -> terminal.complained());
    }

    /** What a command answers with {@code --json}. */
    JsonNode json(String... arguments) throws IOException {
        List<String> whole = new ArrayList<>(List.of(arguments));
        whole.add("--json");
        fresh();
        run(whole.toArray(String[]::new));
        return new ObjectMapper().readTree(terminal.bytes());
    }

    /** Runs a command that has to be refused, on a terminal of its own; why. */
    String refused(ExitCode code, String... arguments) {
        fresh();
        assertEquals(code, run(arguments), () -> terminal.complained());
        assertEquals("", terminal.said());
        return terminal.complained();
    }
}
