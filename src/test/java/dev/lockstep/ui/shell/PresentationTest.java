package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.Permit;
import dev.lockstep.vault.SecretCollection;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text of this vault, the name of its file included, holds the word canary, and in presentation mode no part of a window says it. */
class PresentationTest extends ToolkitTest {
    private static final String WORD = "canary";

    @TempDir
    private Path folder;

    private Path file;

    private dev.lockstep.ui.shell.Window open() throws Exception {
        file = folder.resolve("CanaryVault.lockstep");
        try (OpenVault vault = TestVaults.create(file)) {
            CollectionId personal = TestVaults.collection(vault);
            vault.collections().change(new SecretCollection(personal, "Canary Corp", "canary production", "free"));
            add(vault, personal, "CANARY_ALPHA", "first value");
            add(vault, personal, "CANARY_BETA", "second value");
            vault.collections().add("Canary Labs", "", "free");
            vault.drafts().keep(Optional.empty(), SecretDetails.named(personal, "CANARY_DRAFT"), null);
        }
        var window = new dev.lockstep.ui.shell.Window(folder);
        runOnFx(() -> window.model().open(file));
        unlock(window);
        return window;
    }

    private static void unlock(dev.lockstep.ui.shell.Window window) {
        window.awaitFocus(SecretField.class);
        window.type(TestVaults.PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
        window.await("the rows", () -> window.has(".secret-table") && window.rows() == 2);
    }

    private static void add(OpenVault vault, CollectionId to, String name, String text) throws Exception {
        SecretDetails details = new SecretDetails(
                to,
                name,
                "Canary line one\nCanary line two",
                List.of("canary-tag", "other_canary"),
                Entry.Kind.TOKEN,
                true,
                Optional.of(LocalDate.now().plusDays(3)),
                14);
        try (SecretValue value = TestVaults.value(text)) {
            vault.secrets().add(details, value);
        }
    }

    @Test
    void noTextOfTheVaultIsOnTheScreenSpokenOrInATitle() throws Exception {
        try (var window = open()) {
            assertFalse(said().isEmpty(), "the search for the word has to find what is there");
            runOnFx(PresentationTest::showEveryColumn);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);

            assertSaysNothing("the list");
            assertEquals("Lockstep", window.stage().getTitle());
            window.picture("presentation-list");
            eachPlace(window);
            selectAll(window);
            assertSaysNothing("several selected");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
            window.await("the toast", () -> window.has(".toast"));
            assertSaysNothing("a toast of a change");
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            assertSaysNothing("a toast of a change made again");

            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the lock", () -> window.model().open().isEmpty());
            window.awaitFocus(SecretField.class);
            assertSaysNothing("the unlock screen");
            window.picture("presentation-unlock");
            unlock(window);
            assertTrue(onFx(window.model().discretion()::presenting), "the mode lasts until it is left");
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.await("the welcome screen", () -> window.has(".recent-list"));
            assertSaysNothing("the welcome screen");
        }
    }

    private void eachPlace(dev.lockstep.ui.shell.Window window) {
        ListView<?> places = (ListView<?>) onFx(() -> window.stage().getScene().lookup(".places"));
        int count = onFx(() -> places.getItems().size());
        for (int i = 0; i < count; i++) {
            int place = i;
            runOnFx(() -> places.getSelectionModel().select(place));
            settle();
            assertSaysNothing("the list of place " + i);
        }
        runOnFx(() -> places.getSelectionModel().select(0));
        window.await("all rows", () -> window.rows() == 2);
    }

    private static void selectAll(dev.lockstep.ui.shell.Window window) {
        window.clickOn(".table-row-cell:filled");
        window.press(KeyCode.CONTROL, KeyCode.A);
    }

    @Test
    void leavingBringsEveryTextBack() throws Exception {
        try (var window = open()) {
            List<String> before = said();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            assertSaysNothing("the list");

            window.clickOn("#leave-presentation-mode");

            assertEquals(before, said());
        }
    }

    @Test
    void valuesStayHiddenWithWordsWhileCopyingAndSearchingWork() throws Exception {
        try (var window = open()) {
            window.press(KeyCode.CONTROL, KeyCode.R);
            window.await("the value", () -> window.has(".button") && shownValues() == 1);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            assertEquals(0, onFx(PresentationTest::shownValues));

            window.press(KeyCode.CONTROL, KeyCode.R);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
            assertEquals(0, onFx(PresentationTest::shownValues));
            assertTrue(window.hasText("Values stay hidden in presentation mode"));

            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("beta");
            window.await("one hit", () -> window.rows() == 1);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.CONTROL, KeyCode.C);
            window.await(
                    "the copy",
                    () -> "second value".equals(Clipboard.getSystemClipboard().getString()));
            assertSaysNothing("a copied value");
            window.picture("presentation-copied");
        }
    }

    @Test
    void whatShowsNamesAsksToLeaveTheModeFirst() throws Exception {
        try (var window = open()) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            for (KeyCode key : List.of(KeyCode.E, KeyCode.T, KeyCode.M, KeyCode.N, KeyCode.I, KeyCode.G)) {
                window.press(KeyCode.CONTROL, key);
                window.await("the question for Ctrl+" + key, () -> window.has("#leave-presentation"));
                assertSaysNothing("the sheet of Ctrl+" + key);
                window.press(KeyCode.ESCAPE);
                window.await("no sheet after Ctrl+" + key, () -> !window.has("#leave-presentation"));
            }
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.await("the question", () -> window.has("#leave-presentation"));
            window.picture("presentation-editor");

            window.clickOn("#leave-presentation");

            window.await("the editor", () -> "CANARY_ALPHA".equals(window.textOf("#secret-name")));
        }
    }

    @Test
    void anOpenEditorIsHiddenWithWhatIsTypedInItAndComesBackAsItWas() throws Exception {
        try (var window = open()) {
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.await("the editor", () -> window.has("#secret-name"));
            window.clickOn("#secret-name");
            window.type("CANARY_TYPED");

            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            assertSaysNothing("the hidden editor");
            window.press(KeyCode.ESCAPE);
            assertTrue(window.has("#leave-presentation"), "an unsaved edit is not given up unseen");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);

            window.await("the editor", () -> "CANARY_TYPED".equals(window.textOf("#secret-name")));
            window.clickOn("#discard");
        }
    }

    /** What opens a sheet of the vault, and a part of what it shows. */
    private record SheetOfVault(String content, Runnable open) {}

    private static List<SheetOfVault> sheets(dev.lockstep.ui.shell.Window window) {
        Panels panels = window.model().sheets();
        return List.of(
                new SheetOfVault("#health-summary", () -> runOnFx(panels::health)),
                new SheetOfVault("#history-versions", () -> {
                    window.clickOn(".table-row-cell:filled");
                    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
                }),
                new SheetOfVault("#audit-table", () -> runOnFx(panels.ofVault()::audit)),
                new SheetOfVault("#back-up", () -> runOnFx(window.model()::backups)),
                new SheetOfVault("#rekey", () -> runOnFx(panels.ofVault()::vaultKeys)),
                new SheetOfVault("#policy-kept", () -> runOnFx(panels.ofVault()::policy)));
    }

    @Test
    void everySheetOfTheVaultIsCoveredAlsoOnceItIsOpenAndComesBack() throws Exception {
        try (var window = open()) {
            for (SheetOfVault sheet : sheets(window)) {
                sheet.open().run();
                window.await("the sheet with " + sheet.content(), () -> window.has(sheet.content()));

                window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
                assertCovered(window, sheet);
                window.clickOn("#leave-presentation");
                window.await(sheet.content() + " again", () -> window.has(sheet.content()));
                window.press(KeyCode.CONTROL, KeyCode.W);
                window.await("no sheet", () -> window.model().panels().isEmpty());
            }
        }
    }

    @Test
    void everySheetOfTheVaultIsCoveredWhenItIsOpenedInTheMode() throws Exception {
        try (var window = open()) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            for (SheetOfVault sheet : sheets(window)) {
                sheet.open().run();
                assertCovered(window, sheet);
                window.press(KeyCode.ESCAPE);
                window.await("no sheet", () -> window.model().panels().isEmpty());
            }
        }
    }

    private static void assertCovered(dev.lockstep.ui.shell.Window window, SheetOfVault sheet) {
        window.await("the question instead of " + sheet.content(), () -> window.has("#leave-presentation"));
        assertFalse(window.has(sheet.content()), sheet.content());
        assertSaysNothing("the sheet with " + sheet.content());
    }

    @Test
    void bannersAboutAnOlderFileAndTheTrashNameNothing() throws Exception {
        try (var window = open()) {
            byte[] older = Files.readAllBytes(file);
            OpenVault vault = window.model().open().orElseThrow().vault();
            add(vault, TestVaults.collection(vault), "CANARY_GAMMA", "third value");
            close(window);
            Files.write(file, older);
            runOnFx(() -> window.model().open(file));
            unlock(window);
            window.await("the warning", () -> window.has("#accept-rollback"));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            assertSaysNothing("the banner of an older file");
            window.clickOn("#accept-rollback");
            window.await("the decision", () -> !window.has("#accept-rollback"));
            assertSaysNothing("the accepted older file");
            close(window);
            agedTrash();
            runOnFx(() -> window.model().open(file));
            unlock(window);
            window.await("the question", () -> window.has("#trash-delete"));
            assertSaysNothing("the banner of the trash");
            window.clickOn("#trash-delete");
            window.await("the covered question", () -> window.has("#leave-presentation"));
            assertSaysNothing("the question of the trash");
        }
    }

    /** Leaves the vault, so that its file can be changed by somebody else. */
    private void close(dev.lockstep.ui.shell.Window window) throws Exception {
        lock(window);
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.await("a file that nobody has open", () -> !Files.exists(Path.of(file + "-wal")));
    }

    private static void lock(dev.lockstep.ui.shell.Window window) {
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.await("the lock", () -> window.model().open().isEmpty());
    }

    /** A secret that went to the trash 31 days ago. */
    private void agedTrash() throws Exception {
        Clock ago = Clock.offset(Clock.systemUTC(), Duration.ofDays(-31));
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                OpenVault vault = new Vaults(ago, new SecureRandom(), TestState.FOLDER)
                        .open(file)
                        .unlock(passphrase)) {
            vault.secrets()
                    .trash(List.of(
                            TestVaults.add(vault, "CANARY_OLD", "an old value").id()));
        }
    }

    @Test
    void theRescueOfAVaultIsCovered() throws Exception {
        try (var window = open()) {
            close(window);
            Files.write(file, new byte[5000]);
            runOnFx(() -> window.model().open(file));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            window.await("the failure", () -> window.has("#rescue"));
            assertSaysNothing("the unlock screen of a broken vault");
            window.clickOn("#rescue");
            window.await("the question", () -> window.has("#leave-presentation"));
            assertSaysNothing("the rescue");
            window.picture("presentation-rescue");
            window.clickOn("#leave-presentation");
            window.await("the backups", () -> window.has(".backup-table"));
            assertFalse(said().isEmpty());
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            assertSaysNothing("the rescue once it was seen");
        }
    }

    @Test
    void theNameOfTheKeyFileIsNotSaidOnTheUnlockScreen() throws Exception {
        try (var window = open()) {
            lock(window);
            Path keyFile = addKeyFile();
            runOnFx(() -> window.preferences().change(settings -> settings.with(file, Optional.of(keyFile))));
            runOnFx(() -> window.model().open(file));
            window.awaitFocus(SecretField.class);
            assertTrue(saysKeyFile());

            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            assertSaysNothing("the unlock screen with a key file");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            assertTrue(saysKeyFile());
        }
    }

    private static boolean saysKeyFile() {
        return said().stream().anyMatch(text -> text.endsWith("key file.txt"));
    }

    private Path addKeyFile() throws Exception {
        Path made = folder.resolve("CanaryVault key file.txt");
        TestVaults.VAULTS.createKeyFile(made);
        try (OpenVault vault = TestVaults.unlock(file);
                Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                Permit permit = vault.keys().prove(Password.of(passphrase))) {
            vault.keys().changePassword(permit, new Password(passphrase, Optional.of(made)), TestVaults.CHEAP);
        }
        return made;
    }

    @Test
    void theModeEndsWithTheProgram() throws Exception {
        try (var window = open()) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        }
        try (var window = new dev.lockstep.ui.shell.Window(folder)) {
            assertFalse(onFx(window.model().discretion()::presenting));
        }
    }

    private static long shownValues() {
        return nodes().filter(node -> "Value shown on the screen".equals(node.getAccessibleText()))
                .count();
    }

    private static void showEveryColumn() {
        nodes().filter(TableView.class::isInstance)
                .map(TableView.class::cast)
                .forEach(table -> ((TableView<?>) table).getColumns().forEach(column -> {
                    column.setVisible(true);
                    column.setPrefWidth(50);
                }));
    }

    private static void assertSaysNothing(String where) {
        settle();
        assertEquals(List.of(), said(), where);
    }

    /** Everything that any window draws, speaks or has ready to show in a tooltip or a title, as far as it holds the word. */
    private static List<String> said() {
        return onFx(() -> Stream.concat(
                        nodes().flatMap(PresentationTest::texts),
                        Window.getWindows().stream()
                                .filter(Stage.class::isInstance)
                                .map(window -> ((Stage) window).getTitle()))
                .filter(text ->
                        text != null && text.toLowerCase(java.util.Locale.ROOT).contains(WORD))
                .sorted()
                .toList());
    }

    private static Stream<String> texts(Node node) {
        List<String> found = new ArrayList<>();
        found.add(node.getAccessibleText());
        found.add(node.getAccessibleHelp());
        if (node instanceof Text text) {
            found.add(text.getText());
        }
        if (node instanceof Labeled labeled) {
            found.add(labeled.getText());
        }
        if (node instanceof TextInputControl input) {
            found.add(input.getText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            found.add(control.getTooltip().getText());
        }
        return found.stream();
    }

    private static Stream<Node> nodes() {
        List<Node> found = new ArrayList<>();
        Window.getWindows().forEach(window -> collect(window.getScene().getRoot(), found));
        return found.stream();
    }

    private static void collect(Node node, List<Node> found) {
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
