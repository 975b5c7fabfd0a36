package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class TextLayoutsTest extends ToolkitTest {
    private static final String NAME = "STRIPE_KEY_SHOWN_IN_A_LABEL";
    private static final String VALUE = "qzjx_kqwv_never_in_a_layout";

    @Test
    void theToolkitForgetsTheNamesItHasShown() throws Exception {
        try (Shown shown = Shown.of(() -> new VBox(new Label(NAME)), 400, 100)) {
            settle();
            assertTrue(remembers(NAME), "the toolkit has no such store any more: TextLayouts can go");
            runOnFx(() -> ((VBox) shown.scene().getRoot()).getChildren().clear());
        }
        runOnFx(TextLayouts::forget);
        assertFalse(remembers(NAME));
    }

    @Test
    void aDrawnSecretNeverEntersTheStore() throws Exception {
        runOnFx(TextLayouts::forget);
        SecretLabel label = onFx(SecretLabel::new);
        try (Shown shown = Shown.of(() -> new VBox(label), 400, 100)) {
            runOnFx(() -> label.show(SecretValue.taking(VALUE.getBytes(StandardCharsets.UTF_8))));
            assertTrue(shown.inkOf(label) > 0);
            assertFalse(remembers(VALUE.substring(0, 2)));
            assertFalse(remembers(VALUE.substring(5, 8)));
        }
    }

    private static boolean remembers(String fragment) throws Exception {
        Field store = Class.forName("com.sun.javafx.text.PrismTextLayout").getDeclaredField("stringCache");
        store.setAccessible(true);
        for (Object layout : ((Map<?, ?>) store.get(null)).values()) {
            for (Field field : layout.getClass().getDeclaredFields()) {
                field.setAccessible(true);
                if (field.get(layout) instanceof char[] text && new String(text).contains(fragment)) {
                    return true;
                }
            }
        }
        return false;
    }
}
