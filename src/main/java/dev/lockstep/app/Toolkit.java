package dev.lockstep.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** JavaFX as a whole: started and stopped with care. */
final class Toolkit {
    private static final int PATIENCE_SECONDS = 60;

    /** Kept, since the runtime forgets the level of a logger that nobody holds; apart, since a start does not wait for it. */
    private static final class Remarks {
        private static final Logger OF_CONTROLS = Logger.getLogger("javafx.scene.control");
    }

    private Toolkit() {}

    /** Starts the toolkit; what it prints about a failure is kept from the user. Returns whether it runs. */
    static boolean start() {
        PrintStream errors = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, errors.charset()));
        try {
            CountDownLatch running = new CountDownLatch(1);
            Platform.startup(running::countDown);
            return running.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException | LinkageError e) {
            // JavaFX has no type for "cannot start": it throws UnsupportedOperationException, UnsatisfiedLinkError and
            // plain ones.
            return false;
        } finally {
            System.setErr(errors);
        }
    }

    /** Keeps remarks off the terminal that tables make about themselves whenever they are scrolled to their end. */
    static void hush() {
        Remarks.OF_CONTROLS.setLevel(Level.WARNING);
    }

    /** On X11 some windows begin at the edge of the screen, with a title above it that nobody can take hold of: these go to the middle. */
    static void bringIntoSight(Stage stage) {
        boolean inSight = Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().contains(stage.getX(), stage.getY()));
        if (!inSight && !stage.isMaximized()) {
            stage.centerOnScreen();
        }
    }

    /**
     * Ends the program; called where the screens live. The windows go first: the toolkit crashes inside GTK if it stops while a popup is
     * showing.
     */
    static void stop() {
        List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
        Platform.exit();
    }
}
