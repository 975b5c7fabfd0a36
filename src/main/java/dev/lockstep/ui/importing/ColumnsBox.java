package dev.lockstep.ui.importing;

import dev.lockstep.transfer.csv.CsvPreview;
import dev.lockstep.ui.importing.Mapping.Role;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Asks which column of a table is what. */
final class ColumnsBox {
    private static final double COLUMN = 360;

    private final Mapping mapping;
    private final CheckBox heading = new CheckBox(Text.of("import.ask.columns.heading"));
    private final Label about = Controls.wrapped(Text.of("import.ask.columns.looking"), "hint");
    private final Label twice = Controls.wrapped(Text.of("import.ask.columns.twice"), "error-text");
    private final Map<Role, ComboBox<Optional<Integer>>> boxes = new EnumMap<>(Role.class);
    private final VBox root;

    ColumnsBox(ImportViewModel model, Question question) {
        mapping = question.mapping();
        GridPane grid = new GridPane(12, 8);
        for (Role role : Role.values()) {
            ComboBox<Optional<Integer>> box = box(role);
            boxes.put(role, box);
            Label label = new Label(words(role));
            label.setLabelFor(box);
            grid.addRow(grid.getRowCount(), label, box);
        }
        heading.setId("import-heading");
        heading.setOnAction(event -> model.heading(question, heading.isSelected()));
        root = new VBox(8, Controls.wrapped(Text.of("import.ask.columns"), "field-label"), heading, about, grid, twice);
        mapping.tableProperty().subscribe(this::show);
        mapping.changesProperty().subscribe(change -> judge());
    }

    VBox root() {
        return root;
    }

    Node first() {
        return heading;
    }

    private ComboBox<Optional<Integer>> box(Role role) {
        ComboBox<Optional<Integer>> box = new ComboBox<>();
        box.setId("import-column-" + role.name().toLowerCase(java.util.Locale.ROOT));
        box.setPrefWidth(COLUMN);
        box.setVisibleRowCount(16);
        box.setConverter(new Choice<>(this::column));
        box.valueProperty().bindBidirectional(mapping.columnProperty(role));
        return box;
    }

    private void show(Optional<CsvPreview> table) {
        boxes.forEach((role, box) -> {
            List<Optional<Integer>> all = new ArrayList<>();
            if (!role.needed()) {
                all.add(Optional.empty());
            }
            mapping.all().forEach(column -> all.add(Optional.of(column)));
            Optional<Integer> chosen = mapping.columnProperty(role).get();
            box.getItems().setAll(all);
            box.setValue(chosen);
        });
        table.ifPresent(seen -> {
            heading.setSelected(seen.heading());
            about.setText(Text.of("import.ask.columns.about", seen.rows()));
        });
        heading.setDisable(table.isEmpty());
        judge();
    }

    private void judge() {
        Controls.present(
                twice,
                mapping.tableProperty().get().isPresent() && mapping.columns().isEmpty());
    }

    private String column(Optional<Integer> column) {
        return column.map(number -> Text.of("import.ask.columns.column", number + 1, cell(number)))
                .orElseGet(() -> Text.of("import.ask.columns.none"));
    }

    private String cell(int number) {
        String text = mapping.tableProperty()
                .get()
                .map(seen -> seen.cells().get(number))
                .orElse("");
        return text.isEmpty() ? Text.of("import.ask.columns.empty") : Legible.line(text);
    }

    private static String words(Role role) {
        return switch (role) {
            case NAME -> Text.of("import.columns.name");
            case VALUE -> Text.of("import.columns.value");
            case DESCRIPTION -> Text.of("import.columns.description");
            case TAGS -> Text.of("import.columns.tags");
        };
    }
}
