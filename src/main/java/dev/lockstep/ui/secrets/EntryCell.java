package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Entry;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TableCell;

/** A cell that draws one aspect of an entry with a node of its own, made once and filled again as the table scrolls. */
final class EntryCell extends TableCell<Row, Row> {
    private final Content content;

    EntryCell(Supplier<Content> content) {
        this.content = content.get();
        getStyleClass().add("entry-cell");
    }

    /** What a cell shows. */
    interface Content {
        Node node();

        /** Draws an entry. */
        void show(Entry entry);

        /** Forgets what it drew: the cell is empty now. */
        void clear();
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        Optional<Entry> entry = empty || row == null ? Optional.empty() : row.entry();
        if (entry.isPresent()) {
            content.show(entry.get());
            setGraphic(content.node());
        } else {
            content.clear();
            setGraphic(null);
        }
    }
}
