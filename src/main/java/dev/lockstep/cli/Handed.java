package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.OpenVault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Values that are handed on once the vault is closed. Closing overwrites them. */
final class Handed implements AutoCloseable {
    private final Map<SecretId, SecretValue> values = new HashMap<>();

    /**
     * Opens values, of which the audit log tells.
     *
     * @param to whom they are handed, without any argument of it
     */
    static Handed open(OpenVault vault, Collection<SecretId> secrets, String to)
            throws VaultException, InterruptedException {
        List<SecretId> each = secrets.stream().distinct().toList();
        Handed handed = new Handed();
        boolean done = false;
        try {
            vault.exporting()
                    .<VaultException>each(
                            each, true, (entry, collection, value) -> handed.values.put(entry.id(), value.copy()));
            if (!each.isEmpty()) {
                vault.exporting().note(each, to);
            }
            done = true;
            return handed;
        } finally {
            if (!done) {
                handed.close();
            }
        }
    }

    SecretValue value(SecretId secret) {
        return Objects.requireNonNull(values.get(secret));
    }

    @Override
    public void close() {
        values.values().forEach(SecretValue::close);
    }
}
