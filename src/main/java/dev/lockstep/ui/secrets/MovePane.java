package dev.lockstep.ui.secrets;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The choice of a collection to move to. */
final class MovePane {
    private final QuestionPage page;

    MovePane(MoveViewModel model, Runnable close) {
        ListView<SecretCollection> targets = new ListView<>();
        targets.getItems().setAll(model.targets());
        targets.setCellFactory(any -> new TargetCell());
        targets.setFixedCellSize(36);
        targets.setPrefHeight(240);
        targets.setAccessibleText(Text.of("secrets.collections"));
        model.targetProperty().bind(targets.getSelectionModel().selectedItemProperty());
        Runnable move = () -> {
            if (model.move()) {
                close.run();
            }
        };
        targets.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                move.run();
            }
        });
        targets.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                move.run();
            }
        });
        Button cancel = new Button(Text.of("secrets.cancel"));
        cancel.setOnAction(event -> close.run());
        Button confirm = new Button(Text.of("secrets.move.verb"));
        confirm.getStyleClass().add(Styles.ACCENT);
        confirm.disableProperty().bind(model.targetProperty().isNull());
        confirm.setOnAction(event -> move.run());
        VBox body = new VBox(targets);
        page = new QuestionPage(Text.of("secrets.move.title", model.what()), body, cancel, confirm);
    }

    Parent root() {
        return page.root();
    }

    private static final class TargetCell extends ListCell<SecretCollection> {
        @Override
        protected void updateItem(SecretCollection target, boolean empty) {
            super.updateItem(target, empty);
            setText(empty || target == null ? null : Legible.line(target.title()));
            setGraphic(empty || target == null ? null : Icon.of(Feather.FOLDER));
        }
    }
}
