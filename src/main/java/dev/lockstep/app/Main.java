package dev.lockstep.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The entry point. It is no {@code Application}, because such a class needs a display before it can answer anything. */
public final class Main {
    private Main() {}

    /** Opens the window, on the vault that is the only argument if there is one, or does what the arguments say; ends with an exit code of {@link dev.lockstep.cli.ExitCode}. */
    public static void main(String[] arguments) {
        Properties properties = System.getProperties();
        Network.prepare(properties);
        Map<String, String> environment = System.getenv();
        OperatingSystem system = OperatingSystem.named(properties.getProperty("os.name"));
        ProcessShield shield = new ProcessShield(system, environment);
        Locations locations = Locations.of(system, environment, Path.of(properties.getProperty("user.home")));
        List<String> given = Arguments.of(arguments);
        Optional<Path> vault = Arguments.vault(given);
        int exitCode;
        if (given.isEmpty() || vault.isPresent()) {
            exitCode = window(new Display(system, environment, properties), shield, locations, properties, vault);
        } else {
            exitCode = new CommandLaunch(shield, system, environment, locations, properties).run(given);
        }
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Apart, since the command line loads nothing that knows the toolkit. */
    private static int window(
            Display display, ProcessShield shield, Locations locations, Properties properties, Optional<Path> vault) {
        return new Launch(display, shield, locations, properties, System.err).run(vault);
    }
}
