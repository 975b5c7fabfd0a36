package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.SecretArea;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Far too much text, ten thousand tags and names of every script are refused or handled, and the window answers all the time. */
class HugeTextTest extends ToolkitTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TAGS = 10_000;

    private static final List<String> NAMES = List.of(
            "\u05DE\u05E4\u05EA\u05D7_\u05E1\u05D5\u05D3\u05D9",
            "\u0645\u0641\u062A\u0627\u062D API \u0661\u0662\u0663",
            "evil\u202Etxt.exe",
            "z" + "\u0335\u0301\u0322".repeat(80),
            "\u0928\u093F\u091C\u0940_\u0915\u0941\u0902\u091C\u0940",
            "\uD83D\uDC69\u200D\uD83D\uDCBB_LAPTOP",
            "cle\u0301_d_acce\u0300s");

    @TempDir
    private Path folder;

    private Window open(Path file, int rows) {
        Window window = new Window(folder);
        runOnFx(() -> window.model().open(file));
        window.awaitFocus(SecretField.class);
        window.type(TestVaults.PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the rows", () -> window.has(".secret-table") && window.rows() == rows);
        return window;
    }

    @Test
    void tenMillionCharactersAreRefusedByEveryFieldAndHalfCharactersAreRefusedInWords() throws Exception {
        Path file = folder.resolve("huge.lockstep");
        try (OpenVault vault = TestVaults.create(file)) {
            TestVaults.add(vault, "ALPHA", "value");
        }
        try (Window window = open(file, 1)) {
            clip("\u05D0\u0301b ".repeat(2_500_000));
            window.press(KeyCode.CONTROL, KeyCode.F);
            paste(window);
            assertEquals("", window.textOf(".search-field"));
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.await("the editor", () -> window.has("#secret-name"));
            for (String field : List.of("#secret-name", "#tags", "#description")) {
                focus(window, field);
                paste(window);
                assertEquals("", window.textOf(field), field);
            }
            SecretArea area = window.robot().lookup("#secret-value").queryAs(SecretArea.class);
            runOnFx(area::requestFocus);
            paste(window);
            assertEquals(0, onFx(() -> area.buffer().length()));
            window.picture("huge-refused");

            assertBlocked(window, "#secret-name", "The name holds half of a character, which no file can keep");
            assertBlocked(window, "#description", "The description holds half of a character, which no file can keep");
            pasteTags(window);
            runOnFx(() -> Clipboard.getSystemClipboard().clear());
            window.click("Cancel");
            window.clickOn("#discard");
        }
    }

    private void assertBlocked(Window window, String field, String words) {
        TextInputControl input = window.robot().lookup(field).queryAs(TextInputControl.class);
        runOnFx(() -> {
            window.robot().lookup("#secret-name").queryAs(TextField.class).setText("NAME");
            input.setText("half\uD83D");
        });
        assertEquals(
                words,
                onFx(() ->
                        window.robot().lookup("#blocker").queryAs(Label.class).getText()));
        runOnFx(() -> input.setText("whole"));
        assertEquals(
                "",
                onFx(() ->
                        window.robot().lookup("#blocker").queryAs(Label.class).getText()));
    }

    private void pasteTags(Window window) {
        clip(IntStream.range(0, TAGS).mapToObj(i -> "tag" + i).collect(Collectors.joining(",")));
        focus(window, "#tags");
        paste(window);
        assertEquals("", window.textOf("#tags"));
        clip(IntStream.range(0, 65).mapToObj(i -> "tag" + i).collect(Collectors.joining(",")));
        paste(window);
        window.press(KeyCode.ENTER);
        assertTrue(window.hasText("A secret has 64 tags at most"));
        runOnFx(() -> window.robot().lookup("#tags").queryAs(TextField.class).setText("half\uD83D"));
        window.press(KeyCode.ENTER);
        assertTrue(window.hasText("The tag holds half of a character, which no file can keep"));
    }

    @Test
    void tenThousandTagsAndNamesOfEveryScriptAreListedSearchedAndTagged() throws Exception {
        Path file = folder.resolve("scripts.lockstep");
        int rows = fill(file);
        try (Window window = open(file, rows)) {
            ListView<?> places =
                    (ListView<?>) onFx(() -> window.stage().getScene().lookup(".places"));
            assertTrue(onFx(() -> places.getItems().size()) > TAGS);
            window.picture("scripts-list");
            assertTimeout(SOON, () -> {
                window.press(KeyCode.CONTROL, KeyCode.F);
                runOnFx(() -> window.robot()
                        .lookup(".search-field")
                        .queryAs(TextField.class)
                        .setText("\u05E1\u05D5\u05D3\u05D9"));
                window.await("the Hebrew name", () -> window.rows() == 1);
                runOnFx(() -> window.robot()
                        .lookup(".search-field")
                        .queryAs(TextField.class)
                        .setText("\uD83D"));
                window.await("nothing", () -> window.rows() == 0);
                runOnFx(() -> window.robot()
                        .lookup(".search-field")
                        .queryAs(TextField.class)
                        .setText(""));
                window.await("all rows", () -> window.rows() == rows);
            });
            assertTimeout(SOON, () -> {
                runOnFx(() -> places.scrollTo(places.getItems().size() - 1));
                settle();
                runOnFx(() -> places.getSelectionModel().selectLast());
                window.await("the rows of the last tag", () -> window.rows() < rows);
                window.clickOn(".table-row-cell:filled");
                window.press(KeyCode.CONTROL, KeyCode.T);
                window.await("the form", () -> window.has(".check-box"));
                window.type("one more");
                window.press(KeyCode.ENTER);
                window.press(KeyCode.ENTER);
                window.await(
                        "the tag", () -> vault(window).catalog().counts().tags().containsKey("one more"));
                window.press(KeyCode.CONTROL, KeyCode.Z);
                window.await(
                        "no tag", () -> !vault(window).catalog().counts().tags().containsKey("one more"));
            });
        }
    }

    private static OpenVault vault(Window window) {
        return window.model().open().orElseThrow().vault();
    }

    /** Secrets of those names and as many more as it takes to have all the tags; tells how many. */
    private static int fill(Path file) throws Exception {
        try (OpenVault vault = TestVaults.create(file)) {
            for (String name : NAMES) {
                TestVaults.add(vault, name, "value");
            }
            List<String> names = IntStream.range(0, TAGS / 50)
                    .mapToObj(i -> String.format("KEY_%03d", i))
                    .toList();
            var items = new ArrayList<dev.lockstep.vault.Importing.Item>();
            names.forEach(name ->
                    items.add(new dev.lockstep.vault.Importing.Item(name, TestVaults.value("value of " + name), "")));
            vault.importing()
                    .write(
                            TestVaults.collection(vault),
                            items,
                            java.util.Collections.nCopies(items.size(), dev.lockstep.vault.Importing.Choice.ADD),
                            done -> {});
            items.forEach(item -> item.value().close());
            Map<dev.lockstep.model.SecretId, List<String>> tags = new HashMap<>();
            var found = vault.catalog().find(new Query(new Query.Scope.All(), "KEY_", Query.Order.NAME, false));
            for (int i = 0; i < found.size(); i++) {
                int first = 50 * i;
                tags.put(
                        found.id(i),
                        IntStream.range(first, first + 50)
                                .mapToObj(number -> String.format("tag-%05d", number))
                                .toList());
            }
            vault.secrets()
                    .revise(
                            tags.keySet(),
                            now -> SecretDetails.of(now).withTags(tags.getOrDefault(now.id(), List.of())));
            return NAMES.size() + names.size();
        }
    }

    private static void focus(Window window, String field) {
        runOnFx(() -> window.robot().lookup(field).query().requestFocus());
    }

    private static void paste(Window window) {
        assertTimeout(SOON, () -> window.press(KeyCode.CONTROL, KeyCode.V));
    }

    private static void clip(String text) {
        runOnFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }
}
