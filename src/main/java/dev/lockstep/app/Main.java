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
        new ProcessShield(system, environment).raise();
        Locations locations = Locations.of(system, environment, Path.of(properties.getProperty("user.home")));
        List<String> given = Arguments.of(arguments);
        Optional<Path> vault = Arguments.vault(given);
        int exitCode = given.isEmpty() || vault.isPresent()
                ? window(system, environment, locations, properties, vault)
                : new CommandLaunch(system, environment, locations, properties).run(given);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Apart, since the command line loads nothing that knows the toolkit. */
    private static int window(
            OperatingSystem system,
            Map<String, String> environment,
            Locations locations,
            Properties properties,
            Optional<Path> vault) {
        return new Launch(new Display(system, environment, properties), locations, properties, System.err).run(vault);
    }
}
