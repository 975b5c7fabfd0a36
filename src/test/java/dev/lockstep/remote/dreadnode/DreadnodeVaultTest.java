package dev.lockstep.remote.dreadnode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.RemoteVault.Rights;
import dev.lockstep.remote.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One life at Dreadnode, and what is refused before a call. */
class DreadnodeVaultTest {
    private static final String SECRETS = "/api/v1/user/secrets";

    @Test
    void aSecretIsCreatedListedChangedAndDeleted() throws Exception {
        try (Account dreadnode = new Account();
                SecretValue first = Act.value("sk-proj-abc123456789");
                SecretValue second = Act.value("ghp_changed_changed_42x")) {
            assertEquals(Rights.READS, dreadnode.vault.greet().rights());

            RemoteSecret created = dreadnode.vault.create(NewSecret.of("OPENAI_API_KEY", first));

            assertEquals("OPENAI_API_KEY", created.name());
            assertEquals(Optional.of("openai"), created.provider());
            assertEquals(
                    Optional.of("sk-pro\u2022\u2022\u2022\u2022789"),
                    created.traces().mask());
            assertEquals(
                    Optional.of(Instant.parse("2026-04-15T12:00:00Z")),
                    created.traces().created());
            assertEquals(List.of(created), Act.all(dreadnode.vault));

            dreadnode.clock.step(Duration.ofMinutes(5));
            String id = created.id().orElseThrow();
            RemoteSecret updated = dreadnode
                    .vault
                    .updater()
                    .orElseThrow()
                    .update(id, Change.to(second))
                    .orElseThrow();

            assertEquals(
                    Optional.of("ghp_ch\u2022\u2022\u2022\u202242x"),
                    updated.traces().mask());
            assertEquals(created.traces().created(), updated.traces().created());
            assertEquals(
                    Optional.of(Instant.parse("2026-04-15T12:05:00Z")),
                    updated.traces().modified());
            assertTrue(dreadnode.simulator.holds("OPENAI_API_KEY", bytes("ghp_changed_changed_42x")));
            assertEquals(List.of(updated), Act.all(dreadnode.vault));
            dreadnode.vault.deleter().orElseThrow().delete(id);
            assertEquals(List.of(), Act.all(dreadnode.vault));
            assertEquals(new Trouble.NotFound(false), Act.DELETE.trouble(dreadnode.vault, id));
            assertEquals(new Trouble.NotFound(false), Act.UPDATE.trouble(dreadnode.vault, id));
            dreadnode.contract.requireClean();
        }
    }

    @Test
    void whatTheVendorDoesNotDocumentCannotBeAskedFor() throws Exception {
        try (Account dreadnode = new Account()) {
            assertEquals(Optional.empty(), dreadnode.vault.valueReader());
            assertEquals(Optional.empty(), dreadnode.vault.renamer());
            assertEquals(Optional.empty(), dreadnode.vault.inspector());
        }
    }

    @Test
    void aProviderIsProposedFromTheNameAndTheChosenOneIsSent() throws Exception {
        try (Account dreadnode = new Account();
                SecretValue value = Act.value("some value here")) {
            for (String[] preset : new String[][] {
                {"OPENAI_API_KEY", "openai"}, {"ANTHROPIC_API_KEY", "anthropic"}, {"GITHUB_TOKEN", "github"}
            }) {
                assertEquals(Optional.of(preset[1]), DreadnodeVault.proposedProvider(preset[0]));
                assertEquals(
                        Optional.of(preset[1]),
                        dreadnode.vault.create(NewSecret.of(preset[0], value)).provider());
            }
            assertEquals(Optional.empty(), DreadnodeVault.proposedProvider("openai_api_key"));
            assertEquals(
                    Optional.empty(),
                    dreadnode.vault.create(NewSecret.of("MY_KEY", value)).provider());
            NewSecret chosen = new NewSecret("MY_OTHER_KEY", value, Optional.of("ignored"), Optional.of("my own"));
            assertEquals(Optional.of("my own"), dreadnode.vault.create(chosen).provider());
            dreadnode.contract.requireClean();
        }
    }

    @Test
    void aNameThatIsTakenIsSaidSoAndNothingIsOverwritten() throws Exception {
        try (Account dreadnode = new Account()) {
            dreadnode.simulator.plant("GITHUB_TOKEN", "theirs");

            assertEquals(
                    new Trouble.AlreadyExists(Optional.empty()), Act.CREATE.trouble(dreadnode.vault, "GITHUB_TOKEN"));
            assertTrue(dreadnode.simulator.holds("GITHUB_TOKEN", bytes("theirs")));
            assertEquals(List.of("POST " + SECRETS + " 409"), dreadnode.watch.calls());
            dreadnode.contract.requireClean();
        }
    }

    @Test
    void namesThatDoNotFitAreRefusedBeforeACallInAnyLocale() throws Exception {
        Locale before = Locale.getDefault();
        try (Account dreadnode = new Account()) {
            for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("tr-TR"))) {
                Locale.setDefault(locale);
                for (String name : List.of(
                        "",
                        "2FA_KEY",
                        "API-KEY",
                        "API KEY",
                        "API.KEY",
                        "API/KEY",
                        "STRA\u00dfE",
                        "\u017fECRET",
                        "\ufb01LE",
                        "\u212aEY",
                        "AP\u0130",
                        "ap\u0131",
                        "KEY\n",
                        "A".repeat(256),
                        "\ud83d\ude00")) {
                    assertEquals(new Trouble.Refused(""), Act.CREATE.trouble(dreadnode.vault, name), name);
                }
            }
            assertEquals(List.of(), dreadnode.watch.calls());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesThatFitAreTakenInATurkishLocale() throws Exception {
        Locale before = Locale.getDefault();
        try (Account dreadnode = new Account();
                SecretValue value = Act.value("v")) {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            for (String name : List.of("i", "I", "_", "Stripe_Api_Key", "K".repeat(255))) {
                assertEquals(
                        name, dreadnode.vault.create(NewSecret.of(name, value)).name());
            }
            dreadnode.contract.requireClean();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anIdThatCouldLeadToAnotherPathIsNeverSent() throws Exception {
        try (Account dreadnode = new Account()) {
            for (String id : List.of("", ".", "..", "a/b", "%2e", "a?b", "\u212a", "a".repeat(101))) {
                assertEquals(new Trouble.Refused(""), Act.UPDATE.trouble(dreadnode.vault, id), id);
                assertEquals(new Trouble.Refused(""), Act.DELETE.trouble(dreadnode.vault, id), id);
            }
            assertEquals(List.of(), dreadnode.watch.calls());
        }
    }

    @Test
    void theAddressIsTheUsersOwn() throws Exception {
        try (Account dreadnode = new Account();
                DreadnodeVault there = Account.open(
                        dreadnode.simulator.address() + "/",
                        DreadnodeSimulator.TOKEN,
                        dreadnode.transport,
                        Account.impatient())) {
            assertEquals(List.of(), Act.all(there));
            for (String key : List.of("", "two words", "a\r\nb", "\u00fc")) {
                RemoteException refused = assertThrows(RemoteException.class, () -> dreadnode.as(key));
                assertEquals(new Trouble.Unauthorized(""), refused.trouble());
            }
        }
    }

    @Test
    void aWrongTokenIsSaidSoAndAClosedVaultMakesNoCall() throws Exception {
        try (Account dreadnode = new Account();
                DreadnodeVault stranger = dreadnode.as("wrong")) {
            for (Act act : Act.values()) {
                assertEquals(new Trouble.Unauthorized("Authentication failed"), act.trouble(stranger, "A_KEY"));
            }
            dreadnode.contract.requireClean();
            int calls = dreadnode.watch.calls().size();
            stranger.close();

            assertThrows(IllegalStateException.class, () -> stranger.list(secret -> {}));
            assertEquals(calls, dreadnode.watch.calls().size());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
