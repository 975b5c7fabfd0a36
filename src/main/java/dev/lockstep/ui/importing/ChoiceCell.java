package dev.lockstep.ui.importing;

import atlantafx.base.theme.Styles;
import dev.lockstep.vault.Importing.Choice;
import dev.lockstep.words.Text;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The choice of one row: add or skip what is new, replace or skip what differs. */
final class ChoiceCell extends TableCell<ImportRow, ImportRow> {
    private final BiConsumer<ImportRow, Choice> chosen;
    private final ToggleButton take = new ToggleButton();
    private final ToggleButton skip = new ToggleButton(Text.of("import.choice.skip"));
    private final HBox box = new HBox(take, skip);

    ChoiceCell(BiConsumer<ImportRow, Choice> chosen) {
        this.chosen = chosen;
        take.getStyleClass().addAll(Styles.LEFT_PILL, "choice-button");
        skip.getStyleClass().addAll(Styles.RIGHT_PILL, "choice-button", "choice-skip");
        box.setAlignment(Pos.CENTER_LEFT);
        take.setFocusTraversable(false);
        skip.setFocusTraversable(false);
        take.setOnAction(event -> choose(true));
        skip.setOnAction(event -> choose(false));
    }

    @Override
    protected void updateItem(@Nullable ImportRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        Choice other = row.choices().getFirst();
        take.setText(words(other));
        take.setAccessibleText(Text.of("import.choice.of", row.name()) + ": " + words(other));
        skip.setAccessibleText(Text.of("import.choice.of", row.name()) + ": " + skip.getText());
        take.setSelected(row.choice() != Choice.SKIP);
        skip.setSelected(row.choice() == Choice.SKIP);
        setGraphic(row.hasChoice() ? box : null);
    }

    private void choose(boolean taken) {
        ImportRow row = getItem();
        if (row != null) {
            chosen.accept(row, taken ? row.choices().getFirst() : Choice.SKIP);
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
