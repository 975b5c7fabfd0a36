package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.ValueMark;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value here, compared with one that is known by its fingerprint. It is opened at most once, and only if it may have changed. */
final class LocalValue {
    private final Values values;
    private final RemoteId remote;
    private final String there;
    private final Optional<LocalSecret> secret;
    private final Optional<ValueMark> acknowledged;
    private @Nullable Fingerprint fingerprint;

    /**
     * The value of a secret beside what was last known to be at a remote.
     *
     * @param secret empty if it is in the trash or gone; then the value here is the one that was last known there
     */
    LocalValue(Values values, RowKey key, Optional<LocalSecret> secret, Optional<ValueMark> acknowledged) {
        this.values = values;
        this.remote = key.remote();
        this.there = key.there();
        this.secret = secret;
        this.acknowledged = acknowledged;
    }

    /** Whether it is another one than was last known to be there; not so if none was. */
    boolean isAhead() throws VaultException {
        if (secret.isEmpty()
                || acknowledged.isEmpty()
                || acknowledged.get().version() == secret.get().valueVersion()) {
            return false;
        }
        return !fingerprint(secret.get()).equals(acknowledged.get().fingerprint());
    }

    boolean is(Fingerprint other) throws VaultException {
        if (acknowledged.isPresent() && !isAhead()) {
            return acknowledged.get().fingerprint().equals(other);
        }
        return secret.isPresent() && fingerprint(secret.get()).equals(other);
    }

    private Fingerprint fingerprint(LocalSecret of) throws VaultException {
        Fingerprint made = fingerprint;
        if (made == null) {
            made = values.fingerprint(of.id(), remote, there);
            fingerprint = made;
        }
        return made;
    }
}
