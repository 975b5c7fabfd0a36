package dev.lockstep.ui.keys;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says that everything was sealed again, and leads to the unlock screen. */
final class SealedPane implements KeysView.Pane {
    private final Button unlock = new Button(Text.of("ways.rekey.unlock"));
    private final Parent root;

    SealedPane(KeysViewModel model) {
        Label done = new Label(Text.of("ways.rekey.done"), Icon.of(Feather.CHECK_CIRCLE));
        done.getStyleClass().add("notice-title");
        Label more = new Label(Text.of("ways.rekey.done.more"));
        more.setWrapText(true);
        VBox body = new VBox(12, done, more);
        body.setPadding(new Insets(4, 24, 20, 24));
        unlock.setId("unlock-anew");
        unlock.setDefaultButton(true);
        unlock.setOnAction(pressed -> model.leave());
        root = new SheetPage(Text.of("ways.rekey"), body)
                .buttons(unlock)
                .prefSize(KeysView.WIDTH, KeysView.LOW)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        unlock.requestFocus();
    }
}
