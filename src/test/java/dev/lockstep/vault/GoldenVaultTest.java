package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenVaultTest {
    @TempDir
    private Path folder;

    static Path copyTo(Path folder, int format) throws IOException {
        Path copy = folder.resolve("golden.lockstep");
        try (InputStream golden = GoldenVaultTest.class.getResourceAsStream("golden-" + format + ".lockstep")) {
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
    @ValueSource(ints = {1, 2})
    void everyFieldOfEverySecretIsAsItWasWritten(int format) throws Exception {
        Path file = copyTo(folder, format);
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
    @ValueSource(ints = {1, 2})
    void collectionsLayoutAndDraftsAreAsTheyWereWritten(int format) throws Exception {
        Path file = copyTo(folder, format);
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
    @ValueSource(ints = {1, 2})
    void theRecoveryCodeOpensItToo(int format) throws Exception {
        Path file = copyTo(folder, format);
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
}
