package dev.lockstep.ui.help;

import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows the key map in two columns. */
public final class ShortcutSheetView {
    private final SheetPage page;

    public ShortcutSheetView(ShortcutSheetViewModel viewModel) {
        Button close = new Button(Text.of("help.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> viewModel.close());
        page = new SheetPage(Text.of("help.keys.title"), columns(viewModel.sections()))
                .buttons(close)
                .prefSize(840, 640);
    }

    public Parent root() {
        return page.root();
    }

    private static Node columns(List<ShortcutSheetViewModel.Section> sections) {
        VBox left = column(sections.subList(0, 2));
        VBox right = column(sections.subList(2, sections.size()));
        HBox columns = new HBox(40, left, right);
        columns.setPadding(new Insets(0, 24, 16, 24));
        return columns;
    }

    private static VBox column(List<ShortcutSheetViewModel.Section> sections) {
        VBox column = new VBox(20);
        sections.forEach(section -> column.getChildren().add(section(section)));
        column.setMaxWidth(Double.MAX_VALUE);
        column.setPrefWidth(300);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Node section(ShortcutSheetViewModel.Section section) {
        Label heading = new Label(section.heading());
        heading.getStyleClass().add("section");
        GridPane rows = new GridPane(12, 8);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        rows.getColumnConstraints().addAll(words, keys);
        for (int i = 0; i < section.rows().size(); i++) {
            ShortcutSheetViewModel.Row row = section.rows().get(i);
            Label action = new Label(row.action());
            action.setWrapText(true);
            Node caps = caps(row.keys());
            action.setLabelFor(caps);
            rows.addRow(i, action, caps);
        }
        return new VBox(8, heading, rows);
    }

    private static Node caps(List<String> keys) {
        HBox caps = new HBox(4);
        caps.setAlignment(Pos.CENTER_RIGHT);
        for (String combination : keys) {
            Label cap = new Label(combination);
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Label.USE_PREF_SIZE);
            caps.getChildren().add(cap);
        }
        caps.setAccessibleText(String.join(", ", keys));
        return caps;
    }
}
