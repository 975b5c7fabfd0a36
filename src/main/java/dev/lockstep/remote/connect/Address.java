package dev.lockstep.remote.connect;

import dev.lockstep.remote.http.Origin;
import java.util.Optional;

/**
 * An address that may be called.
 *
 * @param text in the one form in which it is stored
 * @param authority host and port, for example to tell two remotes apart
 */
public record Address(String text, String authority) {
    /** The address that was typed; empty if it is none with https, or with http of this computer. */
    public static Optional<Address> of(String typed) {
        return Origin.of(typed).map(origin -> new Address(origin.toString(), origin.authority()));
    }
}
