package dev.lockstep.ui.secrets;

import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.Secrets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What one field of several secrets was before a change and after it, so that each gets back exactly its own. Secrets that did not change are
 * left out.
 */
record FieldChange<F>(Field<F> field, Map<SecretId, F> before, Map<SecretId, F> after) {
    /** A part of the details. */
    record Field<F>(Function<Entry, F> of, BiFunction<SecretDetails, F, SecretDetails> with) {
        Map<SecretId, F> read(Collection<Entry> entries) {
            Map<SecretId, F> found = new LinkedHashMap<>();
            entries.forEach(entry -> found.put(entry.id(), of.apply(entry)));
            return found;
        }
    }

    static <F> FieldChange<F> between(Field<F> field, Map<SecretId, F> before, Map<SecretId, F> after) {
        Map<SecretId, F> former = new LinkedHashMap<>(before);
        former.entrySet().removeIf(one -> one.getValue().equals(after.get(one.getKey())));
        Map<SecretId, F> present = new LinkedHashMap<>(after);
        present.keySet().retainAll(former.keySet());
        former.keySet().retainAll(present.keySet());
        return new FieldChange<>(field, former, present);
    }

    /** @throws VaultException {@code ChangedMeanwhile} if a secret is not as it was before, {@code Gone} */
    void make(Secrets secrets) throws VaultException {
        turn(secrets, before, after);
    }

    /** @throws VaultException {@code ChangedMeanwhile} if a secret is not as the change left it, {@code Gone} */
    void unmake(Secrets secrets) throws VaultException {
        turn(secrets, after, before);
    }

    private void turn(Secrets secrets, Map<SecretId, F> from, Map<SecretId, F> to) throws VaultException {
        secrets.revise(from.keySet(), now -> {
            F wanted = to.get(now.id());
            if (wanted == null || !field.of().apply(now).equals(from.get(now.id()))) {
                throw new VaultException(new Failure.ChangedMeanwhile());
            }
            return field.with().apply(SecretDetails.of(now), wanted);
        });
    }
}
