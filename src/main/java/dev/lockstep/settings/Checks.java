package dev.lockstep.settings;

import java.util.List;

/**
 * Whether remotes are looked at without being asked for, while a vault is open.
 *
 * @param everyMinutes how often; 0 for never
 */
public record Checks(int everyMinutes) {
    /** The value of a time that means never. */
    public static final int NEVER = 0;

    /** What {@link #everyMinutes} may be. */
    public static final List<Integer> EVERY_MINUTES = List.of(NEVER, 15, 60, 4 * 60, 24 * 60);

    static final Checks DEFAULT = new Checks(NEVER);

    /** @throws IllegalArgumentException if the time is none of the choices */
    public Checks {
        Settings.requireChoice("everyMinutes", everyMinutes, EVERY_MINUTES);
    }
}
