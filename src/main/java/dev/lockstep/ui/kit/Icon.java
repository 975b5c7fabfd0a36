package dev.lockstep.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons in the colours of the theme. */
public final class Icon {
    private Icon() {}

    /** An icon of 16 pixels with the style class {@code icon}. It says nothing to a screen reader: name the control it stands in. */
    public static FontIcon of(Feather drawing) {
        FontIcon icon = new FontIcon(drawing);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** A flat button that shows an icon only; its words are read out and stand in its tooltip. */
    public static Button button(Feather drawing, String words) {
        Button button = new Button(null, of(drawing));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(words);
        button.setTooltip(new Tip(words));
        return button;
    }
}
