package dev.lockstep.ui.importing;

import dev.lockstep.naming.NameProblem;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.NameWords;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The name, with a mark and the reason where the collection's rule does not take it. */
final class NameCell extends TableCell<ImportRow, ImportRow> {
    private final Tooltip tooltip = new Tip();
    private Subscription watching = Subscription.EMPTY;

    NameCell() {
        setContentDisplay(ContentDisplay.RIGHT);
        getStyleClass().add("import-name");
    }

    @Override
    protected void updateItem(ImportRow row, boolean empty) {
        super.updateItem(row, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (empty || row == null) {
            setText(null);
            mark(Optional.empty());
            return;
        }
        setText(row.name());
        watching = row.problemProperty().subscribe(this::mark);
    }

    private void mark(Optional<NameProblem> problem) {
        setGraphic(problem.isPresent() ? Icon.of(Feather.ALERT_TRIANGLE) : null);
        problem.map(NameWords::problem).ifPresent(tooltip::setText);
        setTooltip(problem.isPresent() ? tooltip : null);
    }
}
