package dev.lockstep.settings;

import java.time.Duration;
import java.util.List;

/**
 * When secrets go out of sight.
 *
 * @param clipboardSeconds after which a copied value leaves the clipboard; 0 for never
 * @param revealSeconds after which a shown value is masked again
 * @param idleLockMinutes without input after which the vault locks; 0 for never
 * @param lockOnMinimise whether the vault locks when the window is minimised
 * @param lockOnSleep whether it locks when the computer has slept
 */
public record Protection(
        int clipboardSeconds, int revealSeconds, int idleLockMinutes, boolean lockOnMinimise, boolean lockOnSleep) {
    /** The value of a time that means never. */
    public static final int NEVER = 0;

    /** What {@link #clipboardSeconds} may be. */
    public static final List<Integer> CLIPBOARD_SECONDS = List.of(10, 20, 30, 60, 120, NEVER);

    /** What {@link #revealSeconds} may be. */
    public static final List<Integer> REVEAL_SECONDS = List.of(5, 10, 20, 60);

    /** What {@link #idleLockMinutes} may be. */
    public static final List<Integer> IDLE_LOCK_MINUTES = List.of(1, 5, 10, 15, 30, 60, NEVER);

    static final Protection DEFAULT = new Protection(20, 20, 10, false, true);

    /** @throws IllegalArgumentException if a time is none of its choices */
    public Protection {
        Settings.requireChoice("clipboardSeconds", clipboardSeconds, CLIPBOARD_SECONDS);
        Settings.requireChoice("revealSeconds", revealSeconds, REVEAL_SECONDS);
        Settings.requireChoice("idleLockMinutes", idleLockMinutes, IDLE_LOCK_MINUTES);
    }

    /** How long a shown value stays in sight. */
    public Duration reveal() {
        return Duration.ofSeconds(revealSeconds);
    }
}
