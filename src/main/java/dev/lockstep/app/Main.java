package dev.lockstep.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The entry point. It is no {@code Application}, because such a class needs a display before it can answer anything. */
public final class Main {
    private Main() {}

    /** Opens the window, or does what the arguments say; ends with an exit code of {@link dev.lockstep.cli.ExitCode}. */
    public static void main(String[] arguments) {
        Properties properties = System.getProperties();
        Network.prepare(properties);
        Map<String, String> environment = System.getenv();
        OperatingSystem system = OperatingSystem.named(properties.getProperty("os.name"));
        new ProcessShield(system, environment).raise();
        Locations locations = Locations.of(system, environment, Path.of(properties.getProperty("user.home")));
        int exitCode = arguments.length == 0
                ? window(system, environment, locations, properties)
                : new CommandLaunch(system, environment, locations, properties).run(Arguments.of(arguments));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Apart, since the command line loads nothing that knows the toolkit. */
    private static int window(
            OperatingSystem system, Map<String, String> environment, Locations locations, Properties properties) {
        return new Launch(new Display(system, environment, properties), locations, properties, System.err).run();
    }
}
