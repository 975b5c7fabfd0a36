package dev.lockstep.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.HostServices;

/** Shows where a file lies, in the window that the system has for that. The file itself is never opened. */
final class FileWindow {
    private FileWindow() {}

    /** Empty on a desktop that has no way of opening folders. */
    static Optional<Consumer<Path>> of(HostServices services) {
        return opensFolders() ? Optional.of(file -> show(services, file)) : Optional.empty();
    }

    private static void show(HostServices services, Path file) {
        Path whole = file.toAbsolutePath();
        Path folder = Files.isDirectory(whole) || whole.getParent() == null ? whole : whole.getParent();
        services.showDocument(folder.toUri().toString());
    }

    /** Windows and macOS do; elsewhere the tool of the desktops has to be there. */
    private static boolean opensFolders() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows") || system.startsWith("Mac")) {
            return true;
        }
        String places = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(places.split(File.pathSeparator))
                .anyMatch(place -> !place.isEmpty() && Files.isExecutable(Path.of(place, "xdg-open")));
    }
}
