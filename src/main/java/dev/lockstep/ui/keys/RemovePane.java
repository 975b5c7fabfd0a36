package dev.lockstep.ui.keys;

import atlantafx.base.theme.Styles;
import dev.lockstep.vault.Way;
import dev.lockstep.words.Text;
import javafx.scene.Parent;

/** Asks whether to remove a way, and says what follows. */
final class RemovePane implements KeysView.Pane {
    private final Waiting frame;

    RemovePane(KeysViewModel model, Way way) {
        String title = Text.of("ways.remove.title", KeysWords.name(way));
        frame = new Waiting(model, title, Text.of("ways.remove"), model.removal()::confirm)
                .say(KeysWords.consequence(way))
                .height(KeysView.LOW);
        frame.go().setDefaultButton(false);
        frame.go().getStyleClass().add(Styles.DANGER);
        frame.back().setText(Text.of("ways.keep"));
    }

    @Override
    public Parent root() {
        return frame.root();
    }

    @Override
    public void focus() {
        frame.back().requestFocus();
    }
}
