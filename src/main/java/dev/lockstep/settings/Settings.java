package dev.lockstep.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user chose on this computer.
 *
 * @param recentVaults absolute paths of vault files, the latest first, at most {@link #MAX_RECENT}
 * @param keyFiles absolute paths of the key files that are remembered, by those of their vaults, at most {@link #MAX_RECENT}
 */
public record Settings(
        Look look,
        Protection protection,
        Panes panes,
        Checks checks,
        List<String> recentVaults,
        Map<String, String> keyFiles) {
    /** How many vaults are remembered. */
    public static final int MAX_RECENT = 10;

    /** What holds before anything was chosen. */
    public static final Settings DEFAULT =
            new Settings(Look.DEFAULT, Protection.DEFAULT, Panes.DEFAULT, Checks.DEFAULT, List.of(), Map.of());

    private static final int MAX_PATH = 4096;

    /** @throws IllegalArgumentException if there are too many vaults, one is named twice, or a path is relative or none at all */
    public Settings {
        recentVaults = List.copyOf(recentVaults);
        if (recentVaults.size() > MAX_RECENT || new LinkedHashSet<>(recentVaults).size() < recentVaults.size()) {
            throw new IllegalArgumentException("recentVaults are too many or repeat");
        }
        recentVaults.forEach(Settings::requireAbsolute);
        keyFiles = Map.copyOf(keyFiles);
        if (keyFiles.size() > MAX_RECENT) {
            throw new IllegalArgumentException("keyFiles are too many");
        }
        keyFiles.forEach((vault, keyFile) -> {
            requireAbsolute(vault);
            requireAbsolute(keyFile);
        });
    }

    public Settings with(Look changed) {
        return new Settings(changed, protection, panes, checks, recentVaults, keyFiles);
    }

    public Settings with(Protection changed) {
        return new Settings(look, changed, panes, checks, recentVaults, keyFiles);
    }

    public Settings with(Panes changed) {
        return new Settings(look, protection, changed, checks, recentVaults, keyFiles);
    }

    public Settings with(Checks changed) {
        return new Settings(look, protection, panes, changed, recentVaults, keyFiles);
    }

    /** Puts a vault at the head of the recent ones; the oldest gives way if there are too many. */
    public Settings opened(Path vault) {
        String opened = vault.toAbsolutePath().toString();
        List<String> recent = new ArrayList<>(recentVaults);
        recent.remove(opened);
        recent.addFirst(opened);
        List<String> kept = recent.subList(0, Math.min(recent.size(), MAX_RECENT));
        return new Settings(look, protection, panes, checks, kept, keyFilesOf(kept));
    }

    /** Remembers where the key file of a recent vault is, or forgets it. */
    public Settings with(Path vault, Optional<Path> keyFile) {
        Map<String, String> changed = new HashMap<>(keyFiles);
        String key = vault.toAbsolutePath().toString();
        keyFile.ifPresentOrElse(file -> changed.put(key, file.toAbsolutePath().toString()), () -> changed.remove(key));
        changed.keySet().retainAll(recentVaults);
        return new Settings(look, protection, panes, checks, recentVaults, changed);
    }

    /** Where the key file of a vault is, if that is remembered; it need not exist any more. */
    public Optional<Path> keyFile(Path vault) {
        return Optional.ofNullable(keyFiles.get(vault.toAbsolutePath().toString()))
                .map(Path::of);
    }

    private Map<String, String> keyFilesOf(List<String> vaults) {
        Map<String, String> kept = new HashMap<>(keyFiles);
        kept.keySet().retainAll(vaults);
        return kept;
    }

    /** Forgets a vault and where its key file is; the files stay. */
    public Settings without(Path vault) {
        String forgotten = vault.toAbsolutePath().toString();
        List<String> rest = recentVaults.stream()
                .filter(recent -> !recent.equals(forgotten))
                .toList();
        return new Settings(look, protection, panes, checks, rest, keyFilesOf(rest));
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
            throw new IllegalArgumentException("a path is not absolute");
        }
    }
}
