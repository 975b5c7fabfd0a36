package dev.lockstep.sync;

import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Vendor;
import java.io.IOException;

/** Starts practice vaults: vendors' vaults on this computer, which live in memory until the program ends. Made by {@code app}. */
@FunctionalInterface
public interface Practice {
    /**
     * Tells how to reach the practice vault of a vendor, which runs from now on.
     *
     * @return to be closed by the caller
     */
    Connection start(Vendor vendor) throws IOException;
}
