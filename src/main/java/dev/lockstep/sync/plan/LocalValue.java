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
    private @Nullable Optional<Fingerprint> fingerprint;

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
        return !fingerprint(secret.get()).equals(acknowledged.map(ValueMark::fingerprint));
    }

    boolean is(Fingerprint other) throws VaultException {
        if (acknowledged.isPresent() && !isAhead()) {
            return acknowledged.get().fingerprint().equals(other);
        }
        return secret.isPresent() && fingerprint(secret.get()).equals(Optional.of(other));
    }

    /** Empty if the value cannot be opened, so that it is like no other. */
    private Optional<Fingerprint> fingerprint(LocalSecret of) throws VaultException {
        Optional<Fingerprint> made = fingerprint;
        if (made == null) {
            made = opened(of);
            fingerprint = made;
        }
        return made;
    }

    private Optional<Fingerprint> opened(LocalSecret of) throws VaultException {
        try {
            return Optional.of(values.fingerprint(of.id(), remote, there));
        } catch (VaultException e) {
            if (Values.isOfOne(e.failure())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
