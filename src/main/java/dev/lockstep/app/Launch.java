package dev.lockstep.app;

import dev.lockstep.settings.OwnerOnly;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javafx.application.Application;

/** One start of the program from a command line, up to its end. The exit codes are those of BSD's sysexits.h, but for 2. */
final class Launch {
    static final int OK = 0;
    static final int WRONG_ARGUMENTS = 2;
    static final int NO_DISPLAY = 69;
    static final int UNEXPECTED = 70;
    static final int NO_FOLDER = 73;

    private static final int SHOWN_ARGUMENT = 60;

    private final Display display;
    private final Locations locations;
    private final Properties properties;
    private final PrintStream out;
    private final PrintStream errors;

    Launch(Display display, Locations locations, Properties properties, PrintStream out, PrintStream errors) {
        this.display = display;
        this.locations = locations;
        this.properties = properties;
        this.out = out;
        this.errors = errors;
    }

    /** Does what the arguments ask for, and returns the exit code when the program is over. */
    int run(List<String> arguments) {
        if (arguments.equals(List.of("--version"))) {
            out.println(Text.of("app.name") + " " + Version.current());
            return OK;
        }
        if (!arguments.isEmpty()) {
            errors.println(Text.of("app.wrongArgument", printable(arguments.getFirst())));
            return WRONG_ARGUMENTS;
        }
        Optional<String> missing = display.missing();
        if (missing.isPresent()) {
            errors.println(missing.get());
            return NO_DISPLAY;
        }
        return open();
    }

    private int open() {
        Optional<Path> unusable = prepareFolders();
        if (unusable.isPresent()) {
            errors.println(Text.of("app.noFolder", unusable.get()));
            return NO_FOLDER;
        }
        if (!Toolkit.start()) {
            errors.println(Text.of("app.noToolkit"));
            return NO_DISPLAY;
        }
        CrashReport crashes =
                new CrashReport(locations.crashes(), Version.current(), Clock.systemUTC(), this::tellCrash);
        Thread.setDefaultUncaughtExceptionHandler(crashes);
        try {
            Application.launch(Desktop.class);
            return OK;
        } catch (RuntimeException e) {
            // The desktop did not start; JavaFX wraps whatever it threw.
            crashes.report(e);
            return UNEXPECTED;
        }
    }

    /** Makes the folders ready, and returns the first that cannot be used. */
    private Optional<Path> prepareFolders() {
        for (Path folder : List.of(locations.config(), locations.state(), locations.vaults())) {
            try {
                OwnerOnly.createFolder(folder);
                OwnerOnly.restrictFolder(folder);
            } catch (IOException e) {
                return Optional.of(folder);
            }
        }
        try {
            new NativeParts(properties).prepare(Path.of(properties.getProperty("java.home")), locations.libraries());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(locations.libraries());
        }
    }

    private void tellCrash(String code) {
        errors.println(Text.of("app.crashed", code, locations.crashes()));
    }

    private static String printable(String argument) {
        String shown = argument.length() > SHOWN_ARGUMENT ? argument.substring(0, SHOWN_ARGUMENT) + "..." : argument;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
