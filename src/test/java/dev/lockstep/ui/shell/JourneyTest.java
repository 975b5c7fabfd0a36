package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.dotenv.DotenvFormat;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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
        Files.copy(Path.of("src/test/resources/dev/lockstep/transfer/dotenv/awkward.env"), env);
        try (Window window = new Window(folder)) {
            create(window);
            importFile(window, env);
            find(window);
            revealAndCopy(window);
            edit(window);
            trashAndUndo(window);
            lockAndUnlock(window);
            everythingIsThere(window, env);
            sheets(window);
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

    /** As if the file was dropped on the window; the system's own drag cannot be played headless. */
    private void importFile(Window window, Path env) {
        runOnFx(() -> window.model().sheets().ofFiles().importFile(Optional.of(env)));
        window.await("the preview", () -> window.hasText("Import 40 secrets"));
        window.picture("journey-08-import");
        window.click("Import 40 secrets");
        window.await("the end of the import", () -> window.hasText("40 added, 0 replaced, 0 skipped"));
        window.picture("journey-09-imported");
        window.click("Close");
        window.await("the list", () -> vault(window).catalog().counts().all() == 40);
        window.picture("journey-10-list");
    }

    private void find(Window window) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.type("stripe api");
        window.await("one hit", () -> window.rows() == 1);
        window.picture("journey-11-search");
        window.press(KeyCode.DOWN);
    }

    private void revealAndCopy(Window window) {
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.await("the revealed value", () -> window.hasText("Hide (20 s)") || window.hasText("Hide (19 s)"));
        window.picture("journey-12-revealed");
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.await(
                "the copy",
                () -> "fake-payments-key-4eC39HqLyjWD"
                        .equals(Clipboard.getSystemClipboard().getString()));
        window.picture("journey-13-copied");
        window.click("Clear now");
        window.await("an empty clipboard", () -> !Clipboard.getSystemClipboard().hasString());
    }

    private void edit(Window window) {
        window.clickOn(".table-row-cell:filled");
        window.press(KeyCode.CONTROL, KeyCode.E);
        window.await("the editor", () -> window.has("#secret-name"));
        window.clickOn("#secret-name");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type("stripe-key");
        window.picture("journey-14-editor");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type("STRIPE_LIVE_KEY");
        window.click("Save");
        window.await("the new name", () -> named(window, "STRIPE_LIVE_KEY").isPresent());
        window.await("no sheet", () -> window.model().panels().isEmpty());
        window.picture("journey-15-edited");
    }

    private void trashAndUndo(Window window) {
        window.await("the whole list, since the search does not find the new name", () -> window.rows() == 40);
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.type("LIVE");
        window.await("one hit", () -> window.rows() == 1);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DELETE);
        window.await("one in the trash", () -> vault(window).catalog().counts().trash() == 1);
        window.picture("journey-16-trashed");
        window.click("Undo");
        window.await("an empty trash", () -> vault(window).catalog().counts().trash() == 0);
    }

    private void lockAndUnlock(Window window) {
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.await("the editor", () -> window.has("#secret-name"));
        window.clickOn("#secret-name");
        window.type("UNFINISHED");
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.await("the lock", () -> window.model().open().isEmpty());
        window.awaitFocus(SecretField.class);
        window.picture("journey-17-locked");
        window.type(PASSWORD + "x");
        window.press(KeyCode.ENTER);
        window.await("the refusal", () -> window.hasText("This password does not open the vault"));
        window.picture("journey-18-wrong");
        window.awaitFocus(SecretField.class);
        window.type(PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
        window.await("the unsaved edit", () -> window.has("#restore-draft"));
        window.picture("journey-19-draft");
        window.clickOn("#restore-draft");
        window.await("the editor", () -> window.has("#secret-name"));
        window.await("the name typed before", () -> "UNFINISHED".equals(window.textOf("#secret-name")));
        window.press(KeyCode.ESCAPE);
        window.clickOn("#discard");
        window.await("no sheet", () -> window.model().panels().isEmpty());
    }

    private void everythingIsThere(Window window, Path env) throws Exception {
        OpenVault vault = vault(window);
        assertEquals(40, vault.catalog().counts().all());
        try (ImportSource source = new DotenvFormat().read(env, ImportOptions.NONE, Progress.UNTOLD)) {
            for (ImportEntry expected : source.entries()) {
                String name = expected.name().equals("STRIPE_API_KEY") ? "STRIPE_LIVE_KEY" : expected.name();
                Entry entry = named(window, name).orElseThrow(() -> new AssertionError(name));
                try (SecretValue kept = vault.secrets().peek(entry.id())) {
                    assertTrue(kept.sameAs(expected.value()), name);
                }
            }
        }
    }

    private void sheets(Window window) {
        window.press(KeyCode.CONTROL, KeyCode.G);
        window.await("the generator", () -> window.has("#regenerate"));
        window.picture("journey-20-generator");
        window.press(KeyCode.ESCAPE);
        window.await("no sheet", () -> window.model().panels().isEmpty());
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.await("the settings", () -> window.has("#idle-lock"));
        window.picture("journey-21-settings");
        window.press(KeyCode.ESCAPE);
        window.await("no sheet", () -> window.model().panels().isEmpty());
        window.press(KeyCode.F1);
        window.await("the keys", () -> !window.model().panels().isEmpty());
        window.picture("journey-22-keys");
        window.press(KeyCode.ESCAPE);
        window.await("no sheet", () -> window.model().panels().isEmpty());
        runOnFx(window.model().sheets()::about);
        window.picture("journey-23-about");
        assertFalse(window.model().panels().isEmpty());
    }

    private static OpenVault vault(Window window) {
        return window.model().open().orElseThrow().vault();
    }

    private static Optional<Entry> named(Window window, String name) {
        Catalog.Hits hits = vault(window).catalog().find(Query.ALL);
        for (int i = 0; i < hits.size(); i++) {
            Optional<Entry> entry = hits.entry(i);
            if (entry.isPresent() && entry.get().name().equals(name)) {
                return entry;
            }
        }
        return Optional.empty();
    }
}
