package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.LateTip;
import dev.lockstep.words.Text;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** The favourite mark: a filled star, or the outline of one. */
final class Star {
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled-star");

    private final Button button = new Button();
    private final LateTip tip = new LateTip(button);

    Star(Runnable toggle) {
        Region shape = new Region();
        shape.getStyleClass().add("star-shape");
        button.setGraphic(shape);
        button.getStyleClass().setAll("star");
        button.setFocusTraversable(false);
        button.setOnAction(event -> toggle.run());
        show(false);
    }

    void show(boolean favourite) {
        button.pseudoClassStateChanged(FILLED, favourite);
        String words = favourite ? Text.of("secrets.star.remove") : Text.of("secrets.star.add");
        button.setAccessibleText(words);
        tip.say(words);
    }

    Button node() {
        return button;
    }
}
