package dev.lockstep.ui.secrets;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form for the tags of the selected secrets. A box between on and off leaves each secret as it is. */
final class TagsPane {
    private final QuestionPage page;

    TagsPane(TagsViewModel model, Runnable close) {
        TextField typed = FieldLimit.on(new TextField(), FieldLimit.LINE);
        typed.textProperty().bindBidirectional(model.typedProperty());
        typed.setPromptText(Text.of("secrets.tags.new"));
        typed.setAccessibleText(Text.of("secrets.tags.new"));
        HBox.setHgrow(typed, Priority.ALWAYS);
        Button add = new Button(Text.of("secrets.tags.add"));
        add.disableProperty().bind(model.typedProperty().map(String::isBlank));
        add.setOnAction(event -> model.add());
        typed.setOnAction(event -> {
            if (typed.getText().isBlank()) {
                save(model, close);
            } else {
                model.add();
            }
        });
        Label problem = new Label();
        problem.textProperty().bind(model.problemProperty());
        problem.getStyleClass().add("error-text");
        problem.visibleProperty().bind(model.problemProperty().map(text -> !text.isEmpty()));
        problem.managedProperty().bind(problem.visibleProperty());
        ListView<TagChoice> choices = new ListView<>(model.choices());
        choices.setCellFactory(any -> new ChoiceCell());
        choices.setFixedCellSize(36);
        choices.setPrefHeight(220);
        choices.setAccessibleText(Text.of("secrets.tags"));
        choices.setPlaceholder(new Label(Text.of("secrets.tags.none")));
        Button cancel = new Button(Text.of("secrets.cancel"));
        cancel.setOnAction(event -> close.run());
        Button save = new Button(Text.of("secrets.tags.save"));
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(event -> save(model, close));
        VBox body = new VBox(8, new HBox(8, typed, add), problem, choices);
        page = new QuestionPage(Text.of("secrets.tags.title", model.what()), body, cancel, save);
    }

    Parent root() {
        return page.root();
    }

    private static void save(TagsViewModel model, Runnable close) {
        if (model.save()) {
            close.run();
        }
    }

    private static final class ChoiceCell extends ListCell<TagChoice> {
        private final CheckBox box = new CheckBox();

        ChoiceCell() {
            box.setMnemonicParsing(false);
            box.setOnAction(event -> {
                TagChoice choice = getItem();
                if (choice != null) {
                    choice.state().set(box.isSelected() ? TagChoice.State.ALL : TagChoice.State.NONE);
                }
            });
        }

        @Override
        protected void updateItem(TagChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            box.setText(Legible.line(choice.tag()));
            box.setIndeterminate(choice.state().get() == TagChoice.State.SOME);
            box.setSelected(choice.state().get() == TagChoice.State.ALL);
            setGraphic(box);
        }
    }
}
