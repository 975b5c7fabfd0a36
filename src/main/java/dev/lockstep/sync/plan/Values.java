package dev.lockstep.sync.plan;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Fingerprint;
import java.util.Collection;

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

    /** Whether a failure tells of one value alone, which cannot be opened, and not of the vault. */
    static boolean isOfOne(Failure failure) {
        return switch (failure) {
            case Failure.PartDamaged damaged -> damaged.part() == Failure.Part.VALUE;
            case Failure.SetChanged changed -> changed.part() == Failure.Part.VALUE;
            default -> false;
        };
    }

    /** Tells of which secrets the shape is about to be asked for, so that their values can be opened together. */
    default void prepare(Collection<SecretId> secrets) throws VaultException {}
}
