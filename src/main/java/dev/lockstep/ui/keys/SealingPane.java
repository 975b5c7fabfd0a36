package dev.lockstep.ui.keys;

import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far sealing everything again is. */
final class SealingPane implements KeysView.Pane {
    private final Button cancel = new Button(Text.of("ways.rekey.cancel"));
    private final Parent root;

    SealingPane(KeysViewModel model) {
        Label words = new Label(Text.of("ways.rekey.working"));
        words.setWrapText(true);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Text.of("ways.rekey"));
        bar.progressProperty().bind(model.sealing().progressProperty());
        Label percent = new Label();
        percent.getStyleClass().add("hint");
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> percent(model.sealing().progressProperty().get()),
                        model.sealing().progressProperty()));
        VBox body = new VBox(12, words, bar, percent);
        body.setPadding(new Insets(4, 24, 20, 24));
        cancel.setId("cancel-rekey");
        cancel.setOnAction(pressed -> model.leave());
        root = new SheetPage(Text.of("ways.rekey"), body)
                .buttons(cancel)
                .prefSize(KeysView.WIDTH, KeysView.LOW)
                .root();
    }

    private static String percent(double done) {
        return done < 0 ? "" : Text.of("ways.rekey.progress", Math.round(100 * done));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        cancel.requestFocus();
    }
}
