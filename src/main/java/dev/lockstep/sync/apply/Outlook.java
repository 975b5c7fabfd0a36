package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.plan.Plan;
import java.util.Set;

/** Looks at remotes, and makes plans of what is known. */
public interface Outlook {
    /** Lists remotes again and remembers what was seen; what goes wrong at one is remembered, too. */
    void look(Set<RemoteId> remotes) throws VaultException, InterruptedException;

    /**
     * What would be done by what is known now, with nothing decided; of remotes that are gone nothing.
     *
     * @param emptied remotes that were emptied on purpose, as the user said
     */
    Plan plan(Set<RemoteId> remotes, Set<RemoteId> emptied) throws VaultException;
}
