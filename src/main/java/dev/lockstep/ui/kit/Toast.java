package dev.lockstep.ui.kit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A passing message with at most one action.
 *
 * @param text one sentence, never a value
 * @param action the verb on the button, or null for none
 * @param onAction what the button does
 * @param lasting how long it stays
 */
public record Toast(
        String text, @Nullable String action, @Nullable Runnable onAction, Duration lasting) {
    private static final Duration USUAL = Duration.ofSeconds(4);

    /** A message without action that stays four seconds. */
    public static Toast of(String text) {
        return new Toast(text, null, null, USUAL);
    }

    /** A message with an action, such as "Undo", that stays as long as said. */
    public static Toast of(String text, String action, Runnable onAction, Duration lasting) {
        return new Toast(text, action, onAction, lasting);
    }
}
