package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.Entry;
import dev.lockstep.words.Text;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Dates and counts of the selected secret, one line each. */
final class FactsPane {
    private final Wording wording;
    private final Runnable history;
    private final GridPane grid = new GridPane();

    /** @param history opens the former values */
    FactsPane(Wording wording, Runnable history) {
        this.wording = wording;
        this.history = history;
        grid.getStyleClass().addAll("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(104);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
    }

    Node node() {
        return grid;
    }

    void show(Entry entry) {
        grid.getChildren().clear();
        if (entry.rotateBy().isPresent()) {
            DueContent due = new DueContent(wording, true);
            due.show(entry);
            line(Text.of("secrets.fact.rotate-by"), due.node());
        }
        line(Text.of("secrets.fact.value-changed"), wording.when(entry.valueChanged()));
        line(Text.of("secrets.fact.modified"), wording.when(entry.modified()));
        line(Text.of("secrets.fact.created"), wording.when(entry.created()));
        line(
                Text.of("secrets.fact.last-revealed"),
                entry.lastRevealed().map(wording::when).orElse(CellText.of(Text.of("secrets.never"))));
        line(Text.of("secrets.fact.versions"), versions(entry));
    }

    private Hyperlink versions(Entry entry) {
        Hyperlink link = new Hyperlink(Text.of("secrets.versions", entry.versions()));
        link.setId("history");
        link.setTooltip(new Tip(Shortcut.HISTORY.hint(Text.of("secrets.action.history"))));
        link.setOnAction(event -> history.run());
        return link;
    }

    private void line(String name, CellText told) {
        Label value = new Label(told.text());
        if (!told.exact().isEmpty()) {
            value.setText(told.exact());
            value.setTooltip(new Tip(told.text()));
        }
        line(name, value);
    }

    private void line(String name, Node value) {
        Label label = new Label(name);
        label.getStyleClass().add("fact-name");
        grid.addRow(grid.getRowCount(), label, value);
    }
}
