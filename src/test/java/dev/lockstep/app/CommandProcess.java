package dev.lockstep.app;

import dev.lockstep.vault.TestVaults;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The real program in a process of its own, started with arguments on the vault of a test. */
final class CommandProcess {
    private final Path home;
    private final List<String> options = new ArrayList<>();

    /** @param home of the user who starts it; the vault is {@code vault.lockstep} in it */
    CommandProcess(Path home) throws Exception {
        this.home = home;
        TestVaults.create(vault()).close();
    }

    Path vault() {
        return home.resolve("vault.lockstep");
    }

    /** Options for the virtual machine. */
    CommandProcess with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /**
     * How it ended.
     *
     * @param errors without what the logging library of the tests says about itself
     */
    record Ended(int code, byte[] out, String errors) {
        String said() {
            return new String(out, StandardCharsets.UTF_8);
        }
    }

    /** Starts it with the vault in the environment and nothing of this process but the path. */
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return builder(environment, command(arguments)).start();
    }

    /** The command that starts it. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dlockstep.libraries=" + System.getProperty("lockstep.libraries"),
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", classes(), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Absolute, since the process runs in another folder. */
    private static String classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    ProcessBuilder builder(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(home.resolve("errors").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("LOCKSTEP_VAULT", vault().toString());
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs it to its end, with something on standard input. */
    Ended run(Map<String, String> environment, String input, String... arguments) throws Exception {
        Process process = start(environment, arguments);
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        byte[] out = process.getInputStream().readAllBytes();
        return ended(process, out);
    }

    Ended ended(Process process, byte[] out) throws Exception {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("It does not end");
        }
        String errors = Files.readAllLines(home.resolve("errors")).stream()
                .filter(line -> !line.startsWith("SLF4J"))
                .collect(Collectors.joining("\n"));
        return new Ended(process.exitValue(), out, errors);
    }
}
