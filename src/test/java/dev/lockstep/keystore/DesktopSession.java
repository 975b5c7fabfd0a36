package dev.lockstep.keystore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A bus of its own with a GNOME Keyring of its own, whose files lie in a folder of the test: nothing of the user's is touched. */
public final class DesktopSession {
    public static final List<String> PROGRAMS =
            List.of("dbus-run-session", "dbus-send", "gnome-keyring-daemon", "secret-tool");

    private static final String UNLOCKED = "printf password | gnome-keyring-daemon --unlock --components=secrets >&2\n";
    private static final String LOCK = "dbus-send --session --print-reply --dest=org.freedesktop.secrets"
            + " /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock"
            + " array:objpath:/org/freedesktop/secrets/collection/login >&2\n";

    private final Path folder;
    private final StringBuilder script = new StringBuilder();

    public DesktopSession(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("data/dbus-1/services"));
        Files.createDirectory(
                folder.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    public static boolean isPossible() {
        String path = System.getenv().getOrDefault("PATH", "");
        return PROGRAMS.stream()
                .allMatch(program -> Stream.of(path.split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(program))));
    }

    /** The user is logged in, so the keyring is open. */
    public DesktopSession unlocked() {
        script.append(UNLOCKED);
        return this;
    }

    public DesktopSession lock() {
        script.append(LOCK);
        return this;
    }

    /** What should ask the user for a password does nothing for two seconds and breaks off. */
    DesktopSession deafPrompter() throws IOException {
        Files.writeString(
                folder.resolve("data/dbus-1/services/org.gnome.keyring.SystemPrompter.service"),
                "[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=/bin/sh -c \"sleep 2; exit 1\"\n");
        return this;
    }

    public DesktopSession shell(String line) {
        script.append(line).append('\n');
        return this;
    }

    /** Runs the steps of {@link SecretServiceTrial}. */
    public DesktopSession trial(String... steps) {
        script.append("exec_trial ").append(String.join(" ", steps)).append('\n');
        return this;
    }

    /** Everything that was printed, line by line. */
    public List<String> run() throws IOException, InterruptedException {
        return run("dbus-run-session", "--", "sh");
    }

    /** The same without a bus. */
    public List<String> runWithoutBus() throws IOException, InterruptedException {
        return run("sh");
    }

    private List<String> run(String... shell) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script"), trialFunction() + script);
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>(List.of(shell));
        command.add(file.toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        var environment = builder.environment();
        List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS").forEach(environment::remove);
        environment.put("HOME", folder.toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it hangs");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }

    private static String trialFunction() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return "exec_trial() { '" + java
                + "' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -Xshare:auto -cp '"
                + System.getProperty("java.class.path") + "' " + SecretServiceTrial.class.getName() + " \"$@\"; }\n";
    }
}
