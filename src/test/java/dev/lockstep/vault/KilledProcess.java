package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of a class with a main method, killed (as by kill -9) some time after it said its first line. */
final class KilledProcess {
    private KilledProcess() {}

    /**
     * Runs and kills it.
     *
     * @return what it said up to its death
     */
    static List<String> run(Class<?> main, int millis, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        Thread.sleep(millis);
        // Not Process.destroyForcibly, which closes the pipe and loses what was said
        assertTrue(process.toHandle().destroyForcibly());
        for (; line != null; line = lines.readLine()) {
            said.add(line);
        }
        process.waitFor();
        return said;
    }
}
