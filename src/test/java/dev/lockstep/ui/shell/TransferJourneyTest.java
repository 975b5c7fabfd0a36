package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets from a KeePass file into a vault, out of it as JSON, and into another vault, by keys alone. */
class TransferJourneyTest extends ToolkitTest {
    private static final Path KDBX = Path.of("src/test/resources/dev/lockstep/transfer/keepass/v4-argon2id.kdbx");

    @TempDir
    private Path folder;

    @Test
    void aDatabaseIsImportedExportedAndImportedAgain() throws Exception {
        Path first = vaultFile("first.lockstep");
        Path second = vaultFile("second.lockstep");
        try (Window window = new Window(folder)) {
            window.unlock(first);
            window.await("the rows", () -> window.has(".secret-table"));
            chooseAndLeave(window);
            importDatabase(window);
            Map<String, String> imported = content(window);
            assertTrue(imported.size() > 5, imported.keySet()::toString);
            Path file = export(window);
            assertTrue(Files.exists(KDBX), "the source is never deleted");

            runOnFx(window.model()::close);
            window.unlock(second);
            window.await("the rows", () -> window.has(".secret-table"));
            drop(window, file);
            window.awaitFocus(TableView.class);
            write(window);
            assertEquals(imported, content(window));
        }
    }

    private Path vaultFile(String name) throws Exception {
        Path file = folder.resolve(name);
        TestVaults.create(file).close();
        return file;
    }

    private static void chooseAndLeave(Window window) {
        window.press(KeyCode.CONTROL, KeyCode.I);
        window.awaitFocus("choose-file");
        window.picture("journey-import-choose");
        window.press(KeyCode.ESCAPE);
        window.await("no sheet", () -> window.model().panels().isEmpty());
    }

    private static void importDatabase(Window window) {
        drop(window, KDBX);
        window.awaitFocus(SecretField.class);
        window.type("no such password");
        window.press(KeyCode.ENTER);
        window.await(
                "the refusal",
                () -> window.hasText("The password or the key file is not that of the file, or the file was changed."));
        window.awaitFocus(SecretField.class);
        assertTrue(onFx(() -> window.secretFields().getFirst().buffer().isEmpty()), "to be typed anew");
        window.picture("journey-import-refused");
        window.type("peers");
        window.press(KeyCode.ENTER);
        window.awaitFocus(TableView.class);
        window.picture("journey-import-preview");
        write(window);
    }

    /** As if it was dropped on the window; the system's own drag cannot be played headless. */
    private static void drop(Window window, Path file) {
        runOnFx(() -> window.model().sheets().ofFiles().importFile(Optional.of(file)));
    }

    private static void write(Window window) {
        window.press(KeyCode.ENTER);
        window.await("the end", () -> window.has("#import-again"));
        window.awaitFocus("import-close");
        window.picture("journey-import-done");
        window.press(KeyCode.ENTER);
        window.await("no sheet", () -> window.model().panels().isEmpty());
    }

    private static Path export(Window window) {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        window.awaitFocus("export-choice");
        window.tabTo("export-format");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.await(
                "the name of a JSON file", () -> window.textOf("#export-file").endsWith(".json"));
        Path file = Path.of(onFx(() -> window.textOf("#export-file")));
        window.picture("journey-export");
        window.tabTo("export-write");
        window.press(KeyCode.ENTER);
        window.await("the end", () -> window.hasText(file.toString()));
        window.awaitFocus("export-close");
        window.picture("journey-export-done");
        window.press(KeyCode.ENTER);
        window.await("no sheet", () -> window.model().panels().isEmpty());
        return file;
    }

    /** Name, tags, description and value of every secret. */
    private static Map<String, String> content(Window window) throws Exception {
        OpenVault vault = window.model().open().orElseThrow().vault();
        Map<String, String> content = new TreeMap<>();
        Catalog.Hits hits = vault.catalog().find(Query.ALL);
        for (int i = 0; i < hits.size(); i++) {
            Entry entry = hits.entry(i).orElseThrow();
            content.put(
                    entry.name(),
                    entry.tags()
                            + entry.description()
                            + TestVaults.text(vault.secrets().reveal(entry.id())));
        }
        return content;
    }
}
