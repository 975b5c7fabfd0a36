package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.settings.Protection;
import dev.lockstep.settings.SettingsFile;
import dev.lockstep.ui.help.ShortcutSheetViewModel;
import dev.lockstep.ui.kit.SecretArea;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private Path vaultFile() throws Exception {
        Path file = folder.resolve("acme.lockstep");
        try (OpenVault vault = TestVaults.create(file)) {
            TestVaults.add(vault, "ALPHA", "the value of alpha");
            TestVaults.add(vault, "BETA", "the value of beta");
        }
        return file;
    }

    private static void makeLate(Path file) throws Exception {
        try (OpenVault vault = TestVaults.unlock(file)) {
            Entry alpha = vault.catalog().find(Query.ALL).entry(0).orElseThrow();
            LocalDate past = LocalDate.now(ZoneOffset.UTC).minusDays(3);
            SecretDetails late = new SecretDetails(
                    alpha.collection(), alpha.name(), "", List.of(), alpha.kind(), false, Optional.of(past), 14);
            vault.secrets().edit(alpha, late);
        }
    }

    private static void unlock(Window window, Path file) {
        runOnFx(() -> window.model().open(file));
        window.awaitFocus(SecretField.class);
        window.type(TestVaults.PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
        window.await("the rows", () -> window.has(".table-view") && window.rows() == 2);
    }

    @Test
    void theTitleTellsNoMoreThanTheNameOfTheFile() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            assertEquals("Lockstep", window.stage().getTitle());
            unlock(window, file);
            assertEquals("acme \u2013 Lockstep", window.stage().getTitle());
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the lock", () -> window.model().open().isEmpty());
            assertEquals("Lockstep", window.stage().getTitle());
        }
    }

    @Test
    void theVaultOpenedLastIsAskedForAtTheNextStart() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.await(
                    "the saved settings",
                    () -> new SettingsFile(folder.resolve("settings.json"))
                            .load()
                            .settings()
                            .recent()
                            .equals(List.of(file)));
        }
        try (Window window = new Window(folder)) {
            assertInstanceOf(
                    Screen.Unlock.class,
                    onFx(() -> window.model().screenProperty().get()));
        }
    }

    @Test
    void aVaultGivenAtTheStartIsAskedForInsteadOfTheOneOpenedLast() throws Exception {
        Path last = vaultFile();
        Path given = folder.resolve("given.lockstep");
        TestVaults.create(given).close();
        try (Window window = new Window(folder)) {
            unlock(window, last);
        }
        try (Window window = new Window(folder, Optional.of(given))) {
            window.unlock();
            assertEquals(
                    given,
                    onFx(() -> window.model().open().orElseThrow().vault().file()));
        }
    }

    @Test
    void ofAGivenFileThatIsNotThereOrNoVaultTheWindowSaysWhy() throws Exception {
        Path none = folder.resolve("none.lockstep");
        Path text = Files.writeString(folder.resolve("text.lockstep"), "only text");
        try (Window window = new Window(folder, Optional.of(none))) {
            window.await("why", () -> window.hasText("The vault file is not there"));
        }
        try (Window window = new Window(folder, Optional.of(text))) {
            window.await("why", () -> window.hasText("This file is not a Lockstep vault"));
        }
    }

    @Test
    void aSecondSheetOfAKindIsLeftAtOnce() throws Exception {
        try (Window window = new Window(folder)) {
            AtomicInteger left = new AtomicInteger();
            for (int i = 0; i < 2; i++) {
                runOnFx(() -> window.model()
                        .sheets()
                        .add(close -> new Panel.Keys(new ShortcutSheetViewModel(() -> {
                            left.incrementAndGet();
                            close.run();
                        }))));
                assertEquals(i, left.get());
                assertEquals(1, onFx(() -> window.model().panels().size()));
            }
        }
    }

    @Test
    void closeGoesFromTheSheetToTheVaultToTheProgram() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.press(KeyCode.CONTROL, KeyCode.G);
            window.await("the generator", () -> window.model().panels().size() == 1);
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.await("no sheet", () -> window.model().panels().isEmpty());
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.await(
                    "the welcome screen", () -> window.model().screenProperty().get() instanceof Screen.Welcome);
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.await("the end", window::hasQuit);
        }
    }

    @Test
    void theZoomFollowsEachOfItsKeysAndIsRemembered() throws Exception {
        try (Window window = new Window(folder)) {
            window.press(KeyCode.CONTROL, KeyCode.EQUALS);
            window.press(KeyCode.CONTROL, KeyCode.ADD);
            assertEquals(125, onFx(() -> window.preferences().get().look().zoomPercent()));
            window.press(KeyCode.CONTROL, KeyCode.MINUS);
            assertEquals(110, onFx(() -> window.preferences().get().look().zoomPercent()));
            window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertEquals(100, onFx(() -> window.preferences().get().look().zoomPercent()));
        }
    }

    @Test
    void whileASheetIsOpenTheKeysOfSecretsDoNothing() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.press(KeyCode.CONTROL, KeyCode.COMMA);
            window.await("the settings", () -> window.has("#idle-lock"));
            window.press(KeyCode.DELETE);
            window.press(KeyCode.CONTROL, KeyCode.D);
            assertEquals(
                    2,
                    window.model()
                            .open()
                            .orElseThrow()
                            .vault()
                            .catalog()
                            .counts()
                            .all());
        }
    }

    @Test
    void theHealthReportHasItsKeysAndLeadsToASecretAndGoesWithTheLock() throws Exception {
        Path file = vaultFile();
        makeLate(file);
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            window.await(
                    "the findings",
                    () -> window.has("#findings")
                            && !window.list("#findings").getItems().isEmpty());
            window.picture("shell-health");
            runOnFx(() -> window.list("#findings").getSelectionModel().select(0));
            window.click("Edit");
            window.await("the editor over it", () -> window.model().panels().size() == 2);
            window.press(KeyCode.ESCAPE);
            window.await("the report again", () -> window.model().panels().size() == 1);
            window.click("Show in list");
            window.await("no report", () -> window.model().panels().isEmpty());
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            window.await("the report", () -> window.model().panels().size() == 1);
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await(
                    "the lock",
                    () -> window.model().panels().isEmpty()
                            && window.model().open().isEmpty());
        }
    }

    @Test
    void theStatusBarTellsWhatIsDueAndLeadsThere() throws Exception {
        Path file = vaultFile();
        makeLate(file);
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.click("1 overdue");
            window.await("the list of what is due", () -> window.rows() == 1);
            window.picture("shell-due");
        }
    }

    @Test
    void minimisingLocksOnlyWhereThatIsChosen() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            runOnFx(window.model()::minimised);
            assertTrue(onFx(() -> window.model().open().isPresent()));
            runOnFx(() -> {
                window.preferences().change(settings -> settings.with(new Protection(20, 20, 10, true, true)));
                window.model().minimised();
            });
            assertTrue(onFx(() -> window.model().open().isEmpty()));
        }
    }

    @Test
    void quittingKeepsAnUnsavedEditAndClearsTheClipboard() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.press(KeyCode.CONTROL, KeyCode.C);
            window.await(
                    "the copy",
                    () -> "the value of alpha"
                            .equals(Clipboard.getSystemClipboard().getString()));
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.await("the editor", () -> window.has("#secret-name"));
            window.clickOn("#secret-name");
            window.type("HALF");
            window.press(KeyCode.CONTROL, KeyCode.Q);
            window.await("the end", window::hasQuit);
            assertTrue(onFx(() -> !Clipboard.getSystemClipboard().hasString()));
        }
        try (OpenVault vault = TestVaults.unlock(file)) {
            Drafts.Draft draft = vault.drafts().all().getFirst();
            assertEquals("HALF", draft.details().name());
        }
    }

    @Test
    void somebodyElsesClipboardIsLeftAlone() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.press(KeyCode.CONTROL, KeyCode.C);
            window.await(
                    "the copy",
                    () -> "the value of alpha"
                            .equals(Clipboard.getSystemClipboard().getString()));
            runOnFx(() -> {
                var content = new javafx.scene.input.ClipboardContent();
                content.putString("a shopping list");
                Clipboard.getSystemClipboard().setContent(content);
            });
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the lock", () -> window.model().open().isEmpty());
            assertEquals(
                    "a shopping list", onFx(() -> Clipboard.getSystemClipboard().getString()));
        }
    }

    @Test
    void aSecretIsAddedWithoutTheMouse() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.await("the editor", () -> window.has("#secret-name"));
            window.awaitFocus(TextField.class);
            window.type("GAMMA");
            for (int stop = 0; stop < 4; stop++) {
                window.press(KeyCode.TAB);
            }
            window.awaitFocus(SecretArea.class);
            window.type("typed value");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.await("three secrets", () -> window.rows() == 3);
            OpenVault vault = window.model().open().orElseThrow().vault();
            var added = vault.catalog().find(new Query(new Query.Scope.All(), "gamma", Query.Order.NAME, false));
            assertEquals("typed value", TestVaults.text(vault.secrets().peek(added.id(0))));
        }
    }

    @Test
    void theDemoVaultIsMadeOnceAndTellsItsPassword() throws Exception {
        try (Window window = new Window(folder)) {
            window.click("Try the demo vault");
            window.await("the demo vault", () -> window.model().open().isPresent());
            assertEquals(
                    9,
                    window.model()
                            .open()
                            .orElseThrow()
                            .vault()
                            .catalog()
                            .counts()
                            .all());
            window.picture("journey-24-demo");
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the lock", () -> window.model().open().isEmpty());
            window.awaitFocus(SecretField.class);
            assertTrue(window.hasText("Demo (password is demo demo demo)"));
            window.type("demo demo demo");
            window.press(KeyCode.ENTER);
            window.await("the demo vault again", () -> window.model().open().isPresent());
        }
    }

    @Test
    void theHistoryAndTheAuditLogOpenByTheirKeysAndLeaveNothingBehindTheLock() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
            window.await("the history", () -> window.has("#history-versions"));
            window.press(KeyCode.ESCAPE);
            window.await("no sheet", () -> window.model().panels().isEmpty());
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            window.await("the whole log", () -> window.hasText("The log is whole"));
            window.press(KeyCode.ESCAPE);
            window.await("no sheet again", () -> window.model().panels().isEmpty());
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            window.await("the log again", () -> window.has("#audit-table"));
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the lock", () -> window.model().open().isEmpty());
            assertTrue(onFx(() -> window.model().panels().isEmpty()));
        }
    }

    @Test
    void aPointerThatRestsOnTheMenusTakesNoKeys() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.robot().moveTo(".menu-bar .menu");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
            window.await("the history", () -> window.has("#history-versions"));
            window.press(KeyCode.ESCAPE);
            window.await("no sheet", () -> window.model().panels().isEmpty());
            window.robot().clickOn(".menu-bar .menu");
            window.await("the menu", () -> window.hasText("Close"));
            window.press(KeyCode.ESCAPE);
            window.await("no menu", () -> !window.hasText("Close"));
        }
    }

    @Test
    void whatIsInTheTrashForLongIsAskedAboutAndDeletedOnlyAfterAYes() throws Exception {
        Path file = vaultFile();
        agedTrash(file);
        try (Window window = new Window(folder)) {
            unlock(window, file);
            window.await("the question", () -> window.has("#trash-delete"));
            assertTrue(window.hasText("1 secret has been in the trash for more than 30 days."));
            window.picture("journey-25-trash");
            OpenVault vault = window.model().open().orElseThrow().vault();
            window.clickOn("#trash-delete");
            window.await("the warning", () -> window.hasText("Delete OLD for good?"));
            assertEquals(1, onFx(() -> vault.trash().due()).size());
            window.picture("journey-26-trash-delete");
            window.press(KeyCode.ESCAPE);
            window.clickOn("#trash-keep");
            window.await("no question", () -> !window.has("#trash-delete"));
            assertEquals(1, onFx(() -> vault.trash().lying()).size());
        }
    }

    /** A secret that went to the trash 31 days ago. */
    private static void agedTrash(Path file) throws Exception {
        Clock ago = Clock.offset(Clock.systemUTC(), Duration.ofDays(-31));
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                OpenVault vault = new Vaults(ago, new SecureRandom(), TestState.FOLDER)
                        .open(file)
                        .unlock(passphrase)) {
            vault.secrets()
                    .trash(List.of(TestVaults.add(vault, "OLD", "an old value").id()));
        }
    }

    @Test
    void everyMenuItemHasWordsAndNoTwoHaveTheSameKeys() throws Exception {
        Path file = vaultFile();
        try (Window window = new Window(folder)) {
            unlock(window, file);
            List<MenuItem> items =
                    onFx(() -> window.robot().lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
                            .flatMap(menu -> items(menu).stream())
                            .toList());
            assertTrue(items.size() > 30, () -> items.size() + " items");
            List<String> keys = items.stream()
                    .filter(item -> item.getAccelerator() != null)
                    .map(item -> item.getAccelerator().toString())
                    .toList();
            assertEquals(keys.stream().distinct().toList(), keys);
        }
    }

    private static List<MenuItem> items(Menu menu) {
        return menu.getItems().stream()
                .flatMap(item -> item instanceof Menu inner ? items(inner).stream() : java.util.stream.Stream.of(item))
                .toList();
    }
}
