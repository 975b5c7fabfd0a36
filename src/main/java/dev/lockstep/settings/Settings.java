package dev.lockstep.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What the user chose on this computer.
 *
 * @param recentVaults absolute paths of vault files, the latest first, at most {@link #MAX_RECENT}
 */
public record Settings(Look look, Protection protection, Panes panes, List<String> recentVaults) {
    /** How many vaults are remembered. */
    public static final int MAX_RECENT = 10;

    /** What holds before anything was chosen. */
    public static final Settings DEFAULT = new Settings(Look.DEFAULT, Protection.DEFAULT, Panes.DEFAULT, List.of());

    private static final int MAX_PATH = 4096;

    /** @throws IllegalArgumentException if there are too many vaults, one is named twice, or a path is relative or none at all */
    public Settings {
        recentVaults = List.copyOf(recentVaults);
        if (recentVaults.size() > MAX_RECENT || new LinkedHashSet<>(recentVaults).size() < recentVaults.size()) {
            throw new IllegalArgumentException("recentVaults are too many or repeat");
        }
        recentVaults.forEach(Settings::requireAbsolute);
    }

    public Settings with(Look changed) {
        return new Settings(changed, protection, panes, recentVaults);
    }

    public Settings with(Protection changed) {
        return new Settings(look, changed, panes, recentVaults);
    }

    public Settings with(Panes changed) {
        return new Settings(look, protection, changed, recentVaults);
    }

    /** Puts a vault at the head of the recent ones; the oldest gives way if there are too many. */
    public Settings opened(Path vault) {
        List<String> recent = new ArrayList<>(without(vault).recentVaults);
        recent.addFirst(vault.toAbsolutePath().toString());
        return new Settings(look, protection, panes, recent.subList(0, Math.min(recent.size(), MAX_RECENT)));
    }

    /** Forgets a vault; its file stays. */
    public Settings without(Path vault) {
        String forgotten = vault.toAbsolutePath().toString();
        List<String> rest = recentVaults.stream()
                .filter(recent -> !recent.equals(forgotten))
                .toList();
        return new Settings(look, protection, panes, rest);
    }

    /** The recent vaults, the latest first; the files need not exist any more. */
    public List<Path> recent() {
        return recentVaults.stream().map(Path::of).toList();
    }

    static void requireChoice(String name, int value, List<Integer> choices) {
        if (!choices.contains(value)) {
            throw new IllegalArgumentException(name + " is " + value + " and none of " + choices);
        }
    }

    static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + " and not in " + least + " to " + most);
        }
    }

    /** {@link InvalidPathException} is an {@link IllegalArgumentException}. */
    private static void requireAbsolute(String path) {
        if (path.length() > MAX_PATH || !Path.of(path).isAbsolute()) {
            throw new IllegalArgumentException("a recent vault has no absolute path");
        }
    }
}
