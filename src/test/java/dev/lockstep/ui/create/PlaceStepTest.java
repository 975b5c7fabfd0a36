package dev.lockstep.ui.create;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceStepTest {
    private final Background atOnce = new Background(Runnable::run, Runnable::run, (delay, action) -> () -> {});

    @TempDir
    Path folder;

    @Test
    void aFreeNameInAWritableFolderIsFine() {
        PlaceStep step = new PlaceStep(atOnce, "Acme", folder);

        assertEquals(
                new PlaceCheck.Free(folder.resolve("Acme.lockstep"), Optional.empty()),
                step.checkProperty().get());
    }

    @Test
    void anEndingThatWasTypedIsNotDoubled() {
        PlaceStep step = new PlaceStep(atOnce, "Acme.lockstep", folder);

        var free = assertInstanceOf(PlaceCheck.Free.class, step.checkProperty().get());
        assertEquals(folder.resolve("Acme.lockstep"), free.file());
    }

    @ParameterizedTest
    @CsvSource({
        "'', NAME_EMPTY",
        "'  ', NAME_EMPTY",
        "a/b, NAME_CHARACTERS",
        "'a\\b', NAME_CHARACTERS",
        "a:b, NAME_CHARACTERS",
        "' a', NAME_CHARACTERS",
        "a., NAME_CHARACTERS",
        ".hidden, NAME_CHARACTERS",
        "con, NAME_RESERVED",
        "Lpt1.keys, NAME_RESERVED"
    })
    void namesThatSomeSystemRefusesAreRefused(String name, PlaceCheck.Reason reason) {
        PlaceStep step = new PlaceStep(atOnce, "Acme", folder);

        step.nameProperty().set(name);

        assertEquals(new PlaceCheck.Unfit(reason), step.checkProperty().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme production", "Schlüssel", "鍵", "console", "com", "v1.2"})
    void otherNamesAreTaken(String name) {
        PlaceStep step = new PlaceStep(atOnce, name, folder);

        assertInstanceOf(PlaceCheck.Free.class, step.checkProperty().get());
    }

    @Test
    void aNameOfMoreThan60UnitsIsTooLong() {
        assertEquals(Optional.empty(), FileNames.problem("x".repeat(60)));
        assertEquals(Optional.of(PlaceCheck.Reason.NAME_TOO_LONG), FileNames.problem("x".repeat(61)));
    }

    @Test
    void anExistingFileIsNeverTaken() throws IOException {
        Files.createFile(folder.resolve("Acme.lockstep"));

        PlaceStep step = new PlaceStep(atOnce, "Acme", folder);

        assertEquals(
                new PlaceCheck.Unfit(PlaceCheck.Reason.FILE_EXISTS),
                step.checkProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"'', FOLDER_EMPTY", "keys, FOLDER_MISSING", "/no/such/folder, FOLDER_MISSING"})
    void aFolderThatIsNotThereIsSaid(String typed, PlaceCheck.Reason reason) {
        PlaceStep step = new PlaceStep(atOnce, "Acme", folder);

        step.folderProperty().set(typed);

        assertEquals(new PlaceCheck.Unfit(reason), step.checkProperty().get());
    }

    @ParameterizedTest
    @CsvSource({
        "Dropbox, DROPBOX",
        "Dropbox (Acme), DROPBOX",
        "OneDrive - Acme Inc, ONEDRIVE",
        "iCloudDrive, ICLOUD",
        "Mobile Documents, ICLOUD",
        "Google Drive, GOOGLE_DRIVE",
        "GoogleDrive-me@example.com, GOOGLE_DRIVE",
        "My Drive, GOOGLE_DRIVE",
        "nextcloud, NEXTCLOUD"
    })
    void aFolderThatIsCopiedToACloudIsNamed(String part, CloudFolder service) throws IOException {
        Path synced = Files.createDirectories(folder.resolve(part).resolve("keys"));

        PlaceStep step = new PlaceStep(atOnce, "Acme", synced);

        var free = assertInstanceOf(PlaceCheck.Free.class, step.checkProperty().get());
        assertEquals(Optional.of(service), free.cloud());
    }

    @Test
    void aLinkIntoACloudFolderIsSeenThrough() throws IOException {
        Path synced = Files.createDirectories(folder.resolve("Dropbox"));
        Path link = Files.createSymbolicLink(folder.resolve("keys"), synced);

        PlaceStep step = new PlaceStep(atOnce, "Acme", link);

        var free = assertInstanceOf(PlaceCheck.Free.class, step.checkProperty().get());
        assertEquals(Optional.of(CloudFolder.DROPBOX), free.cloud());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dropboxes", "not-dropbox", "Documents", "drive"})
    void otherFoldersAreNotTakenForCloudFolders(String part) {
        assertEquals(Optional.empty(), CloudFolder.of(Path.of("/home/ada").resolve(part)));
    }

    @Test
    void anAnswerThatCameTooLateIsDropped() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        PlaceStep step =
                new PlaceStep(new Background(waiting::add, Runnable::run, (delay, action) -> () -> {}), "Acme", folder);

        step.nameProperty().set("");
        waiting.forEach(Runnable::run);

        assertEquals(
                new PlaceCheck.Unfit(PlaceCheck.Reason.NAME_EMPTY),
                step.checkProperty().get());
    }
}
