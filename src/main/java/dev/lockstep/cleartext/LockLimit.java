package dev.lockstep.cleartext;

/** How much memory may be locked, and how much is. Safe for use by several threads. */
final class LockLimit {
    private final long total;
    private long used;

    /** @param total in bytes */
    LockLimit(long total) {
        this.total = total;
    }

    /** Notes that bytes are to be locked, unless more than this share of the limit would be locked by then. */
    synchronized boolean take(long bytes, double share) {
        if (used + bytes > (long) (total * share)) {
            return false;
        }
        used += bytes;
        return true;
    }

    synchronized void giveBack(long bytes) {
        used -= bytes;
    }

    synchronized long used() {
        return used;
    }
}
