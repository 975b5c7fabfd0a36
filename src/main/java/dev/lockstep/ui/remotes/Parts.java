package dev.lockstep.ui.remotes;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import javafx.scene.control.Button;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    /** The one that Enter presses. */
    static Button primary(String id, String words, Runnable action) {
        Button button = Controls.button(id, words, action);
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        return button;
    }
}
