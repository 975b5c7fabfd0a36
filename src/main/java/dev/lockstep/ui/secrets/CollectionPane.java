package dev.lockstep.ui.secrets;

import atlantafx.base.theme.Styles;
import dev.lockstep.naming.NamingRule;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.words.NameWords;
import dev.lockstep.words.Text;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form of one collection: name, environment, and the rule that its names follow. */
final class CollectionPane {
    private final GridPane form = new GridPane();
    private final QuestionPage page;

    CollectionPane(CollectionViewModel model, Runnable close) {
        TextField name = FieldLimit.on(new TextField(), FieldLimit.LINE);
        name.textProperty().bindBidirectional(model.nameProperty());
        TextField environment = FieldLimit.on(new TextField(), FieldLimit.LINE);
        environment.textProperty().bindBidirectional(model.environmentProperty());
        environment.setPromptText(Text.of("secrets.collection.environment.prompt"));
        ComboBox<String> rule = rules();
        rule.valueProperty().bindBidirectional(model.ruleProperty());
        form.getStyleClass().add("form");
        line(Text.of("secrets.column.name"), name);
        line(Text.of("secrets.column.environment"), environment);
        line(Text.of("secrets.collection.rule"), rule);
        Label quoted = new Label();
        quoted.getStyleClass().add("hint");
        quoted.setWrapText(true);
        quoted.textProperty()
                .bind(model.ruleProperty()
                        .map(id -> NamingRules.byId(id).map(NameWords::quote).orElse("")));
        Label problem = new Label();
        problem.getStyleClass().add("error-text");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().map(text -> !text.isEmpty()));
        problem.managedProperty().bind(problem.visibleProperty());
        Button cancel = new Button(Text.of("secrets.cancel"));
        cancel.setOnAction(event -> close.run());
        Button save =
                new Button(model.isNew() ? Text.of("secrets.collection.create") : Text.of("secrets.collection.save"));
        save.getStyleClass().add(Styles.ACCENT);
        save.setDefaultButton(true);
        save.setOnAction(event -> model.save());
        VBox body = new VBox(8, form, quoted, problem);
        page = new QuestionPage(
                model.isNew() ? Text.of("secrets.collection.new") : Text.of("secrets.collection.change"),
                body,
                cancel,
                save);
    }

    Parent root() {
        return page.root();
    }

    private void line(String words, Control field) {
        Label label = new Label(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        form.addRow(form.getRowCount(), label, field);
    }

    private static ComboBox<String> rules() {
        ComboBox<String> rules = new ComboBox<>();
        List<NamingRule> known = NamingRules.collectionRules();
        rules.getItems().setAll(known.stream().map(NamingRule::id).toList());
        rules.setConverter(
                new Choice<>(id -> NamingRules.byId(id).map(NameWords::title).orElse("")));
        return rules;
    }
}
