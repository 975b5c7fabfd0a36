package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.KvQuirk;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.RemoteVault.Change;
import dev.lockstep.remote.RemoteVault.Rights;
import dev.lockstep.remote.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A secret from its creation to its end, every call and answer checked against the contract. */
class KvLifeTest {
    @Test
    void aSecretIsCreatedToldOfReadChangedAndDeleted() throws Exception {
        try (Bench bench = new Bench()) {
            live(bench, bench.open());
        }
    }

    @Test
    void aRoleDoesTheSameAsAToken() throws Exception {
        try (Bench bench = new Bench()) {
            live(bench, bench.openAsRole());
            assertEquals(1, bench.server.logins());
        }
    }

    @Test
    void fieldsThatOnlySomeVersionsAnswerAreLeftOut() throws Exception {
        try (Bench bench = new Bench(KvQuirk.EXTRA_FIELDS)) {
            RemoteVault vault = bench.open();
            vault.greet();
            Bench.create(vault, "A", "one");
            assertEquals(1, Bench.inspect(vault, "A").traces().version().orElseThrow());
            assertEquals(List.of("A"), Bench.names(vault));
        }
    }

    private static void live(Bench bench, RemoteVault vault) throws Exception {
        Instant before = bench.clock.instant().minusSeconds(1);
        assertEquals(Rights.READS_AND_WRITES, vault.greet().rights());
        assertEquals(List.of(), Bench.names(vault));

        RemoteSecret created = Bench.create(vault, "apps/web/KEY", "one");
        assertEquals(Optional.of("apps/web/KEY"), created.id());
        assertEquals(OptionalLong.of(1), created.traces().version());
        assertTrue(created.traces().created().orElseThrow().isAfter(before));

        assertEquals("one", Bench.read(vault, "apps/web/KEY"));
        assertEquals(List.of("apps/web/KEY"), Bench.names(vault));

        RemoteSecret changed = Bench.update(vault, "apps/web/KEY", "two", OptionalLong.of(1));
        assertEquals(OptionalLong.of(2), changed.traces().version());
        assertEquals("two", Bench.read(vault, "apps/web/KEY"));

        RemoteSecret told = Bench.inspect(vault, "apps/web/KEY");
        assertEquals(OptionalLong.of(2), told.traces().version());
        assertEquals(changed.traces().modified(), told.traces().modified());
        assertEquals(created.traces().created(), told.traces().created());
        assertFalse(told.traces().deleted());

        Bench.delete(vault, "apps/web/KEY");
        assertTrue(Bench.inspect(vault, "apps/web/KEY").traces().deleted());
        assertEquals(List.of("apps/web/KEY"), Bench.names(vault), "a list does not tell what is deleted");
        bench.requireClean();
    }

    @Test
    void whatASoftDeleteLeavesIsToldApartFromWhatNeverWasThere() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            Bench.create(vault, "A", "one");
            Bench.delete(vault, "A");
            for (boolean deleted : new boolean[] {true, false}) {
                String name = deleted ? "A" : "B";
                Trouble gone = new Trouble.NotFound(deleted);
                assertEquals(gone, Bench.trouble(() -> Bench.read(vault, name)));
                assertEquals(gone, Bench.trouble(() -> Bench.update(vault, name, "x", OptionalLong.empty())));
                assertEquals(gone, Bench.trouble(() -> Bench.update(vault, name, "x", OptionalLong.of(1))));
                assertEquals(gone, Bench.trouble(() -> Bench.delete(vault, name)));
            }
            assertEquals(new Trouble.NotFound(false), Bench.trouble(() -> Bench.inspect(vault, "B")));
            bench.requireClean();
        }
    }

    @Test
    void creatingNeverOverwritesAndComparesWithTheVersionAfterASoftDelete() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            Bench.create(vault, "A", "one");
            Trouble exists = new Trouble.AlreadyExists(Optional.of("A"));
            assertEquals(exists, Bench.trouble(() -> Bench.create(vault, "A", "two")));
            assertEquals("one", Bench.read(vault, "A"));

            Bench.delete(vault, "A");
            assertEquals(
                    OptionalLong.of(2), Bench.create(vault, "A", "two").traces().version());
            assertEquals("two", Bench.read(vault, "A"));

            bench.other("PUT", "destroy/A", "{\"versions\":[2]}");
            assertEquals(
                    OptionalLong.of(3),
                    Bench.create(vault, "A", "three").traces().version());
            bench.other("DELETE", "metadata/A", "");
            assertEquals(
                    OptionalLong.of(1),
                    Bench.create(vault, "A", "four").traces().version());
            bench.requireClean();
        }
    }

    @Test
    void aPathWithMetadataAloneIsNoSecretUntilItIsCreated() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            bench.other("POST", "metadata/A", "{\"custom_metadata\":{\"owner\":\"ops\"}}");
            assertEquals(new Trouble.NotFound(false), Bench.trouble(() -> Bench.inspect(vault, "A")));
            assertEquals(
                    OptionalLong.of(1), Bench.create(vault, "A", "one").traces().version());
        }
    }

    @Test
    void aWriteDependsOnTheVersionThatWasSeen() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault mine = bench.open();
            RemoteVault theirs = bench.open();
            Bench.create(mine, "A", "one");
            Bench.update(theirs, "A", "two", OptionalLong.of(1));
            assertEquals(
                    new Trouble.ChangedMeanwhile(),
                    Bench.trouble(() -> Bench.update(mine, "A", "three", OptionalLong.of(1))));
            assertEquals("two", Bench.read(mine, "A"));
            Bench.update(mine, "A", "three", OptionalLong.empty());
            assertEquals("three", Bench.read(mine, "A"));
        }
    }

    @Test
    void whatOthersKeepInSeveralKeysIsListedAndNeitherReadInPartNorOverwritten() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            List<String> foreign = List.of(
                    "{\"user\":\"u\",\"password\":\"p\"}",
                    "{\"value\":\"v\",\"other\":\"o\"}",
                    "{\"other\":\"o\",\"value\":\"v\"}",
                    "{\"value\":7}",
                    "{\"value\":{\"value\":\"v\"}}",
                    "{\"value\":null}",
                    "{}");
            for (int i = 0; i < foreign.size(); i++) {
                String name = "F" + i;
                bench.other("POST", "data/" + name, "{\"data\":" + foreign.get(i) + "}");
                Trouble refused = new Trouble.Refused(KvData.FOREIGN);
                assertEquals(refused, Bench.trouble(() -> Bench.read(vault, name)), foreign.get(i));
                assertEquals(refused, Bench.trouble(() -> Bench.update(vault, name, "x", OptionalLong.of(1))), name);
                assertEquals(
                        new Trouble.AlreadyExists(Optional.of(name)),
                        Bench.trouble(() -> Bench.create(vault, name, "x")));
                assertEquals(1, Bench.inspect(vault, name).traces().version().orElseThrow());
            }
            assertEquals(foreign.size(), Bench.names(vault).size());
        }
    }

    @Test
    void aDescriptionIsCustomMetadataBesideThatOfOthers() throws Exception {
        try (Bench bench = new Bench();
                SecretValue value = Bench.value("v")) {
            RemoteVault vault = bench.open();
            RemoteSecret created =
                    vault.create(new NewSecret("A", value, Optional.of("for\nthe shop"), Optional.empty()));
            assertEquals(Optional.of("for the shop"), created.description());
            bench.other("POST", "metadata/A", "{\"custom_metadata\":{\"owner\":\"ops\",\"description\":\"x\"}}");

            RemoteSecret changed = vault.updater()
                    .orElseThrow()
                    .update("A", new Change(value, Optional.of("y"), OptionalLong.of(1)))
                    .orElseThrow();
            assertEquals(Optional.of("y"), changed.description());
            assertEquals(Optional.of("y"), Bench.inspect(vault, "A").description());
            String there =
                    new String(bench.other("GET", "metadata/A", "").body(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(there.contains("\"owner\":\"ops\""), there);

            vault.updater().orElseThrow().update("A", new Change(value, Optional.of(""), OptionalLong.empty()));
            assertEquals(Optional.empty(), Bench.inspect(vault, "A").description());
            Optional<String> left = vault.updater()
                    .orElseThrow()
                    .update("A", new Change(value, Optional.empty(), OptionalLong.empty()))
                    .orElseThrow()
                    .description();
            assertEquals(Optional.empty(), left);
            bench.requireClean();
        }
    }

    @Test
    void aLongDescriptionIsCutWhereTheServerTakesNoMore() throws Exception {
        try (Bench bench = new Bench();
                SecretValue value = Bench.value("v")) {
            RemoteVault vault = bench.open();
            List<String> texts =
                    List.of("x".repeat(600), "\ud83d\ude00".repeat(600), "ы".repeat(600), " \u200b\u00a0 ");
            List<Integer> lengths = List.of(512, 256, 256, 0);
            for (int i = 0; i < texts.size(); i++) {
                String name = "D" + i;
                var told = vault.create(new NewSecret(name, value, Optional.of(texts.get(i)), Optional.empty()));
                assertEquals(lengths.get(i), told.description().orElse("").length());
                assertEquals(told.description(), Bench.inspect(vault, name).description());
            }
            bench.requireClean();
        }
    }

    @Test
    void folderNamespaceAndMountAreTheScope() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault all = bench.open();
            RemoteVault inner = bench.open(bench.server, Map.of("path", "/apps/web/"), Bench.TOKEN);
            RemoteVault other =
                    bench.open(bench.server, Map.of("namespace", "team-a", "mount", "secret/"), Bench.TOKEN);
            Bench.create(inner, "x/KEY", "v");
            assertEquals(List.of("x/KEY"), Bench.names(inner));
            assertEquals(List.of("apps/web/x/KEY"), Bench.names(all));
            assertEquals(List.of(), Bench.names(other));
            assertEquals(Optional.of("secret/apps/web"), inner.greet().scope());
            assertEquals(Optional.of("team-a/secret"), other.greet().scope());
            assertEquals(Optional.of("token-practice"), inner.greet().account());
            bench.requireClean();
        }
    }

    @Test
    void everyCallIsMarkedAgainstForgery() throws Exception {
        try (Bench bench = new Bench(KvQuirk.REQUEST_HEADER_REQUIRED)) {
            live(bench, bench.openAsRole());
        }
    }

    @Test
    void theContractIsReallyLookedAt() throws Exception {
        try (Bench bench = new Bench()) {
            bench.other("POST", "data/A", "{\"data\":{\"value\":\"v\"},\"cas\":0}");
            assertEquals(1, bench.breaches().size(), () -> bench.breaches().toString());
        }
    }

    @Test
    void theContractAndTheVaultTellTheSame() throws Exception {
        try (Bench bench = new Bench()) {
            RemoteVault vault = bench.open();
            assertEquals(
                    vault.contract().can(Capability.METADATA), vault.inspector().isPresent());
            assertEquals(
                    vault.contract().can(Capability.READ_VALUE),
                    vault.valueReader().isPresent());
            assertEquals(
                    vault.contract().can(Capability.UPDATE), vault.updater().isPresent());
            assertEquals(
                    vault.contract().can(Capability.RENAME), vault.renamer().isPresent());
            assertEquals(
                    vault.contract().can(Capability.DELETE), vault.deleter().isPresent());
        }
    }

    @Test
    void aClosedVaultMakesNoCalls() throws Exception {
        try (Bench bench = new Bench()) {
            for (RemoteVault vault : List.of(bench.open(), bench.openAsRole())) {
                vault.close();
                assertThrows(IllegalStateException.class, () -> Bench.names(vault));
                vault.close();
            }
            assertEquals(0, bench.asked.size());
            assertEquals("kv-v2", bench.open().toString());
        }
    }
}
