package dev.lockstep.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** How bright the screens are. To be used where the screens live. */
public enum Theme {
    /** As the system has it, also when it changes. */
    SYSTEM,
    LIGHT,
    DARK;

    private static final String LIGHT_SHEET = new PrimerLight().getUserAgentStylesheet();
    private static final String DARK_SHEET = new PrimerDark().getUserAgentStylesheet();
    private static final ChangeListener<ColorScheme> FOLLOW = (system, before, now) -> put(now == ColorScheme.DARK);

    /** Dresses all windows, those to come included. */
    public void apply() {
        var system = Platform.getPreferences().colorSchemeProperty();
        system.removeListener(FOLLOW);
        if (this == SYSTEM) {
            system.addListener(FOLLOW);
        }
        put(dark());
    }

    /** Whether the theme comes out dark now. */
    public boolean dark() {
        return switch (this) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /** Adds this program's own style classes to a scene. */
    public static void dress(Scene scene) {
        URL own = Objects.requireNonNull(Theme.class.getResource("app.css"));
        scene.getStylesheets().addAll(own.toExternalForm(), Fonts.stylesheet());
        frame(scene, DARK_SHEET.equals(Application.getUserAgentStylesheet()));
    }

    private static void put(boolean dark) {
        Application.setUserAgentStylesheet(dark ? DARK_SHEET : LIGHT_SHEET);
        Window.getWindows().forEach(window -> frame(window.getScene(), dark));
    }

    /** Tells the system how bright the frame of the window is to be. */
    private static void frame(@Nullable Scene scene, boolean dark) {
        if (scene != null) {
            scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        }
    }
}
