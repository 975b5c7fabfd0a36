package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class HitListTest extends ToolkitTest {
    private static final int MANY = 100_000;

    /** Numbered secrets that count how often one is decoded. */
    private static final class Numbered implements Catalog.Hits {
        private final int size;
        private final long offset;
        private int decoded;

        Numbered(int size, long offset) {
            this.size = size;
            this.offset = offset;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public SecretId id(int index) {
            return numbered(offset + index);
        }

        static SecretId numbered(long number) {
            return new SecretId(new RowId(0, number));
        }

        @Override
        public Optional<Entry> entry(int index) {
            decoded++;
            return Optional.empty();
        }
    }

    @Test
    void anAnswerOfAHundredThousandRowsIsOneChangeThatDecodesNone() {
        HitList rows = new HitList();
        Numbered first = new Numbered(MANY, 0);
        rows.replace(first);
        List<String> changes = new ArrayList<>();
        rows.addListener((ListChangeListener<Row>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + " to " + change.getTo() + ", removed " + change.getRemovedSize());
            }
        });

        rows.replace(new Numbered(MANY - 1, 0));

        assertEquals(List.of("0 to 99999, removed 100000"), changes);
        assertEquals(0, first.decoded);
    }

    @Test
    void aRowIsDecodedOnceWhileItIsDrawnAgainAndAgain() {
        HitList rows = new HitList();
        Numbered hits = new Numbered(10, 0);
        rows.replace(hits);

        assertEquals(rows.get(3), rows.get(3));

        assertEquals(1, hits.decoded);
    }

    @Test
    void nothingIsToldWhenNothingFollowsNothing() {
        HitList rows = new HitList();
        List<Object> changes = new ArrayList<>();
        rows.addListener((ListChangeListener<Row>) changes::add);

        rows.replace(new Numbered(0, 0));

        assertTrue(changes.isEmpty());
    }

    @Test
    void selectedSecretsAreFoundAgainWhereTheyStandNow() {
        HitList rows = new HitList();
        rows.replace(new Numbered(100, 1000));

        int[] found = rows.indicesOf(Set.of(Numbered.numbered(1099), Numbered.numbered(1002), Numbered.numbered(5)));

        assertArrayEquals(new int[] {2, 99}, found);
    }

    @Test
    void aTableDecodesOnlyTheRowsOnTheScreen() {
        HitList rows = new HitList();
        Numbered hits = new Numbered(MANY, 0);
        Stage stage = onFx(() -> {
            TableView<Row> table = new TableView<>();
            TableColumn<Row, String> column = new TableColumn<>("Id");
            table.getColumns().add(column);
            table.setFixedCellSize(36);
            table.setItems(rows);
            Stage shown = new Stage();
            shown.setScene(new Scene(table, 400, 400));
            shown.show();
            rows.replace(hits);
            return shown;
        });
        settle();

        assertTrue(hits.decoded > 0, "the table drew nothing");
        assertTrue(hits.decoded < 60, () -> hits.decoded + " rows were decoded");
        runOnFx(stage::close);
    }

    @Test
    void aTableWithASelectedRowDecodesNoOtherToFindItInTheNextAnswer() {
        HitList rows = new HitList();
        Numbered next = new Numbered(MANY, 0);
        int selected = onFx(() -> {
            TableView<Row> table = new TableView<>(rows);
            rows.replace(new Numbered(10, MANY - 10));
            table.getSelectionModel().select(3);
            rows.replace(next);
            return table.getSelectionModel().getSelectedIndex();
        });

        assertEquals(MANY - 7, selected);
        assertTrue(next.decoded < 5, () -> next.decoded + " rows were decoded");
    }

    @Test
    void aTableKeepsWorkingWhenItsRowsBecomeFewerNoneAndMany() {
        HitList rows = new HitList();
        boolean empty = onFx(() -> {
            TableView<Row> table = new TableView<>(rows);
            rows.replace(new Numbered(50, 0));
            table.getSelectionModel().select(40);
            rows.replace(new Numbered(3, 0));
            rows.replace(new Numbered(0, 0));
            rows.replace(new Numbered(MANY, 0));
            table.getSelectionModel().select(MANY - 1);
            boolean selected = table.getSelectionModel().getSelectedItem() != null;
            rows.replace(new Numbered(2, 0));
            return selected
                    && table.getSelectionModel().getSelectedIndices().stream().noneMatch(row -> row > 1);
        });

        assertTrue(empty);
        assertFalse(rows.isEmpty());
    }
}
