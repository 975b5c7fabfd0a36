package dev.lockstep.vault;

/**
 * What a remote allows to be done.
 *
 * @param paused whether nothing is to be sent there or asked for
 * @param deletions whether it may be proposed to delete there what was deleted here
 */
public record Conduct(boolean paused, Direction direction, boolean deletions) {
    /** Of a new remote. */
    public static final Conduct INITIAL = new Conduct(false, Direction.PUSH, false);
}
