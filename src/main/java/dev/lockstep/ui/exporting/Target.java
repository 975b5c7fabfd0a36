package dev.lockstep.ui.exporting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The file that is written. A name is proposed until the user says another. */
final class Target {
    /** UTF-16 units; with date and ending it fits in the names of common file systems. */
    private static final int MOST = 60;

    /** What stands in no name of a file on some system, or would have to be quoted in a shell. */
    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}._]+");

    private final Path folder;
    private final LocalDate today;
    private final StringProperty path = new SimpleStringProperty("");
    private String proposed = "";
    private Optional<Path> agreed = Optional.empty();

    Target(Path folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
    }

    /** As it is typed. */
    StringProperty pathProperty() {
        return path;
    }

    /** Proposes a file for something of this name; what the user said stays. */
    void propose(String name, String ending) {
        String stem = ODD.matcher(name).replaceAll("-").replaceAll("^[-.]+|[-.]+$", "");
        String cut = stem.length() > MOST ? stem.substring(0, MOST) : stem;
        String next = folder.resolve((cut.isEmpty() ? "secrets" : cut) + "-" + today + ending)
                .toString();
        if (path.get().equals(proposed)) {
            path.set(next);
        }
        proposed = next;
    }

    /** A file that was chosen in the window of the system, which asks whether it may be replaced. */
    void choose(Path file) {
        path.set(file.toString());
        agree();
    }

    /** Agrees to replace the file if it is there. */
    void agree() {
        agreed = file();
    }

    /** Whether the user has agreed to replace the file if it is there. */
    boolean mayBeReplaced() {
        return agreed.isPresent() && agreed.equals(file());
    }

    /** Empty while nothing is typed that can be a file. */
    Optional<Path> file() {
        String typed = path.get().strip();
        try {
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(folder.resolve(typed).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
