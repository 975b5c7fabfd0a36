package dev.lockstep.sync.apply;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The secrets of this vault as they were when the plan was made; of one that was changed since nothing is sent or replaced. */
final class Local {
    private final OpenVault vault;
    private final Map<SecretId, Entry> planned;

    Local(OpenVault vault, Map<SecretId, Entry> planned) {
        this.vault = vault;
        this.planned = Map.copyOf(planned);
    }

    /** The secret of a row as it was planned; empty if there is none. */
    Optional<Entry> planned(RowKey row) {
        return row.secret().flatMap(id -> Optional.ofNullable(planned.get(id)));
    }

    /**
     * A secret as it was planned and still is.
     *
     * @throws VaultException {@code ChangedMeanwhile} if its value is another one by now, or it is in the trash
     */
    Entry entry(SecretId id) throws VaultException {
        Entry then = Optional.ofNullable(planned.get(id)).orElseThrow(Local::changed);
        Entry now = vault.catalog().entry(id).orElseThrow(Local::changed);
        if (now.valueVersion() != then.valueVersion()
                || now.trashed().isPresent()
                || !now.collection().equals(then.collection())) {
            throw changed();
        }
        return now;
    }

    /** Opens values together that are about to be asked for; to be closed by the caller. */
    Map<SecretId, SecretValue> values(Collection<SecretId> ids) throws VaultException {
        return vault.sync().values(ids);
    }

    /** The value that was planned, to be closed by the caller. */
    SecretValue value(SecretId id) throws VaultException {
        return checked(id, vault.sync().value(id));
    }

    /** A value that was opened, if it is the one that was planned; closed if it is not. */
    SecretValue checked(SecretId id, SecretValue value) throws VaultException {
        try {
            // Looked at afterwards: numbers of values never come back, so what was read is not of an earlier one.
            entry(id);
            return value;
        } catch (VaultException e) {
            value.close();
            throw e;
        }
    }

    /** The fingerprint that a value has at the place of a row. */
    Fingerprint fingerprint(RowKey row, SecretValue value) throws VaultException {
        return Fingerprint.of(vault.sync().fingerprints().of(row.remote(), row.there(), value));
    }

    /** Which value of a secret stands at the place of a row. */
    ValueMark mark(RowKey row, SecretValue value, Entry of) throws VaultException {
        return new ValueMark(fingerprint(row, value), of.valueVersion());
    }

    private static VaultException changed() {
        return new VaultException(new Failure.ChangedMeanwhile());
    }
}
