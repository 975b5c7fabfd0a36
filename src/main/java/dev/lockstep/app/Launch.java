package dev.lockstep.app;

import dev.lockstep.cli.ExitCode;
import dev.lockstep.words.Text;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import javafx.application.Application;

/** One start of the program with a window, up to its end. The exit codes are those of {@link dev.lockstep.cli.ExitCode}. */
final class Launch {
    static final int OK = ExitCode.OK.number();
    static final int NO_DISPLAY = ExitCode.UNAVAILABLE.number();
    static final int UNEXPECTED = ExitCode.UNEXPECTED.number();
    static final int NO_FOLDER = ExitCode.CANNOT_CREATE.number();

    private final Display display;
    private final ProcessShield shield;
    private final Locations locations;
    private final Properties properties;
    private final PrintStream errors;

    Launch(Display display, ProcessShield shield, Locations locations, Properties properties, PrintStream errors) {
        this.display = display;
        this.shield = shield;
        this.locations = locations;
        this.properties = properties;
        this.errors = errors;
    }

    /**
     * Opens the window, and returns the exit code when the program is over.
     *
     * @param vault to begin with; without one the window begins with the vault that was open last
     */
    int run(Optional<Path> vault) {
        Optional<String> missing = display.missing();
        if (missing.isPresent()) {
            errors.println(missing.get());
            return NO_DISPLAY;
        }
        return open(vault);
    }

    private int open(Optional<Path> vault) {
        Optional<Path> unusable = new Folders(locations, properties).prepare();
        if (unusable.isPresent()) {
            errors.println(Text.of("app.noFolder", unusable.get()));
            return NO_FOLDER;
        }
        Desktop.WIRING.completeAsync(this::prepare);
        display.drawByProcessorIfNothingElseCan(Path.of("/dev"));
        if (!Toolkit.start()) {
            errors.println(Text.of("app.noToolkit"));
            return NO_DISPLAY;
        }
        CrashReport crashes =
                new CrashReport(locations.crashes(), Version.current(), Clock.systemUTC(), this::tellCrash);
        Thread.setDefaultUncaughtExceptionHandler(crashes);
        try {
            Application.launch(Desktop.class, vault.stream().map(Path::toString).toArray(String[]::new));
            return OK;
        } catch (RuntimeException e) {
            // The desktop did not start; JavaFX wraps whatever it threw.
            crashes.report(e);
            return UNEXPECTED;
        }
    }

    /** What can be done while the toolkit starts. Nothing secret is in memory before the window is there. */
    private Wiring prepare() {
        shield.raise();
        Text.load();
        return Wiring.of(locations);
    }

    private void tellCrash(String code) {
        errors.println(Text.of("app.crashed", code, locations.crashes()));
    }
}
