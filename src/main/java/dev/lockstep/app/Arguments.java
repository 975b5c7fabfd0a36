package dev.lockstep.app;

import dev.lockstep.vault.Vaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The arguments as they were given. In a locale without UTF-8, such as that of most build machines, the Java runtime makes U+FFFD of every byte
 * beyond ASCII; Linux has the bytes still.
 */
final class Arguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final char LOST = '\uFFFD';

    private Arguments() {}

    /** @param given as the Java runtime gives them */
    static List<String> of(String[] given) {
        List<String> arguments = List.of(given);
        boolean lost = arguments.stream().anyMatch(argument -> argument.indexOf(LOST) >= 0);
        return lost ? recovered(arguments) : arguments;
    }

    /**
     * The vault to open the window on, if nothing else is given: how desktops start a program on a file.
     *
     * @return nothing if it is a command, or no name of a file in the locale of this process
     */
    static Optional<Path> vault(List<String> given) {
        boolean file = given.size() == 1
                && !given.getFirst().startsWith("-")
                && given.getFirst().toLowerCase(Locale.ROOT).endsWith(Vaults.SUFFIX);
        try {
            return file ? Optional.of(Path.of(given.getFirst()).toAbsolutePath()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static List<String> recovered(List<String> arguments) {
        try {
            String line = new String(Files.readAllBytes(COMMAND_LINE), StandardCharsets.UTF_8);
            List<String> all = Arrays.asList(line.split("\0", -1));
            int end = all.size() - 1;
            return end < arguments.size() ? arguments : all.subList(end - arguments.size(), end);
        } catch (IOException e) {
            return arguments;
        }
    }
}
