package dev.lockstep.ui.health;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Finding;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding: which secret, in which collection, and what there is to know. */
final class FindingCell extends ListCell<Finding> {
    private final HealthViewModel model;
    private final FindingWords wording;
    private final FontIcon icon = Icon.of(Feather.INFO);
    private final Label name = new Label();
    private final Label collection = new Label();
    private final Label words = new Label();
    private final Tooltip tooltip = new Tip();
    private final HBox line;

    FindingCell(HealthViewModel model, FindingWords wording) {
        this.model = model;
        this.wording = wording;
        name.getStyleClass().add("finding-name");
        name.setMinWidth(0);
        collection.getStyleClass().add("hint");
        collection.setMinWidth(0);
        words.getStyleClass().add("hint");
        words.setMinWidth(0);
        HBox.setHgrow(name, Priority.SOMETIMES);
        HBox first = new HBox(8, name, SheetPage.spring(), collection);
        first.setAlignment(Pos.BASELINE_LEFT);
        VBox lines = new VBox(first, words);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        line = new HBox(12, icon, lines);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            Finding item = getItem();
            if (event.getClickCount() == 2 && item != null) {
                model.open(item);
            }
        });
    }

    @Override
    protected void updateItem(Finding item, boolean empty) {
        super.updateItem(item, empty);
        Optional<Entry> entry = empty || item == null ? Optional.empty() : model.entry(item);
        if (entry.isEmpty() || item == null) {
            name.setText("");
            words.setText("");
            tooltip.setText("");
            setTooltip(null);
            setAccessibleText(null);
            setGraphic(null);
            return;
        }
        icon.setIconCode(ShownWords.icon(item));
        name.setText(entry.get().name());
        collection.setText(model.collection(entry.get()));
        words.setText(wording.of(item, entry.get()));
        tooltip.setText(words.getText());
        setTooltip(tooltip);
        setAccessibleText(Text.of("health.finding.spoken", name.getText(), collection.getText(), words.getText()));
        setGraphic(line);
    }
}
