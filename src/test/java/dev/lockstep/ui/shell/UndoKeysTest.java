package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.SecretArea;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+Z and Ctrl+Shift+Z at the keyboard, after each kind of change. */
class UndoKeysTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private Path file;
    private CollectionId archive;
    private Window window;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("acme.lockstep");
        try (OpenVault vault = TestVaults.create(file)) {
            TestVaults.add(vault, "ALPHA", "first value");
            TestVaults.add(vault, "BETA", "another value");
            archive = vault.collections().add("Archive", "", "free").id();
        }
        window = new Window(folder);
        runOnFx(() -> window.model().open(file));
        unlock();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void unlock() {
        window.awaitFocus(SecretField.class);
        window.type(TestVaults.PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
        window.await("the rows", () -> window.has(".secret-table") && window.rows() == 2);
        window.clickOn(".table-row-cell:filled");
    }

    @Test
    void aChangedValueComesBackByTheKeysAndTheLockEndsThat() {
        window.press(KeyCode.CONTROL, KeyCode.E);
        window.clickOn("#value-replace");
        window.awaitFocus(SecretArea.class);
        window.type("second value");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.await("the message", () -> toasts().contains("Changed the value of ALPHA"));
        assertEquals("second value", value());

        undo("Changed the value of ALPHA", () -> value().equals("first value"));
        window.picture("undo-value");
        redo("Changed the value of ALPHA", () -> value().equals("second value"));
        assertEquals(4, versions());

        window.press(KeyCode.CONTROL, KeyCode.L);
        window.await("the lock", () -> window.model().open().isEmpty());
        unlock();
        assertFalse(enabled(SecretsViewModel.Action.UNDO));
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("second value", value());
        assertEquals(List.of(), toasts());
    }

    @Test
    void tagsAreTakenBackAndSetAgain() {
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.await("the form", () -> window.hasText("Tags of ALPHA"));
        window.type("fresh");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ENTER);
        window.await("the tag", () -> alpha().tags().equals(List.of("fresh")));

        undo("Changed the tags of ALPHA", () -> alpha().tags().isEmpty());
        redo("Changed the tags of ALPHA", () -> alpha().tags().equals(List.of("fresh")));
    }

    @Test
    void aMoveIsTakenBackAndMadeAgain() {
        CollectionId personal = alpha().collection();
        window.press(KeyCode.CONTROL, KeyCode.M);
        window.await("the choice", () -> target().findAny().isPresent());
        window.robot().doubleClickOn(onFx(() -> target().findAny().orElseThrow()));
        window.await("the move", () -> alpha().collection().equals(archive));

        undo("Moved ALPHA to Archive", () -> alpha().collection().equals(personal));
        redo("Moved ALPHA to Archive", () -> alpha().collection().equals(archive));
    }

    @Test
    void theTrashIsEnteredAndLeftByTheKeys() {
        window.press(KeyCode.DELETE);
        window.await("the trash", () -> alpha().trashed().isPresent());

        undo("Moved ALPHA to the trash", () -> alpha().trashed().isEmpty());
        window.await("the row", () -> window.rows() == 2);
        redo("Moved ALPHA to the trash", () -> alpha().trashed().isPresent());
        window.await("no row", () -> window.rows() == 1);

        window.robot().clickOn(onFx(() -> cells("Trash").findAny().orElseThrow()));
        window.await("the trash", () -> window.rows() == 1 && alpha().trashed().isPresent());
        window.clickOn(".table-row-cell:filled");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        window.await("the way out", () -> alpha().trashed().isEmpty());

        undo("Restored ALPHA", () -> alpha().trashed().isPresent());
        redo("Restored ALPHA", () -> alpha().trashed().isEmpty());
    }

    @Test
    void whatCannotBeTakenBackAnyMoreSaysWhy() throws Exception {
        window.press(KeyCode.DELETE);
        window.await("the trash", () -> alpha().trashed().isPresent());
        vault().secrets().deleteForGood(List.of(alpha().id()));

        window.press(KeyCode.CONTROL, KeyCode.Z);

        window.await("the reason", () -> toasts().stream().anyMatch(text -> text.startsWith("Cannot undo")));
        window.picture("undo-refused");
        assertFalse(enabled(SecretsViewModel.Action.UNDO));
        assertEquals(1, vault().catalog().counts().all());
    }

    @Test
    void inTheSearchFieldTheKeysTakeBackWhatWasTyped() {
        window.press(KeyCode.DELETE);
        window.await("the trash", () -> alpha().trashed().isPresent());
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.type("be");
        assertEquals("be", window.textOf(".search-field"));

        window.press(KeyCode.CONTROL, KeyCode.Z);

        assertEquals("", window.textOf(".search-field"));
        assertTrue(alpha().trashed().isPresent());
    }

    private void undo(String step, BooleanSupplier done) {
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.await("the undone change", done);
        window.await("its message", () -> toasts().getLast().equals("Undone: " + step));
    }

    private void redo(String step, BooleanSupplier done) {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        window.await("the change made again", done);
        window.await("its message", () -> toasts().getLast().equals(step));
    }

    /** The words of the messages in sight, the newest last. */
    private List<String> toasts() {
        return window.robot().lookup(".toast").queryAll().stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<ListCell<?>> target() {
        return cells("Archive").filter(cell -> cell.getItem() instanceof SecretCollection);
    }

    private Stream<ListCell<?>> cells(String words) {
        return window.robot().lookup(node -> node instanceof ListCell<?>).queryAll().stream()
                .<ListCell<?>>map(node -> (ListCell<?>) node)
                .filter(cell -> words.equals(cell.getText())
                        || String.valueOf(cell.getAccessibleText()).startsWith(words));
    }

    private boolean enabled(SecretsViewModel.Action action) {
        return onFx(() -> ((Screen.Secrets) window.model().screenProperty().get())
                .model()
                .enabled(action)
                .get());
    }

    private OpenVault vault() {
        return window.model().open().orElseThrow().vault();
    }

    private Entry alpha() {
        OpenVault vault = vault();
        return Stream.of(new Query.Scope.All(), new Query.Scope.Trash())
                .map(scope -> vault.catalog().find(new Query(scope, "alpha", Query.Order.NAME, false)))
                .filter(hits -> hits.size() == 1)
                .map(hits -> vault.catalog().entry(hits.id(0)).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private String value() {
        try {
            return TestVaults.text(vault().secrets().peek(alpha().id()));
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    private int versions() {
        return alpha().versions();
    }
}
