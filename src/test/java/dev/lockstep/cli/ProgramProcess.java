package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.app.Main;
import dev.lockstep.vault.TestVaults;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The command line as a process of its own, with a home of its own, on Linux and macOS. The password comes by descriptor 3. */
final class ProgramProcess {
    private static final String SHELL = "exec 3<\"$1\"; shift; exec \"$@\"";

    /** After that a process is killed with its children, so that nobody waits for it for ever. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What a job in the background of a shell ignores its children would ignore, too. */
    private static final List<String> HEEDING_SIGNALS = heedingSignals();

    private final Path home;
    private final Path vault;
    private final Map<String, String> environment;

    /** How it ended. */
    record Ended(int code, String out, String errors) {}

    ProgramProcess(Path home, Path vault) {
        this(home, vault, Map.of("LC_ALL", "C.UTF-8"));
    }

    /** @param environment besides home, temporary folder and search path */
    ProgramProcess(Path home, Path vault, Map<String, String> environment) {
        this.home = home;
        this.vault = vault;
        this.environment = environment;
    }

    Path temporary() {
        return home.resolve("tmp");
    }

    Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        home.toString(),
                        "PATH",
                        "/usr/bin:/bin",
                        "TMPDIR",
                        temporary().toString()));
        builder.environment().putAll(environment);
        return start(builder);
    }

    /** The same as a line for a shell. */
    String line(String... arguments) throws IOException {
        return command(arguments).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private List<String> command(String... arguments) throws IOException {
        Files.createDirectories(temporary());
        Path password = Files.writeString(home.resolve("password"), TestVaults.PASSWORD);
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "sh", password.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlockstep.libraries=" + System.getProperty("lockstep.libraries"),
                "-Djava.io.tmpdir=" + temporary(),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--vault",
                vault.toString(),
                "--password-fd",
                "3"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts a process that no signal leaves cold, without input and for a limited time. */
    static Process start(ProcessBuilder builder) throws IOException {
        List<String> command = new ArrayList<>(HEEDING_SIGNALS);
        command.addAll(builder.command());
        Process process =
                builder.command(command).redirectInput(new File("/dev/null")).start();
        process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).exceptionally(late -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.toHandle().destroyForcibly();
            return process;
        });
        return process;
    }

    /** GNU's {@code env} can start a program so; elsewhere it has to do without. */
    private static List<String> heedingSignals() {
        List<String> command = List.of("/usr/bin/env", "--default-signal=INT,TERM,HUP");
        try {
            List<String> trial = new ArrayList<>(command);
            trial.add("true");
            return new ProcessBuilder(trial)
                                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0
                    ? command
                    : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Sends a signal to a process, by its name without SIG. */
    static void signal(Process process, String signal) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor());
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    static Ended ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        // a library that only tests have says that it logs nothing
        return new Ended(process.waitFor(), out, errors.replaceAll("(?m)^SLF4J.*\\R", ""));
    }
}
