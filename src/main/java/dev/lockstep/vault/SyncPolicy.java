package dev.lockstep.vault;

/**
 * What holds for all remotes of a vault, on every computer that opens it.
 *
 * @param pauseAll whether nothing is sent to any remote or asked for
 * @param checkEveryMinutes how often remotes are checked without being asked, 0 for never, at most {@value #MOST_MINUTES}
 */
public record SyncPolicy(boolean pauseAll, int checkEveryMinutes) {
    /** A week. */
    public static final int MOST_MINUTES = 7 * 24 * 60;

    /** What holds in a vault where nothing was chosen. */
    public static final SyncPolicy DEFAULT = new SyncPolicy(false, 0);

    /** @throws IllegalArgumentException for a number out of range */
    public SyncPolicy {
        if (checkEveryMinutes < 0 || checkEveryMinutes > MOST_MINUTES) {
            throw new IllegalArgumentException("Every " + checkEveryMinutes + " minutes");
        }
    }
}
