package dev.lockstep.app;

import dev.lockstep.ui.shell.MemoryScenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link MemoryScenario} in a process of its own that types the canaries it is given, one character at a time. */
final class WatchedProgram implements AutoCloseable {
    private final Canaries canaries;
    private final Process process;
    private final InputStream said;
    private final OutputStream keys;
    private final Path errors;

    WatchedProgram(Path home, Canaries canaries, List<String> options, Path... arguments) throws IOException {
        this.canaries = canaries;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlockstep.libraries=" + System.getProperty("lockstep.libraries"));
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MemoryScenario.class.getName()));
        for (Path argument : arguments) {
            command.add(argument.toString());
        }
        errors = home.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.contains("JAVA"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put(ProcessShield.OPEN, "1");
        process = builder.start();
        said = process.getInputStream();
        keys = process.getOutputStream();
    }

    /** Types what is asked for, made up when it is asked for first, until the program wants something else; says what. */
    String next() throws IOException {
        String line = line();
        while (line.startsWith("type ")) {
            byte[] text = canaries.typed(line.substring(5));
            keys.write(text.length);
            keys.write(text);
            keys.flush();
            line = line();
        }
        return line;
    }

    /** Lets it go on. */
    void go() throws IOException {
        keys.write(1);
        keys.flush();
    }

    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = said.read(); next != '\n'; next = said.read()) {
            if (next < 0) {
                throw new IOException("The program ended early: " + Files.readString(errors));
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    CanaryScan scan() throws IOException {
        CanaryScan scan = new CanaryScan(canaries);
        new OtherProcess(process.pid()).scan(scan);
        return scan;
    }

    @Override
    public void close() throws IOException {
        process.toHandle().destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        said.close();
    }
}
