package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Focus;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Query.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class SecretsScreenTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    private Desk desk;
    private SecretId apple;
    private SecretId banana;
    private SecretsViewModel model;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        desk = new Desk(folder);
        apple = desk.add(desk.collection(), "APPLE_KEY", "value-of-apple", "", Desk.NO_DAY, "fruit");
        banana = desk.add("BANANA_KEY", "value-of-banana");
        desk.add("CHERRY_KEY", "");
        open();
    }

    @AfterEach
    void close() {
        runOnFx(() -> {
            stage.close();
            desk.close();
        });
    }

    private void open() {
        stage = onFx(() -> {
            Theme.LIGHT.apply();
            model = desk.model();
            SecretsView view = new SecretsView(model);
            Scene scene = new Scene(view.root(), 980, 700);
            Theme.dress(scene);
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.setX(0);
            shown.setY(0);
            shown.show();
            shown.requestFocus();
            view.enter();
            return shown;
        });
        settle();
    }

    @Test
    void typingAfterCtrlFFiltersAndEscClears() {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("banana");
        settle();
        assertEquals(1, table().getItems().size());

        robot.push(KeyCode.ESCAPE);
        settle();
        assertEquals(3, table().getItems().size());
    }

    @Test
    void downFromTheSearchFieldGoesToTheTableAndSpaceShowsTheValue() {
        robot.push(KeyCode.F3);
        robot.write("banana");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        settle();

        assertInstanceOf(
                Look.Revealed.class, model.parts().details().lookProperty().get());
        assertEquals(banana, model.parts().list().selectedProperty().get().getFirst());
        robot.push(KeyCode.CONTROL, KeyCode.R);
        settle();
        assertInstanceOf(
                Look.Masked.class, model.parts().details().lookProperty().get());
    }

    @Test
    void aValueIsHiddenWhenItsWindowHasTheFocusNoMore() {
        robot.push(KeyCode.SPACE);
        settle();
        assertInstanceOf(
                Look.Revealed.class, model.parts().details().lookProperty().get());

        Focus.leave(stage);

        assertInstanceOf(
                Look.Masked.class, model.parts().details().lookProperty().get());
    }

    @Test
    void theValuesInTheTableAreHiddenWhenTheWindowHasTheFocusNoMore() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        settle();
        assertEquals(3, model.parts().shown().countProperty().get());

        Focus.leave(stage);

        assertEquals(0, model.parts().shown().countProperty().get());
        assertEquals(0, find(table(), SecretLabel.class).size());
    }

    @Test
    void theMenuOfARowLeavesAShownValueAsItIs() {
        robot.push(KeyCode.SPACE);
        robot.rightClickOn("APPLE_KEY");
        settle();

        assertInstanceOf(
                Look.Revealed.class, model.parts().details().lookProperty().get());
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void ctrlCCopiesTheValueFromTheTableAndTextFromAField() {
        robot.push(KeyCode.CONTROL, KeyCode.C);
        settle();
        assertEquals("value-of-apple", clipboard());

        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("ban");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        settle();
        assertEquals("ban", clipboard());
    }

    @Test
    void deleteMovesToTheTrashAndCtrlZTakesItBack() {
        robot.push(KeyCode.DELETE);
        settle();
        assertTrue(desk.entry(apple).trashed().isPresent());
        assertEquals(2, table().getItems().size());
        assertEquals(banana, model.parts().list().selectedProperty().get().getFirst());

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        settle();
        assertTrue(desk.entry(apple).trashed().isEmpty());
        assertEquals(List.of(apple), model.parts().list().selectedProperty().get());
    }

    @Test
    void deleteInTheSearchFieldTouchesNoSecret() {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("key");
        robot.push(KeyCode.DELETE);
        robot.push(KeyCode.SPACE);
        settle();

        assertTrue(desk.toasts.isEmpty());
        assertInstanceOf(
                Look.Masked.class, model.parts().details().lookProperty().get());
    }

    @Test
    void enterAndDoubleClickOpenTheEditor() {
        robot.push(KeyCode.ENTER);
        settle();
        assertEquals(apple, desk.edited.getLast().orElseThrow().id());

        clickTwice("BANANA_KEY");
        assertEquals(banana, desk.edited.getLast().orElseThrow().id());
    }

    @Test
    void ctrlShiftCShowsTheValuesOfTheRowsAndHidesThemAgain() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        settle();
        assertEquals(3, model.parts().shown().countProperty().get());
        assertEquals(2, find(table(), SecretLabel.class).size());

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        settle();
        assertEquals(0, find(table(), SecretLabel.class).size());
        assertEquals(SecretColumn.VALUE.width(), column("value").getWidth());
    }

    @Test
    void theColumnsAreRememberedWithTheVault() {
        runOnFx(() -> {
            column("tags").setVisible(true);
            column("remotes").setVisible(false);
            column("name").setPrefWidth(301);
            TableColumn<Row, ?> value = column("value");
            table().getColumns().remove(value);
            table().getColumns().addFirst(value);
            column("updated").setSortType(TableColumn.SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(column("updated")));
            model.close();
            stage.close();
        });

        open();

        List<String> ids =
                table().getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
        assertTrue(ids.contains("tags"), ids::toString);
        assertFalse(ids.contains("remotes"), ids::toString);
        assertEquals("value", ids.getFirst());
        assertEquals(301, column("name").getWidth());
        assertEquals(
                new Sorting(Query.Order.UPDATED, true),
                model.parts().list().sortingProperty().get());
        assertEquals("updated", table().getSortOrder().getFirst().getId());
    }

    @Test
    void theOrderOfTheHeaderIsTheOrderOfTheRows() {
        runOnFx(() -> {
            column("name").setSortType(TableColumn.SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(column("name")));
        });
        settle();

        assertEquals(
                "CHERRY_KEY",
                table().getItems().getFirst().entry().orElseThrow().name());
        runOnFx(() -> table().getSortOrder().clear());
        settle();
        assertEquals(
                "APPLE_KEY", table().getItems().getFirst().entry().orElseThrow().name());
    }

    @Test
    void theSidebarIsWalkedByKeyboardOverItsHeadings() {
        ListView<?> places = (ListView<?>) stage.getScene().lookup(".places");
        runOnFx(() -> {
            places.requestFocus();
            places.getSelectionModel().select(4);
        });
        settle();
        assertEquals(new Scope.Trash(), model.parts().sidebar().chosenProperty().get());

        robot.push(KeyCode.DOWN);
        settle();
        assertEquals(
                new Scope.InCollection(desk.collection()),
                model.parts().sidebar().chosenProperty().get());
        robot.push(KeyCode.DOWN);
        settle();
        assertEquals(
                new Scope.Tagged("fruit"),
                model.parts().sidebar().chosenProperty().get());
    }

    @Test
    void enterAloneDoesNotDeleteForGood() throws Exception {
        runOnFx(() -> {
            desk.vaultDo(() -> desk.vault.secrets().trash(List.of(apple)));
            model.parts().sidebar().choose(new Scope.Trash());
            model.parts().list().choose(List.of(apple));
        });
        robot.push(KeyCode.SHIFT, KeyCode.DELETE);
        awaitKeyboardIn("sheet-panel");
        robot.push(KeyCode.ENTER);
        settle();

        assertTrue(desk.vault.catalog().entry(apple).isPresent());
        assertEquals(Optional.empty(), model.parts().asking().openProperty().get());
    }

    @Test
    void everyControlHasWordsForAScreenReader() {
        List<String> silent = find(stage.getScene().getRoot(), Control.class).stream()
                .filter(control -> control instanceof ButtonBase
                        || control instanceof TextField
                        || control instanceof TableView<?>
                        || control instanceof ListView<?>)
                .filter(control -> control.getAccessibleText() == null
                        && !(control instanceof ButtonBase button
                                && button.getText() != null
                                && !button.getText().isEmpty()))
                .map(Control::toString)
                .toList();

        assertEquals(List.of(), silent);
    }

    private TableColumn<Row, ?> column(String id) {
        return table().getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() {
        return (TableView<Row>) stage.getScene().lookup(".secret-table");
    }

    /** A double click, however long the test takes between the two. */
    private void clickTwice(String words) {
        robot.clickOn(words);
        Node cell = robot.lookup(words).query();
        runOnFx(() -> cell.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                4,
                4,
                4,
                4,
                MouseButton.PRIMARY,
                2,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null)));
    }

    private void awaitKeyboardIn(String style) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> onFx(() -> {
                    Node at = stage.getScene().getFocusOwner();
                    while (at != null && !at.getStyleClass().contains(style)) {
                        at = at.getParent();
                    }
                    return at != null;
                }));
        settle();
    }

    private static String clipboard() {
        return onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    private static <T extends Node> List<T> find(Node node, Class<T> kind) {
        List<T> found = new ArrayList<>();
        if (kind.isInstance(node) && node.isVisible()) {
            found.add(kind.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(find(child, kind)));
        }
        return found;
    }
}
