package dev.lockstep.ui.kit;

import dev.lockstep.words.Text;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button inside a field that shows and hides what was typed. Not a stop of the Tab key: the field itself knows {@link Shortcut#REVEAL}. */
final class Eye extends ToggleButton {
    Eye(BooleanProperty revealed) {
        FontIcon icon = Icon.of(Feather.EYE);
        Tooltip tooltip = new Tip();
        getStyleClass().setAll("eye");
        setGraphic(icon);
        setFocusTraversable(false);
        setTooltip(tooltip);
        selectedProperty().bindBidirectional(revealed);
        selectedProperty().subscribe(shown -> {
            icon.setIconCode(shown ? Feather.EYE_OFF : Feather.EYE);
            String words = shown ? Text.of("secret.hide") : Text.of("secret.show");
            tooltip.setText(Shortcut.REVEAL.hint(words));
            setAccessibleText(words);
        });
    }
}
