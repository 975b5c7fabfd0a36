package dev.lockstep.sync;

import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Vendor;
import dev.lockstep.vault.Remote;
import java.io.IOException;

/** Starts practice vaults: vendors' vaults on this computer, which live in memory until the program ends. Made by {@code app}. */
@FunctionalInterface
public interface Practice {
    /** Id of the setting that a remote to a practice vault has, whatever its vendor; its value is the same. */
    String MARK = "practice";

    /**
     * Tells how to reach the practice vault of a vendor, which runs from now on.
     *
     * @return to be closed by the caller
     */
    Connection start(Vendor vendor) throws IOException;

    /** Whether a practice vault that was started in this run of the program is at an address. */
    default boolean runsAt(String address) {
        return false;
    }

    /** Whether a remote leads to a practice vault, of this run of the program or of one before. */
    static boolean isFor(Remote remote) {
        return remote.details().settings().containsKey(MARK);
    }
}
