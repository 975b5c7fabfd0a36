package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A vault file with collections, for tests of whole command lines. */
final class MadeVault {
    private MadeVault() {}

    /** @param secrets values by collection and name */
    static Path of(Path file, Map<String, Map<String, String>> secrets) throws VaultException {
        try (OpenVault vault = TestVaults.create(file)) {
            for (Map.Entry<String, Map<String, String>> collection : secrets.entrySet()) {
                SecretCollection into = vault.collections().all().stream()
                        .filter(each -> each.name().equals(collection.getKey()))
                        .findFirst()
                        .orElse(null);
                if (into == null) {
                    into = vault.collections().add(collection.getKey(), "", NamingRules.FREE.id());
                }
                for (Map.Entry<String, String> secret : collection.getValue().entrySet()) {
                    try (SecretValue value =
                            SecretValue.taking(secret.getValue().getBytes(StandardCharsets.UTF_8))) {
                        vault.secrets().add(SecretDetails.named(into.id(), secret.getKey()), value);
                    }
                }
            }
        }
        return file;
    }
}
