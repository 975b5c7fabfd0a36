package dev.lockstep.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders of this user. None of them is created here.
 *
 * @param config holds the settings file
 * @param state holds what may be lost without harm to a vault: crash reports, unpacked libraries, what was last seen of each vault
 * @param vaults where a new vault is proposed
 */
record Locations(Path config, Path state, Path vaults) {
    private static final String LOWER = "lockstep";
    private static final String UPPER = "Lockstep";

    /** The folders of the user that runs this process. */
    static Locations current() {
        OperatingSystem system = OperatingSystem.named(System.getProperty("os.name"));
        return of(system, System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * The folders that the system's conventions give to this user.
     *
     * @param home as the Java runtime knows it; on Linux and macOS the variable HOME counts before it
     */
    static Locations of(OperatingSystem system, Map<String, String> environment, Path home) {
        return switch (system) {
            case LINUX -> linux(environment, absolute(environment.get("HOME"), home));
            case MAC -> mac(absolute(environment.get("HOME"), home));
            case WINDOWS -> windows(environment, home);
        };
    }

    /** The settings file. */
    Path settings() {
        return config.resolve("settings.json");
    }

    /** The file that crash reports are added to. */
    Path crashes() {
        return state.resolve("crashes.txt");
    }

    /** The folder for what this computer remembers of vaults outside their files. */
    Path remembered() {
        return state.resolve("vaults");
    }

    /** The folder for libraries that have to be unpacked before the system can load them. */
    Path libraries() {
        return state.resolve("libraries");
    }

    /** XDG Base Directory Specification 0.8: a variable counts only if it is an absolute path. */
    private static Locations linux(Map<String, String> environment, Path home) {
        return new Locations(
                absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve(LOWER),
                absolute(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"))
                        .resolve(LOWER),
                absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                        .resolve(LOWER));
    }

    private static Locations mac(Path home) {
        Path own = home.resolve("Library/Application Support").resolve(UPPER);
        return new Locations(own, own.resolve("State"), own.resolve("Vaults"));
    }

    private static Locations windows(Map<String, String> environment, Path home) {
        Path roaming = given(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                .resolve(UPPER);
        Path local = given(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                .resolve(UPPER);
        return new Locations(roaming, local.resolve("State"), local.resolve("Vaults"));
    }

    private static Path absolute(@Nullable String value, Path otherwise) {
        Path given = given(value, otherwise);
        return given.isAbsolute() ? given : otherwise;
    }

    private static Path given(@Nullable String value, Path otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }
}
