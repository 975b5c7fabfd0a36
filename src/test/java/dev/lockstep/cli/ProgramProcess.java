package dev.lockstep.cli;

import dev.lockstep.app.Main;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, with a home of its own, on Linux and macOS. The password comes by descriptor 3. */
final class ProgramProcess {
    private static final String SHELL = "exec 3<\"$1\"; shift; exec \"$@\"";

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
        Files.createDirectories(temporary());
        Path password = Files.writeString(home.resolve("password"), TestVaults.PASSWORD);
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "sh", password.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
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
        ProcessBuilder builder = new ProcessBuilder(command);
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
        return builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    static Ended ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it does not end: " + out + errors);
        }
        // a library that only tests have says that it logs nothing
        return new Ended(process.exitValue(), out, errors.replaceAll("(?m)^SLF4J.*\\R", ""));
    }
}
