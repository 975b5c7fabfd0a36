package dev.lockstep.ui.importing;

import atlantafx.base.theme.Styles;
import dev.lockstep.vault.Importing.Choice;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The choice of one row: add or skip what is new, replace or skip what differs. */
final class ChoiceCell extends TableCell<ImportRow, ImportRow> {
    private final ToggleButton take = new ToggleButton();
    private final ToggleButton skip = new ToggleButton(Text.of("import.choice.skip"));
    private final HBox box = new HBox(take, skip);
    private @Nullable ImportRow shown;
    private Subscription watching = Subscription.EMPTY;

    ChoiceCell() {
        take.getStyleClass().addAll(Styles.LEFT_PILL, "choice-button");
        skip.getStyleClass().addAll(Styles.RIGHT_PILL, "choice-button");
        skip.getStyleClass().add("choice-skip");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setAlignment(Pos.CENTER_LEFT);
        take.setOnAction(event -> choose(true));
        skip.setOnAction(event -> choose(false));
    }

    @Override
    protected void updateItem(ImportRow row, boolean empty) {
        super.updateItem(row, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        shown = empty ? null : row;
        if (shown == null) {
            setGraphic(null);
            return;
        }
        watching = Subscription.combine(
                shown.comparisonProperty().subscribe(now -> draw()),
                shown.choiceProperty().subscribe(now -> draw()));
        setGraphic(box);
    }

    private void draw() {
        ImportRow row = shown;
        if (row == null) {
            return;
        }
        Choice other = row.choices().getFirst();
        take.setText(words(other));
        take.setAccessibleText(Text.of("import.choice.of", row.name()) + ": " + words(other));
        skip.setAccessibleText(Text.of("import.choice.of", row.name()) + ": " + skip.getText());
        box.setVisible(other != Choice.SKIP);
        take.setSelected(row.choiceProperty().get() != Choice.SKIP);
        skip.setSelected(row.choiceProperty().get() == Choice.SKIP);
    }

    private void choose(boolean taken) {
        if (shown != null) {
            shown.choiceProperty().set(taken ? shown.choices().getFirst() : Choice.SKIP);
            draw();
        }
    }

    private static String words(Choice choice) {
        return switch (choice) {
            case ADD -> Text.of("import.choice.add");
            case REPLACE -> Text.of("import.choice.replace");
            case SKIP -> Text.of("import.choice.skip");
        };
    }
}
