package dev.lockstep.ui.importing;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Legible;
import dev.lockstep.words.NameWords;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The name, with a mark and the reason where the collection's rule does not take it. */
final class NameCell extends TableCell<ImportRow, ImportRow> {
    NameCell() {
        setContentDisplay(ContentDisplay.RIGHT);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        getStyleClass().add("import-name");
    }

    @Override
    protected void updateItem(@Nullable ImportRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String name = Legible.line(row.name());
        setText(name);
        setGraphic(row.problem().isPresent() ? Icon.of(Feather.ALERT_TRIANGLE) : null);
        setTooltip(new Tip(row.problem()
                .map(problem -> name + "\n" + NameWords.problem(problem))
                .orElse(name)));
    }
}
