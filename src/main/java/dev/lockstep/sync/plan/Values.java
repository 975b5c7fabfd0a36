package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Fingerprint;

/** What a plan may ask about a value of the vault. Each call opens it, so it is asked only where something may have to be written. */
public interface Values {
    /**
     * The fingerprint of the present value.
     *
     * @param there the name at the remote
     */
    Fingerprint fingerprint(SecretId secret, RemoteId remote, String there) throws VaultException;

    /** What vendors' limits look at. */
    ValueShape shape(SecretId secret) throws VaultException;
}
