package dev.lockstep.ui.create;

import dev.lockstep.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Step 1: what the vault is called and where it lies, checked with every change. */
final class PlaceStep {
    private final Background background;
    private final StringProperty name;
    private final StringProperty folder;
    private final ReadOnlyObjectWrapper<PlaceCheck> check = new ReadOnlyObjectWrapper<>(new PlaceCheck.Looking());
    private int asked;

    PlaceStep(Background background, String name, Path folder) {
        this.background = background;
        this.name = new SimpleStringProperty(name);
        this.folder = new SimpleStringProperty(folder.toString());
        this.name.addListener((property, before, now) -> look());
        this.folder.addListener((property, before, now) -> look());
        look();
    }

    StringProperty nameProperty() {
        return name;
    }

    /** The folder's path as typed. */
    StringProperty folderProperty() {
        return folder;
    }

    ReadOnlyObjectProperty<PlaceCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Looks again, since the disk may have changed. */
    void look() {
        int mine = ++asked;
        Optional<PlaceCheck.Reason> known = FileNames.problem(name.get()).or(this::folderProblem);
        if (known.isPresent()) {
            check.set(new PlaceCheck.Unfit(known.get()));
            return;
        }
        String file = FileNames.file(name.get());
        Path place = Path.of(folder.get().strip());
        background
                .job(progress -> ask(place, file))
                .onDone(answer -> answered(mine, answer))
                .onFailed(failure -> answered(mine, new PlaceCheck.Unfit(PlaceCheck.Reason.FOLDER_MISSING)))
                .start();
    }

    private Optional<PlaceCheck.Reason> folderProblem() {
        if (folder.get().isBlank()) {
            return Optional.of(PlaceCheck.Reason.FOLDER_EMPTY);
        }
        try {
            boolean absolute = Path.of(folder.get().strip()).isAbsolute();
            return absolute ? Optional.empty() : Optional.of(PlaceCheck.Reason.FOLDER_MISSING);
        } catch (InvalidPathException e) {
            return Optional.of(PlaceCheck.Reason.FOLDER_MISSING);
        }
    }

    private void answered(int mine, PlaceCheck answer) {
        if (mine == asked) {
            check.set(answer);
        }
    }

    private static PlaceCheck ask(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isDirectory(folder)) {
            return new PlaceCheck.Unfit(PlaceCheck.Reason.FOLDER_MISSING);
        }
        if (!Files.isWritable(folder)) {
            return new PlaceCheck.Unfit(PlaceCheck.Reason.FOLDER_READ_ONLY);
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new PlaceCheck.Unfit(PlaceCheck.Reason.FILE_EXISTS);
        }
        Optional<CloudFolder> cloud = CloudFolder.of(folder).or(() -> CloudFolder.of(realOr(folder)));
        return new PlaceCheck.Free(file, cloud);
    }

    /** A folder may be a link into one that is copied elsewhere. */
    private static Path realOr(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}
