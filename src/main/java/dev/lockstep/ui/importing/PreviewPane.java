package dev.lockstep.ui.importing;

import atlantafx.base.theme.Styles;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.ImportWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What would be imported, row by row, before anything is written. */
final class PreviewPane {
    private final ImportViewModel model;
    private final VBox problems = new VBox(4);
    private final VBox notes = new VBox(4);
    private final VBox root;

    PreviewPane(ImportViewModel model) {
        this.model = model;
        ComboBox<SecretCollection> target = target();
        Label label = new Label(Text.of("import.target"));
        label.setLabelFor(target);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox bulk = new HBox(
                bulk(Text.of("import.bulk.add-new"), Bulk.ADD_NEW, Styles.LEFT_PILL),
                bulk(Text.of("import.bulk.add-and-replace"), Bulk.ADD_AND_REPLACE, Styles.CENTER_PILL),
                bulk(Text.of("import.bulk.skip-all"), Bulk.SKIP_ALL, Styles.RIGHT_PILL));
        bulk.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, label, target, SheetPage.spring(), bulk);
        line.setAlignment(Pos.CENTER_LEFT);
        Node table = new ImportTable(model.comparing().rows()).node();
        VBox.setVgrow(table, Priority.ALWAYS);
        Label failure = new Label(null, Icon.of(Feather.ALERT_CIRCLE));
        failure.getStyleClass().add("error-text");
        failure.setWrapText(true);
        failure.setMinHeight(Region.USE_PREF_SIZE);
        failure.textProperty().bind(model.failureProperty());
        failure.visibleProperty().bind(model.failureProperty().map(text -> !text.isEmpty()));
        failure.managedProperty().bind(failure.visibleProperty());
        root = new VBox(12, line, table, notes(), failure);
        model.comparing().problems().addListener((ListChangeListener<ImportProblem>) change -> tellProblems());
        tellProblems();
    }

    Node root() {
        return root;
    }

    /** From left to right, with the counts before them. */
    List<Node> buttons() {
        Label tally = new Label();
        tally.getStyleClass().add("hint");
        tally.textProperty()
                .bind(model.comparing()
                        .tallyProperty()
                        .map(now -> Text.of("import.tally", now.added(), now.replaced(), now.skipped())));
        Button another = new Button(Text.of("import.another"));
        another.setOnAction(event -> model.another());
        Button cancel = new Button(Text.of("import.cancel"));
        cancel.setOnAction(event -> model.close());
        Button write = new Button();
        write.textProperty().bind(model.comparing().tallyProperty().map(now -> Text.of("import.write", now.written())));
        write.disableProperty().bind(model.comparing().tallyProperty().map(now -> now.written() == 0));
        write.getStyleClass().add(Styles.ACCENT);
        write.setDefaultButton(true);
        write.setOnAction(event -> model.write());
        return List.of(tally, SheetPage.spring(), another, cancel, write);
    }

    private ComboBox<SecretCollection> target() {
        ComboBox<SecretCollection> target = new ComboBox<>();
        target.getItems().setAll(model.collections());
        target.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable SecretCollection collection) {
                return collection == null ? "" : Legible.line(collection.title());
            }

            @Override
            public @Nullable SecretCollection fromString(String title) {
                return null;
            }
        });
        target.valueProperty().bindBidirectional(model.targetProperty());
        target.setMaxWidth(240);
        return target;
    }

    private Button bulk(String words, Bulk choice, String pill) {
        Button button = new Button(words);
        button.getStyleClass().add(pill);
        button.setAccessibleText(Text.of("import.bulk") + ": " + words);
        button.setOnAction(event -> model.comparing().choose(choice));
        return button;
    }

    private Node notes() {
        Label heading = new Label();
        heading.getStyleClass().add("section");
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Text.of(
                                "import.problems", model.comparing().problems().size()),
                        model.comparing().problems()));
        ScrollPane scroll = new ScrollPane(problems);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(88);
        scroll.setMinHeight(44);
        scroll.getStyleClass().addAll("edge-to-edge", "import-problems");
        notes.getChildren().setAll(heading, scroll);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        notes.managedProperty().bind(notes.visibleProperty());
        return notes;
    }

    private void tellProblems() {
        problems.getChildren()
                .setAll(model.comparing().problems().stream()
                        .map(PreviewPane::line)
                        .toList());
        notes.setVisible(!problems.getChildren().isEmpty());
    }

    private static Label line(ImportProblem problem) {
        Label line = new Label(
                ImportWords.of(problem), Icon.of(problem.kind().isLost() ? Feather.ALERT_TRIANGLE : Feather.INFO));
        line.setWrapText(true);
        line.getStyleClass().add(problem.kind().isLost() ? "warn-text" : "subtitle");
        return line;
    }
}
