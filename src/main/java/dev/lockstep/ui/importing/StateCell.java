package dev.lockstep.ui.importing;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.vault.Importing.Comparison;
import dev.lockstep.words.Text;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** How the row compares with the collection: a shape of its own for each, then the word. */
final class StateCell extends TableCell<ImportRow, ImportRow> {
    private final Label label = new Label();
    private Subscription watching = Subscription.EMPTY;

    @Override
    protected void updateItem(ImportRow row, boolean empty) {
        super.updateItem(row, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        watching = row.comparisonProperty().subscribe(this::show);
        setGraphic(label);
    }

    private void show(Comparison comparison) {
        switch (comparison) {
            case NEW -> show(Text.of("import.state.new"), Feather.PLUS, "state-new");
            case SAME -> show(Text.of("import.state.same"), Feather.CHECK, "state-same");
            case DIFFERS -> show(Text.of("import.state.differs"), Feather.SHUFFLE, "state-differs");
        }
    }

    private void show(String words, Feather shape, String style) {
        label.setText(words);
        label.setGraphic(Icon.of(shape));
        label.getStyleClass().setAll("label", "import-state", style);
    }
}
