package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.controlsfx.control.textfield.TextFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ThemeTest extends ToolkitTest {
    @AfterEach
    void light() {
        runOnFx(Theme.LIGHT::apply);
    }

    @Test
    void lightAndDarkGiveOppositeColours() {
        Label label = onFx(() -> new Label("x"));
        try (Shown shown = Shown.of(() -> new VBox(label), 200, 100)) {
            assertTrue(brightness(label) < 0.3);
            assertEquals(Color.WHITE, ground(shown));
            runOnFx(Theme.DARK::apply);
            settle();
            assertTrue(brightness(label) > 0.7);
            assertTrue(ground(shown).getBrightness() < 0.2);
        }
    }

    @Test
    void drawnTextFollowsTheTheme() {
        SecretField field = onFx(SecretField::new);
        try (Shown shown = Shown.of(() -> new VBox(field), 200, 100)) {
            Ink ink = (Ink) onFx(() -> shown.scene().lookup(".ink"));
            assertTrue(((Color) onFx(ink::letters)).getBrightness() < 0.3);
            runOnFx(Theme.DARK::apply);
            settle();
            assertTrue(((Color) onFx(ink::letters)).getBrightness() > 0.7);
        }
    }

    @Test
    void systemIsWhatTheSystemSaysAndFollowsIt() {
        runOnFx(() -> {
            Theme.SYSTEM.apply();
            ColorScheme now = Platform.getPreferences().getColorScheme();
            assertEquals(now == ColorScheme.DARK, Theme.SYSTEM.dark());
            assertEquals(
                    now == ColorScheme.DARK,
                    Application.getUserAgentStylesheet().contains("dark"));
        });
    }

    @Test
    void controlsOfControlsFxFindTheirColours() {
        try (Shown shown = Shown.of(() -> new VBox(TextFields.createClearableTextField()), 200, 100)) {
            settle();
            assertFalse(onFx(() -> shown.scene().getStylesheets().isEmpty()));
        }
        assertEquals("", Screens.styleErrors());
    }

    @Test
    void anIconButtonIsNamedForThoseWhoDoNotSeeIt() {
        Button button = onFx(() -> Icon.button(Feather.LOCK, "Lock"));
        assertEquals("Lock", onFx(button::getAccessibleText));
        assertEquals("Lock", onFx(() -> button.getTooltip().getText()));
    }

    private static double brightness(Label label) {
        return onFx(() -> ((Color) label.getTextFill()).getBrightness());
    }

    private static Color ground(Shown shown) {
        return onFx(() -> shown.scene().snapshot(null).getPixelReader().getColor(190, 90));
    }
}
