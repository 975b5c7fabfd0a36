package dev.lockstep.ui.importing;

import dev.lockstep.words.Text;
import java.text.NumberFormat;
import java.util.Locale;
import javafx.scene.control.TableCell;

/** A cell with a fixed figure of a row. The value's is eight bullets, whatever it holds. */
final class WordCell extends TableCell<ImportRow, ImportRow> {
    private final Kind kind;

    WordCell(Kind kind) {
        this.kind = kind;
        getStyleClass().add("muted-cell");
    }

    /** Which figure. */
    enum Kind {
        VALUE,
        SIZE,
        LINE
    }

    @Override
    protected void updateItem(ImportRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : words(row));
    }

    private String words(ImportRow row) {
        return switch (kind) {
            case VALUE -> row.size() == 0 ? Text.of("import.value.empty") : "\u2022".repeat(8);
            case SIZE -> NumberFormat.getIntegerInstance(Locale.ENGLISH).format(row.size());
            case LINE -> String.valueOf(row.line());
        };
    }
}
