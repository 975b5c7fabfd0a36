package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.ToolkitTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new user's first hour with the program, by mouse and keyboard, from the empty welcome screen to a second unlock. */
class JourneyTest extends ToolkitTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path folder;

    @Test
    void aNewUserCreatesImportsFindsCopiesEditsTrashesLocksAndFindsEverythingAgain() throws Exception {
        Path env = folder.resolve("awkward.env");
        Files.copy(Path.of("src/test/resources/dev/lockstep/transfer/awkward.env"), env);
        try (Window window = new Window(folder)) {
            create(window);
        }
    }

    private void create(Window window) {
        window.picture("journey-01-welcome");
        window.click("Create vault");
        window.await("a free place", () -> window.has(".check-line"));
        window.picture("journey-02-place");
        window.click("Next");
        window.robot().clickOn(window.secretFields().getFirst());
        window.type(PASSWORD);
        window.robot().clickOn(window.secretFields().getLast());
        window.type(PASSWORD);
        window.picture("journey-03-password");
        window.click("Next");
        window.picture("journey-04-recovery");
        window.click("I have stored the code in a safe place");
        window.click("Next");
        window.picture("journey-05-defaults");
        window.click("Next");
        window.picture("journey-06-start");
        window.click("Create vault");
        window.await("the new vault", () -> window.model().open().isPresent());
        window.picture("journey-07-empty");
    }
}
