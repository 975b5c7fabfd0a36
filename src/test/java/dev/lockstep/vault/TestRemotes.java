package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameMapping;
import java.util.Map;
import java.util.TreeMap;

/** Remotes for tests; the vault has no idea what their texts mean. */
public final class TestRemotes {
    public static final String VENDOR = "voximplant";
    public static final String CREDENTIAL = "{\"account_id\":7, \"private_key\":\"-----BEGIN\\n\"}\n";

    private TestRemotes() {}

    public static RemoteDetails details(String name, String place) {
        return new RemoteDetails(
                name,
                place,
                NameMapping.UPPER_SNAKE,
                "ACME_",
                Map.of("address", "https://" + place, "application", "7"));
    }

    /** Adds one to the first collection, with one credential. */
    public static Remote add(OpenVault vault, String name, String place) throws VaultException {
        try (SecretValue json = TestVaults.value(CREDENTIAL)) {
            return vault.remotes()
                    .add(TestVaults.collection(vault), VENDOR, details(name, place), Map.of("credentials-json", json));
        }
    }

    /** The credentials as texts, by their ids. */
    public static Map<String, String> credentials(OpenVault vault, Remote remote) throws VaultException {
        Map<String, String> texts = new TreeMap<>();
        vault.remotes().credentials(remote.id()).forEach((id, value) -> texts.put(id, TestVaults.text(value)));
        return texts;
    }
}
