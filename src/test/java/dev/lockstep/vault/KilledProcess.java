package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of a class with a main method, to be killed as by kill -9. */
public final class KilledProcess {
    private KilledProcess() {}

    /**
     * Runs it and kills it some time after it said its first line.
     *
     * @return what it said up to its death
     */
    static List<String> run(Class<?> main, int millis, String... arguments) throws IOException, InterruptedException {
        Process process = start(main, arguments);
        List<String> said = new ArrayList<>();
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        Thread.sleep(millis);
        assertTrue(kill(process));
        for (; line != null; line = lines.readLine()) {
            said.add(line);
        }
        process.waitFor();
        return said;
    }

    /** Starts it; what it says stays to be read after it was killed. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What starts it. */
    public static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Kills it. Not {@link Process#destroyForcibly}, which closes the pipe and loses what was said.
     *
     * @return whether it was alive
     */
    public static boolean kill(Process process) {
        return process.toHandle().destroyForcibly();
    }
}
