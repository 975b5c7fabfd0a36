package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit log tells of, in pages and as a whole. */
class AuditLogTest {
    @TempDir
    private Path folder;

    private OpenVault vault;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("v.lockstep"));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    /** The events since the vault was made, each with name and note. */
    private List<String> told() throws VaultException {
        return vault.audit().page(1, 1000).entries().stream()
                .skip(1)
                .map(entry -> (entry.event() + " " + entry.name() + " " + entry.note()).strip())
                .toList();
    }

    @Test
    void itTellsOfCollectionsByTheirTitles() throws Exception {
        SecretCollection acme = vault.collections().add("Acme", "staging", "free");
        vault.collections().change(new SecretCollection(acme.id(), "Acme", "production", "free"));
        vault.collections().change(new SecretCollection(acme.id(), "Acme", "production", "upper-snake"));
        vault.collections().remove(acme.id());

        assertEquals(
                List.of(
                        "COLLECTION_ADDED  Acme, staging",
                        "COLLECTION_CHANGED  Acme, staging \u2192 Acme, production",
                        "COLLECTION_CHANGED  Acme, production",
                        "COLLECTION_REMOVED  Acme, production"),
                told());
    }

    @Test
    void itTellsWhereSecretsWereMovedToAndWhatTheyWereCalled() throws Exception {
        Entry added = TestVaults.add(vault, "FIRST", "one");
        CollectionId acme = vault.collections().add("Acme", "", "free").id();
        vault.secrets().move(List.of(added.id()), acme);
        Entry moved = vault.catalog().entry(added.id()).orElseThrow();
        vault.secrets().edit(moved, SecretDetails.of(moved).withName("SECOND"));
        vault.secrets().duplicate(added.id());

        assertEquals(
                List.of(
                        "ADDED FIRST",
                        "COLLECTION_ADDED  Acme",
                        "MOVED FIRST Acme",
                        "EDITED SECOND FIRST",
                        "ADDED SECOND_COPY SECOND"),
                told());
    }

    @Test
    void everyUseOfAValueIsToldEvenWithinOneMillisecond() throws Exception {
        GoldenVault.Hours still = new GoldenVault.Hours();
        Path file = folder.resolve("still.lockstep");
        Vaults vaults = new Vaults(still, new java.security.SecureRandom(), TestState.FOLDER);
        try (var passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode();
                OpenVault standing = vaults.create(file, passphrase, code, TestVaults.CHEAP, "Personal")) {
            SecretId id = TestVaults.add(standing, "KEY", "one").id();
            standing.secrets().reveal(id).close();
            standing.secrets().copy(id).close();
            standing.secrets().copy(id).close();
            List<AuditEvent> events = standing.audit().page(2, 10).entries().stream()
                    .map(AuditEntry::event)
                    .toList();
            assertEquals(List.of(AuditEvent.ADDED, AuditEvent.REVEALED, AuditEvent.COPIED, AuditEvent.COPIED), events);
        }
    }

    @Test
    void pagesJoinWithoutGapOrOverlap() throws Exception {
        for (int i = 0; i < 40; i++) {
            TestVaults.add(vault, "KEY_" + i, "value");
        }
        long size = vault.audit().size();
        List<Long> numbers = new ArrayList<>();
        for (long from = 1; from <= size; from += 7) {
            AuditLog.Page page = vault.audit().page(from, 7);
            page.entries().forEach(entry -> numbers.add(entry.number()));
            assertEquals(List.of(), page.damage());
        }

        assertEquals(41, size);
        assertEquals(java.util.stream.LongStream.rangeClosed(1, size).boxed().toList(), numbers);
        assertEquals(new AuditLog.Page(List.of(), List.of()), vault.audit().page(size + 1, 10));
    }

    @Test
    void aCheckOfALongLogTellsHowFarItIs() throws Exception {
        SecretId id = TestVaults.add(vault, "KEY", "value").id();
        for (int i = 0; i < 250; i++) {
            vault.secrets().copy(id).close();
        }
        List<String> told = new ArrayList<>();

        assertEquals(List.of(), vault.audit().check((done, total) -> told.add(done + "/" + total)));
        assertEquals(List.of("200/252", "252/252"), told);
    }

    @Test
    void aCheckFollowsWhatIsAddedMeanwhile() throws Exception {
        SecretId id = TestVaults.add(vault, "KEY", "value").id();
        for (int i = 0; i < 200; i++) {
            vault.secrets().copy(id).close();
        }
        AtomicLong last = new AtomicLong();

        List<AuditLog.Damage> damage = vault.audit().check((done, total) -> {
            if (last.getAndSet(done) == 0) {
                try {
                    vault.secrets().copy(id).close();
                } catch (VaultException e) {
                    throw new AssertionError(e);
                }
            }
        });

        assertEquals(List.of(), damage);
        assertEquals(203, last.get());
    }

    @Test
    void aCheckCanBeInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> vault.audit().check((done, total) -> {}));
        assertFalse(Thread.interrupted());
    }

    @Test
    void anExportIsNotedWithItsFileAndAsNoSecret() throws Exception {
        vault.audit().exported("x".repeat(2000));
        AuditEntry entry = vault.audit().page(2, 1).entries().getFirst();

        assertEquals(AuditEvent.EXPORTED, entry.event());
        assertEquals(0, entry.count());
        assertEquals(Optional.empty(), entry.subject());
        assertEquals("x".repeat(AuditEntry.MAX_NOTE), entry.note());
    }

    @Test
    void aFilterAsksForAllWordsInNameOrNoteIgnoringCase() {
        AuditEntry entry = new AuditEntry(
                7,
                Instant.parse("2026-05-02T12:00:00Z"),
                AuditEvent.EDITED,
                Optional.empty(),
                1,
                "STRASSE_KEY",
                "Acme");
        Set<AuditEvent> all = EnumSet.allOf(AuditEvent.class);
        Instant ever = Instant.EPOCH;

        assertTrue(new AuditFilter("", all, Optional.empty(), ever).accepts(entry));
        assertTrue(new AuditFilter("  strasse\t acme ", all, Optional.empty(), ever).accepts(entry));
        assertFalse(new AuditFilter("strasse beta", all, Optional.empty(), ever).accepts(entry));
        assertFalse(
                new AuditFilter("keyacme", all, Optional.empty(), ever).accepts(entry), "name and note are two texts");
        assertFalse(new AuditFilter("", EnumSet.of(AuditEvent.COPIED), Optional.empty(), ever).accepts(entry));
        assertTrue(new AuditFilter("", all, Optional.empty(), entry.when()).accepts(entry));
        assertFalse(new AuditFilter("", all, Optional.empty(), entry.when().plusMillis(1)).accepts(entry));
    }

    @Test
    void anEventOfALaterVersionIsNoDamage() throws Exception {
        AuditEntry entry = new AuditEntry(1, Instant.EPOCH, AuditEvent.OTHER, Optional.empty(), 1, "KEY", "note");
        byte[] content = AuditCodec.encode(new AuditCodec.Link(entry, new byte[AuditCodec.CHAIN_SIZE]));
        content[9] = (byte) 200;

        assertEquals(entry, AuditCodec.decode(1, content).entry());
    }

    @Test
    void noTwoEventsHaveTheSameNumber() {
        List<Integer> numbers =
                EnumSet.allOf(AuditEvent.class).stream().map(AuditEvent::number).toList();
        assertEquals(numbers.size(), Set.copyOf(numbers).size());
        numbers.forEach(number -> assertEquals(number, AuditEvent.of(number).number()));
    }
}
