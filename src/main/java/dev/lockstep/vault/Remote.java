package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import java.time.Instant;
import java.util.Set;

/**
 * Everything about one connection of a collection to a vendor's vault except its credentials, as it stood when it was read.
 *
 * @param collection whose secrets it is for; a remote never changes it
 * @param vendor id of the vendor, up to {@value RemoteDetails#MAX_ID} of a-z, 0-9 and hyphen; a remote never changes it
 * @param created when it was added
 * @param changed last change of details or credentials; later with each
 * @param credentials ids of the credentials that are sealed with it
 */
public record Remote(
        RemoteId id,
        CollectionId collection,
        String vendor,
        RemoteDetails details,
        Conduct conduct,
        Instant created,
        Instant changed,
        Set<String> credentials) {
    /** The most remotes of one vault. */
    public static final int MAX_NUMBER = 500;

    public Remote {
        credentials = Set.copyOf(credentials);
    }

    /** The name that is shown to the user. */
    public String name() {
        return details.name();
    }

    /** Whether nothing is to be sent there or asked for. */
    public boolean paused() {
        return conduct.paused();
    }

    Remote withConduct(Conduct other) {
        return new Remote(id, collection, vendor, details, other, created, changed, credentials);
    }

    /** The same after a change of details or credentials. */
    Remote changed(RemoteDetails other, long now, Set<String> held) {
        long later = Math.max(now, changed.toEpochMilli() + 1);
        return new Remote(id, collection, vendor, other, conduct, created, Instant.ofEpochMilli(later), held);
    }

    boolean leadsWhere(String toVendor, String toPlace) {
        return vendor.equals(toVendor) && details.place().equals(toPlace);
    }
}
