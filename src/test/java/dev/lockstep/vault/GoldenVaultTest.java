package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RemoteId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenVaultTest {
    private static final String FINGERPRINT = "aa5423749f84733dfab54d6f7f6b0b700012dc05a931844584a2930157d34616";

    @TempDir
    private Path folder;

    static Path copyTo(Path folder, int format) throws IOException {
        return copyTo(folder, Integer.toString(format));
    }

    static Path copyTo(Path folder, String vault) throws IOException {
        Path copy = folder.resolve("golden.lockstep");
        try (InputStream golden = GoldenVaultTest.class.getResourceAsStream("golden-" + vault + ".lockstep")) {
            Files.copy(golden, copy);
        }
        return copy;
    }

    private OpenVault unlock(Path file) throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(GoldenVault.PASSWORD)) {
            return TestVaults.VAULTS.open(file).unlock(passphrase);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "2-remotes", "3"})
    void everyFieldOfEverySecretIsAsItWasWritten(String name) throws Exception {
        Path file = copyTo(folder, name);
        try (OpenVault vault = unlock(file)) {
            Instant now = GoldenVault.BEGIN;
            for (GoldenVault.Golden golden : GoldenVault.secrets()) {
                Instant created = now.plus(Duration.ofHours(1));
                now = now.plus(Duration.ofHours(golden.values().size()));
                Entry entry = find(vault, golden);
                assertEquals(golden.details().withCollection(collection(vault, golden)), SecretDetails.of(entry));
                assertEquals(created, entry.created());
                assertEquals(now, entry.modified());
                assertEquals(now, entry.valueChanged());
                assertEquals(golden.values().size(), entry.versions());
                assertEquals(golden.values().getLast().length, entry.size());
                now = now.plus(Duration.ofHours(1));
                assertEquals(golden.trashed() ? Optional.of(now) : Optional.empty(), entry.trashed());
                assertEquals(golden.values().size() > 1 ? Optional.of(now) : Optional.empty(), entry.lastRevealed());
                try (SecretValue value = vault.secrets().reveal(entry.id())) {
                    assertArrayEquals(golden.values().getLast(), value.use(byte[]::clone));
                }
            }
            assertEquals(6, vault.catalog().counts().all());
            assertEquals(1, vault.catalog().counts().trash());
        }
    }

    private static Entry find(OpenVault vault, GoldenVault.Golden golden) {
        Query.Scope scope = golden.trashed() ? new Query.Scope.Trash() : new Query.Scope.All();
        Catalog.Hits hits = vault.catalog().find(new Query(scope, "", Query.Order.ID, false));
        for (int i = 0; i < hits.size(); i++) {
            Entry entry = hits.entry(i).orElseThrow();
            if (entry.name().equals(golden.details().name())) {
                return entry;
            }
        }
        throw new AssertionError(golden.details().name());
    }

    private static dev.lockstep.model.CollectionId collection(OpenVault vault, GoldenVault.Golden golden) {
        return vault.collections().all().get(golden.acme() ? 0 : 1).id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "2-remotes", "3"})
    void collectionsLayoutAndDraftsAreAsTheyWereWritten(String golden) throws Exception {
        Path file = copyTo(folder, golden);
        try (OpenVault vault = unlock(file)) {
            List<SecretCollection> collections = vault.collections().all();
            assertEquals(
                    List.of("Acme, production", "Personal"),
                    collections.stream().map(SecretCollection::title).toList());
            assertEquals(
                    List.of("upper-snake", "free"),
                    collections.stream().map(SecretCollection::rule).toList());
            assertEquals(Optional.of(GoldenVault.LAYOUT), vault.layout());
            List<Drafts.Draft> drafts = vault.drafts().all();
            assertEquals(2, drafts.size());
            Drafts.Draft edit = drafts.getFirst();
            Entry edited = vault.catalog().entry(edit.of().orElseThrow().id()).orElseThrow();
            assertEquals("ROTATED", edited.name());
            assertEquals(edited.version() - 1, edit.of().orElseThrow().version());
            assertEquals(SecretDetails.of(edited), edit.details());
            assertEquals(edited.lastRevealed().orElseThrow(), edit.when());
            assertEquals(
                    GoldenVault.DRAFT_VALUE,
                    TestVaults.text(vault.drafts().value(edit.id()).orElseThrow()));
            Drafts.Draft fresh = drafts.getLast();
            assertEquals(Optional.empty(), fresh.of());
            assertEquals(GoldenVault.draft(collections.getFirst().id()), fresh.details());
            assertTrue(vault.drafts().value(fresh.id()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "2-remotes", "3"})
    void theRecoveryCodeOpensItToo(String golden) throws Exception {
        Path file = copyTo(folder, golden);
        try (SecretValue code = TestVaults.value(GoldenVault.RECOVERY_CODE);
                OpenVault vault = TestVaults.VAULTS.open(file).unlockWithRecoveryCode(code)) {
            assertEquals(
                    7, vault.catalog().counts().all() + vault.catalog().counts().trash());
            TestVaults.add(vault, "NEW", "value");
        }
        try (OpenVault vault = unlock(file)) {
            assertEquals(7, vault.catalog().counts().all());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2-remotes", "3"})
    void remotesAndWhatIsKnownOfThemAreAsTheyWereWritten(String golden) throws Exception {
        boolean older = !golden.equals("3");
        try (OpenVault vault = unlock(copyTo(folder, golden))) {
            List<Remote> remotes = vault.remotes().all();
            assertEquals(
                    List.of(GoldenVault.PAUSED, GoldenVault.PRODUCTION),
                    remotes.stream().map(Remote::details).toList());
            Remote production = remotes.getLast();
            assertEquals(Conduct.DEFAULT.withPaused(true), remotes.getFirst().conduct());
            assertEquals(older ? Conduct.DEFAULT : GoldenVault.CONDUCT, production.conduct());
            assertEquals(
                    "Acme, production",
                    vault.collections().get(production.collection()).title());
            assertEquals(
                    "{\"key\": \"\u9375\"}\n",
                    TestRemotes.credentials(vault, production).get("credentials-json"));
            assertEquals(
                    older ? SyncPolicy.DEFAULT : GoldenVault.SYNC_POLICY,
                    vault.sync().policy());
            assertEquals(
                    older ? Map.of() : Map.of(1L, "first, again", 2L, "", 3L, "long ".repeat(1000)),
                    TestSync.rows(vault, production));
            assertEquals(older ? Map.of() : Map.of(1L, "of the paused one"), TestSync.rows(vault, remotes.getFirst()));
            TestSync.put(vault, production.id(), 4, "goes on");
            assertEquals("goes on", TestSync.rows(vault, production).get(4L));
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aFingerprintIsWhatItWas() throws Exception {
        try (OpenVault vault = unlock(copyTo(folder, "3"));
                SecretValue value = TestVaults.value("a value\n")) {
            RemoteId production = vault.remotes().all().getLast().id();
            byte[] fingerprint = vault.sync().fingerprints().of(production, "NAME_\u9375", value);
            assertEquals(FINGERPRINT, HexFormat.of().formatHex(fingerprint));
        }
    }
}
