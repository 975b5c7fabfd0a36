package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The clipboard of the desktop, by its own programs: {@code wl-copy}, {@code xclip}, {@code xsel}, {@code pbcopy}. A value goes to their input. */
final class Clipboard {
    private static final List<Tool> TOOLS = List.of(
            new Tool(
                    "WAYLAND_DISPLAY",
                    List.of("wl-copy"),
                    List.of("wl-paste", "--no-newline"),
                    List.of("wl-copy", "--clear")),
            new Tool(
                    "DISPLAY",
                    List.of("xclip", "-selection", "clipboard"),
                    List.of("xclip", "-selection", "clipboard", "-o"),
                    List.of("xclip", "-selection", "clipboard")),
            new Tool(
                    "DISPLAY",
                    List.of("xsel", "--clipboard", "--input"),
                    List.of("xsel", "--clipboard", "--output"),
                    List.of("xsel", "--clipboard", "--clear")),
            new Tool("", List.of("pbcopy"), List.of("pbpaste"), List.of("pbcopy")));

    private final Tool tool;

    private Clipboard(Tool tool) {
        this.tool = tool;
    }

    /**
     * A program that reads and writes the clipboard.
     *
     * @param display the environment variable without which it has none; empty if it needs none
     * @param clear gets nothing to read
     */
    private record Tool(String display, List<String> copy, List<String> paste, List<String> clear) {
        /** The same with the paths of its programs, if they are installed and have a display. */
        Optional<Tool> found(Map<String, String> environment) {
            boolean shown =
                    display.isEmpty() || !environment.getOrDefault(display, "").isBlank();
            List<List<String>> commands = shown
                    ? Stream.of(copy, paste, clear)
                            .flatMap(command -> found(command, environment).stream())
                            .toList()
                    : List.of();
            return commands.size() == 3
                    ? Optional.of(new Tool(display, commands.get(0), commands.get(1), commands.get(2)))
                    : Optional.empty();
        }

        private static Optional<List<String>> found(List<String> command, Map<String, String> environment) {
            return Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                    .filter(folder -> folder.startsWith("/"))
                    .map(folder -> Path.of(folder, command.getFirst()))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .map(program -> Stream.concat(
                                    Stream.of(program.toString()),
                                    command.stream().skip(1))
                            .toList());
        }
    }

    /** The clipboard of this desktop. */
    static Clipboard of(Services services) throws Refusal {
        return TOOLS.stream()
                .flatMap(tool -> tool.found(services.environment()).stream())
                .findFirst()
                .map(Clipboard::new)
                .orElseThrow(() -> new Refusal(ExitCode.UNAVAILABLE, Text.of("cli.no-clipboard")));
    }

    /** Puts a value there. */
    void put(SecretValue value) throws IOException, InterruptedException, Refusal {
        give(tool.copy(), Optional.of(value));
    }

    /** Waits, then clears the clipboard if the value is still there; does so at once if the thread is interrupted. */
    void clearAfter(Duration wait, SecretValue value) throws IOException, InterruptedException, Refusal {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            clear(value);
            throw e;
        }
        clear(value);
    }

    private void clear(SecretValue value) throws IOException, InterruptedException, Refusal {
        if (holds(value)) {
            give(tool.clear(), Optional.empty());
        }
    }

    private static void give(List<String> command, Optional<SecretValue> value)
            throws IOException, InterruptedException, Refusal {
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            if (value.isPresent()) {
                byte[] bytes = value.get().exposed();
                try {
                    input.write(bytes);
                } finally {
                    Arrays.fill(bytes, (byte) 0);
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new Refusal(ExitCode.UNAVAILABLE, Text.of("cli.clipboard-failed", command.getFirst()));
        }
    }

    private boolean holds(SecretValue value) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(tool.paste()).redirectError(Redirect.DISCARD).start();
        process.getOutputStream().close();
        byte[] found = new byte[value.size() + 1];
        try (InputStream output = process.getInputStream()) {
            int size = output.readNBytes(found, 0, found.length);
            try (SecretValue there = SecretValue.taking(Arrays.copyOf(found, size))) {
                return there.sameAs(value);
            }
        } finally {
            Arrays.fill(found, (byte) 0);
            process.destroy();
            process.waitFor();
        }
    }
}
