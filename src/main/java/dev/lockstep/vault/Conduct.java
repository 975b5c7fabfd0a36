package dev.lockstep.vault;

/**
 * How a remote is used.
 *
 * @param paused whether nothing is to be sent there or asked for
 * @param deletions whether what was deleted here may be deleted there
 */
public record Conduct(boolean paused, Direction direction, boolean deletions) {
    /** How a new remote is used, and one of before there was a choice. */
    public static final Conduct DEFAULT = new Conduct(false, Direction.PUSH, false);

    private static final int PAUSED = 1;
    private static final int DELETIONS = 2;
    private static final int DIRECTION_SHIFT = 4;

    public Conduct withPaused(boolean other) {
        return new Conduct(other, direction, deletions);
    }

    /** As one byte: {@code 1 paused | 2 deletions | direction * 16}. */
    int flags() {
        return (paused ? PAUSED : 0) | (deletions ? DELETIONS : 0) | direction.code() << DIRECTION_SHIFT;
    }

    /** @throws IllegalArgumentException for flags that are not known */
    static Conduct of(int flags) {
        Conduct conduct =
                new Conduct((flags & PAUSED) != 0, Direction.of(flags >> DIRECTION_SHIFT), (flags & DELETIONS) != 0);
        if (conduct.flags() != flags) {
            throw new IllegalArgumentException("Flags " + flags);
        }
        return conduct;
    }
}
