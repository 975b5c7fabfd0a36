package dev.lockstep.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The entry point. It is no {@code Application}, because such a class needs a display before it can answer anything. */
public final class Main {
    private Main() {}

    /** Opens the window, or answers {@code --version}; ends with the exit code of {@link Launch}. */
    public static void main(String[] arguments) {
        Properties properties = System.getProperties();
        Network.prepare(properties);
        Map<String, String> environment = System.getenv();
        OperatingSystem system = OperatingSystem.named(properties.getProperty("os.name"));
        new ProcessShield(system, environment).raise();
        Locations locations = Locations.of(system, environment, Path.of(properties.getProperty("user.home")));
        Launch launch =
                new Launch(new Display(system, environment, properties), locations, properties, System.out, System.err);
        int exitCode = launch.run(List.of(arguments));
        if (exitCode != Launch.OK) {
            System.exit(exitCode);
        }
    }
}
