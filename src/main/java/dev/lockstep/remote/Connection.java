package dev.lockstep.remote;

import dev.lockstep.cleartext.SecretValue;
import java.util.Map;
import java.util.Optional;

/**
 * What was filled in for one remote. Closing it wipes the credentials.
 *
 * @param settings by id of their {@link ContractField}: address, scope and options
 * @param credentials by id of their {@link ContractField}
 */
public record Connection(Vendor vendor, Map<String, String> settings, Map<String, SecretValue> credentials)
        implements AutoCloseable {
    public Connection {
        settings = Map.copyOf(settings);
        credentials = Map.copyOf(credentials);
    }

    /** What was filled in; empty if nothing was. */
    public Optional<String> setting(String field) {
        return Optional.ofNullable(settings.get(field)).filter(text -> !text.isEmpty());
    }

    /** One credential, which stays this connection's; empty if it was not filled in. */
    public Optional<SecretValue> credential(String field) {
        return Optional.ofNullable(credentials.get(field)).filter(value -> value.size() > 0);
    }

    @Override
    public void close() {
        credentials.values().forEach(SecretValue::close);
    }

    @Override
    public String toString() {
        return vendor.id();
    }
}
