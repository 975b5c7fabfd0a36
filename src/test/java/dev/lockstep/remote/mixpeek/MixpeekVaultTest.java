package dev.lockstep.remote.mixpeek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.RemoteVault.Rights;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One life at Mixpeek, and what is refused before a call. */
class MixpeekVaultTest {
    private static final String SECRETS = "/v1/organizations/secrets";

    @Test
    void aSecretIsCreatedListedChangedAndDeleted() throws Exception {
        try (Organization mixpeek = new Organization();
                SecretValue first = Act.value("sk-proj-abc123def456ghi789");
                SecretValue second = Act.value("another")) {
            assertEquals(Rights.READS, mixpeek.vault.greet().rights());
            assertEquals(List.of(), Act.all(mixpeek.vault));

            RemoteSecret created = mixpeek.vault.create(NewSecret.of("openai_api_key", first));

            assertEquals(RemoteSecret.named("openai_api_key"), created);
            assertEquals(List.of(created), Act.all(mixpeek.vault));
            assertTrue(mixpeek.simulator.holds("openai_api_key", bytes("sk-proj-abc123def456ghi789")));

            Optional<RemoteSecret> updated =
                    mixpeek.vault.updater().orElseThrow().update("openai_api_key", Change.to(second));

            assertEquals(Optional.of(created), updated);
            assertTrue(mixpeek.simulator.holds("openai_api_key", bytes("another")));
            mixpeek.vault.deleter().orElseThrow().delete("openai_api_key");
            assertEquals(List.of(), Act.all(mixpeek.vault));
            assertEquals(new Trouble.NotFound(false), Act.DELETE.trouble(mixpeek.vault, "openai_api_key"));
            assertEquals(new Trouble.NotFound(false), Act.UPDATE.trouble(mixpeek.vault, "openai_api_key"));
            mixpeek.contract.requireClean();
        }
    }

    @Test
    void whatTheVendorDoesNotDocumentCannotBeAskedFor() throws Exception {
        try (Organization mixpeek = new Organization()) {
            assertEquals(Optional.empty(), mixpeek.vault.valueReader());
            assertEquals(Optional.empty(), mixpeek.vault.renamer());
            assertEquals(Optional.empty(), mixpeek.vault.inspector());
        }
    }

    @Test
    void aNameThatIsTakenIsConfirmedByAListAndNothingIsOverwritten() throws Exception {
        try (Organization mixpeek = new Organization()) {
            mixpeek.simulator.plant("github_pat", "theirs");

            assertEquals(
                    new Trouble.AlreadyExists(Optional.of("github_pat")),
                    Act.CREATE.trouble(mixpeek.vault, "github_pat"));
            assertTrue(mixpeek.simulator.holds("github_pat", bytes("theirs")));
            assertEquals(List.of("POST " + SECRETS + " 409", "GET " + SECRETS + " 200"), mixpeek.watch.calls());
            mixpeek.contract.requireClean();
        }
    }

    @Test
    void aReaderMayListAndIsForbiddenToWrite() throws Exception {
        try (Organization mixpeek = new Organization();
                MixpeekVault reader = mixpeek.as(MixpeekSimulator.READER_KEY);
                MixpeekVault stranger = mixpeek.as("sk_unknown")) {
            mixpeek.simulator.plant("weather_api_key", "theirs");

            assertEquals(1, Act.all(reader).size());
            for (Act act : List.of(Act.CREATE, Act.UPDATE, Act.DELETE)) {
                assertEquals(
                        new Trouble.Forbidden("ADMIN permission required"), act.trouble(reader, "weather_api_key"));
            }
            assertEquals(new Trouble.Unauthorized("Invalid API key"), Act.LIST.trouble(stranger, ""));
            mixpeek.contract.requireClean();
        }
    }

    @Test
    void namesThatDoNotFitAreRefusedBeforeACallInAnyLocale() throws Exception {
        Locale before = Locale.getDefault();
        try (Organization mixpeek = new Organization()) {
            for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("tr-TR"))) {
                Locale.setDefault(locale);
                for (String name : List.of(
                        "",
                        "API_KEY",
                        "Api_key",
                        "api-key",
                        "api key",
                        "api.key",
                        "api/key",
                        "stra\u00dfe",
                        "\u017fecret",
                        "\ufb01le",
                        "\u212aey",
                        "ap\u0131",
                        "\u0130d",
                        "key\n",
                        "a".repeat(101),
                        "\ud83d\ude00")) {
                    assertEquals(new Trouble.Refused(""), Act.CREATE.trouble(mixpeek.vault, name), name);
                }
            }
            assertEquals(List.of(), mixpeek.watch.calls());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesThatFitAreTakenInATurkishLocale() throws Exception {
        Locale before = Locale.getDefault();
        try (Organization mixpeek = new Organization();
                SecretValue value = Act.value("v")) {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            for (String name : List.of("i", "stripe_api_key", "2fa_key", "_", "a".repeat(100))) {
                assertEquals(
                        name, mixpeek.vault.create(NewSecret.of(name, value)).name());
            }
            mixpeek.contract.requireClean();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aForeignNameIsAddressedPercentEncoded() throws Exception {
        try (Organization mixpeek = new Organization();
                SecretValue value = Act.value("ours")) {
            Watch watch = new Watch();
            mixpeek.simulator.witnessedBy(watch);
            for (String name : List.of(
                    "Stripe Key", "a+b", "50%", "%2e%2e", "?x=1&y#z", "stra\u00dfe", "\ud83d\ude00;v=1", "...")) {
                mixpeek.simulator.plant(name, "theirs");
                mixpeek.vault.updater().orElseThrow().update(name, Change.to(value));
                assertTrue(mixpeek.simulator.holds(name, bytes("ours")), name);
                mixpeek.vault.deleter().orElseThrow().delete(name);
                assertFalse(mixpeek.simulator.holds(name, bytes("ours")), name);
            }
            assertTrue(watch.calls().contains("PUT " + SECRETS + "/Stripe%20Key 200"));
            assertTrue(watch.calls().contains("DELETE " + SECRETS + "/%252e%252e 200"));
        }
    }

    @Test
    void aNameThatCouldLeadToAnotherPathIsNeverSent() throws Exception {
        try (Organization mixpeek = new Organization()) {
            for (String name : List.of("", ".", "..", "a/b", "../api-keys", "..\\x", "a".repeat(101), "\ud800")) {
                assertEquals(new Trouble.Refused(""), Act.UPDATE.trouble(mixpeek.vault, name), name);
                assertEquals(new Trouble.Refused(""), Act.DELETE.trouble(mixpeek.vault, name), name);
            }
            assertEquals(List.of(), mixpeek.watch.calls());
        }
    }

    @Test
    void withoutAUsableKeyNothingIsOpened() throws Exception {
        try (Organization mixpeek = new Organization()) {
            for (String key : List.of("", " ", "sk\nX-Evil: 1", "sk_\u00fc", "two words", "sk_pasted\n", "nul\u0000")) {
                RemoteException refused = assertThrows(RemoteException.class, () -> mixpeek.as(key));
                assertEquals(new Trouble.Unauthorized(""), refused.trouble());
            }
        }
    }

    @Test
    void aClosedVaultMakesNoCallAndTheConnectionStaysTheCallers() throws Exception {
        try (Organization mixpeek = new Organization();
                SecretValue key = Act.value(MixpeekSimulator.ADMIN_KEY);
                Connection connection = new Connection(
                        Vendor.MIXPEEK, Map.of("address", mixpeek.simulator.address() + "/"), Map.of("api-key", key))) {
            MixpeekVault vault =
                    MixpeekVault.open(connection, mixpeek.transport, Organization.impatient(Clock.systemUTC()));
            assertEquals(List.of(), Act.all(vault));
            vault.close();
            vault.close();

            assertThrows(IllegalStateException.class, () -> vault.list(secret -> {}));
            assertEquals(1, mixpeek.watch.calls().size());
            assertEquals(MixpeekSimulator.ADMIN_KEY.length(), key.size());
            assertEquals('s', key.at(0));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
