package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Query.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what is due, from 2 May 2026, noon. */
class DueListTest extends ToolkitTest {
    @TempDir
    Path folder;

    private Desk desk;
    private SecretsViewModel model;
    private SecretId late;
    private SecretId lately;
    private SecretId soon;
    private SecretId tomorrow;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
        soon = add("A_SOON", 10);
        add("B_LATER", 15);
        lately = add("C_LATELY", -1);
        tomorrow = add("D_TODAY", 0);
        late = add("E_LATE", -40);
        desk.add("F_NEVER", "v");
        model = onFx(desk::model);
    }

    private SecretId add(String name, int days) throws VaultException {
        return desk.add(desk.collection(), name, "value of " + name, "", days);
    }

    @AfterEach
    void close() {
        runOnFx(desk::close);
    }

    private ListViewModel list() {
        return model.parts().list();
    }

    private List<SecretId> ids() {
        return list().ids(0, Integer.MAX_VALUE);
    }

    @Test
    void itBeginsWithWhatIsOverdueWhateverOrderOtherListsHave() {
        list().sort(new Sorting(Query.Order.NAME, true));

        model.run(Action.ROTATE_SOON);
        assertEquals(List.of(late, lately, tomorrow, soon), ids());

        model.parts().sidebar().choose(new Scope.All());
        assertEquals(
                new Sorting(Query.Order.NAME, true), list().sortingProperty().get());
        assertEquals(6, ids().size());
    }

    @Test
    void anOrderChosenThereLastsAsLongAsTheListIsShownAndIsNotRemembered() {
        model.run(Action.ROTATE_SOON);
        list().sort(new Sorting(Query.Order.NAME, false));
        assertEquals(List.of(soon, lately, tomorrow, late), ids());

        model.parts().sidebar().choose(new Scope.Trash());
        model.run(Action.ROTATE_SOON);
        assertEquals(List.of(late, lately, tomorrow, soon), ids());
        desk.time.pass(Duration.ofSeconds(2));
        assertEquals(
                Sorting.BY_NAME, desk.model().parts().list().sortingProperty().get());
    }

    @Test
    void overdueAndDueSoonAreCountedApartInWords() throws Exception {
        assertEquals("2 overdue \u00b7 2 due soon", model.due().getValue());

        desk.vault.secrets().trash(List.of(late, lately));
        assertEquals("2 due soon", model.due().getValue());

        desk.vault.secrets().trash(List.of(soon, tomorrow));
        assertEquals("", model.due().getValue());
    }

    @Test
    void midnightChangesCountsAndRowsWithoutARestart() {
        model.run(Action.ROTATE_SOON);

        desk.time.pass(Duration.ofHours(11));
        assertEquals("2 overdue \u00b7 2 due soon", model.due().getValue());
        assertEquals(4, ids().size());

        desk.time.pass(Duration.ofHours(2));
        assertEquals("3 overdue \u00b7 2 due soon", model.due().getValue());
        assertEquals(5, ids().size());
    }

    @Test
    void aNightOfSleepChangesThemWithinAMinute() {
        desk.time.sleep(Duration.ofHours(20));
        assertEquals("2 overdue \u00b7 2 due soon", model.due().getValue());

        desk.time.pass(Duration.ofMinutes(1));
        assertEquals("3 overdue \u00b7 2 due soon", model.due().getValue());
    }

    @Test
    void theDaysAreShownThereAlsoWhereTheirColumnIsHidden() {
        Stage stage = onFx(this::show);
        TableView<?> table = onFx(() -> (TableView<?>) stage.getScene().lookup(".secret-table"));
        runOnFx(() -> column(table).setVisible(false));
        settle();

        runOnFx(() -> model.run(Action.ROTATE_SOON));
        settle();
        assertTrue(onFx(() -> column(table).isVisible()));
        assertEquals(
                List.of(true, true, false, false),
                onFx(() -> table.lookupAll(".table-row-cell:filled").stream()
                        .map(row -> (TableRow<?>) row)
                        .sorted(java.util.Comparator.comparing(TableRow::getIndex))
                        .map(row -> row.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("overdue")))
                        .toList()));
        assertEquals(
                "2 overdue \u00b7 2 due soon",
                onFx(() -> ((javafx.scene.control.Label) stage.getScene().lookup(".list-bar .hint")).getText()));

        runOnFx(() -> model.parts().sidebar().choose(new Scope.All()));
        settle();
        assertTrue(onFx(() -> !column(table).isVisible()));
        runOnFx(() -> desk.time.pass(Duration.ofSeconds(2)));
        assertTrue(onFx(() -> !desk.model().parts().layout().columns().contains(SecretColumn.ROTATE_BY)));
        runOnFx(stage::close);
    }

    private static TableColumn<?, ?> column(TableView<?> table) {
        return table.getColumns().stream()
                .filter(column -> "rotateBy".equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    private Stage show() {
        Scene scene = new Scene(new SecretsView(model).root(), 980, 700);
        Theme.dress(scene);
        Stage shown = new Stage();
        shown.setScene(scene);
        shown.show();
        return shown;
    }
}
