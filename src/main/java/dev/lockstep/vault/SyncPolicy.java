package dev.lockstep.vault;

/**
 * What holds for all remotes of a vault, on every computer that opens it.
 *
 * @param pauseAll whether nothing is sent to any remote or asked for
 */
public record SyncPolicy(boolean pauseAll) {
    /** What holds in a vault where nothing was chosen. */
    public static final SyncPolicy DEFAULT = new SyncPolicy(false);
}
