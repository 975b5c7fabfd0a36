package dev.lockstep.vault;

/** Is told how far long work is, now and then. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress UNTOLD = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param total 0 while it is not known
     */
    void at(long done, long total);
}
