package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.History.Version;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The former values of a secret: listed, compared, shown, copied and restored. */
class HistoryTest {
    @TempDir
    private Path folder;

    private final GoldenVault.Hours clock = new GoldenVault.Hours();
    private OpenVault vault;
    private Entry entry;

    @BeforeEach
    void create() throws Exception {
        Vaults vaults = new Vaults(clock, new SecureRandom(), TestState.FOLDER);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("v.lockstep"), passphrase, code, TestVaults.CHEAP, "Personal");
        }
        entry = TestVaults.add(vault, "KEY", "first");
        change("the second", "third");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void change(String... values) throws VaultException {
        for (String text : values) {
            clock.pass();
            try (SecretValue value = TestVaults.value(text)) {
                entry = vault.secrets().edit(entry, SecretDetails.of(entry), value);
            }
        }
    }

    private List<Version> versions() throws VaultException {
        return vault.history().versions(entry.id());
    }

    private long number(int index) throws VaultException {
        return versions().get(index).version();
    }

    private String text(int index) throws VaultException {
        return TestVaults.text(vault.history().peek(entry.id(), number(index)));
    }

    private List<String> told(int last) throws VaultException {
        long size = vault.audit().size();
        return vault.audit().page(size - last + 1, last).entries().stream()
                .map(told -> told.event() + " " + told.name() + " " + told.note())
                .toList();
    }

    @Test
    void everyVersionIsToldWithItsDateOriginAndSizeTheNewestFirst() throws Exception {
        Instant begin = entry.created();
        assertEquals(
                List.of(
                        new Version(number(0), begin.plusSeconds(7200), Origin.TYPED, 5, true),
                        new Version(number(1), begin.plusSeconds(3600), Origin.TYPED, 10, false),
                        new Version(number(2), begin, Origin.TYPED, 5, false)),
                versions());
        assertEquals(List.of("third", "the second", "first"), List.of(text(0), text(1), text(2)));
        assertEquals(versions().getFirst(), vault.history().present(entry.id()));
    }

    @Test
    void duplicatesAndImportsTellHowTheyCame() throws Exception {
        Entry copy = vault.secrets().duplicate(entry.id());
        assertEquals(
                Stream.of(Origin.DUPLICATED).toList(),
                vault.history().versions(copy.id()).stream()
                        .map(Version::origin)
                        .toList());
        try (SecretValue value = TestVaults.value("imported")) {
            vault.importing()
                    .write(
                            entry.collection(),
                            List.of(new Importing.Item("KEY", value, "")),
                            List.of(Importing.Choice.REPLACE),
                            done -> {});
        }
        assertEquals(Origin.IMPORTED, versions().getFirst().origin());
    }

    @Test
    void comparingOpensBothAndNotesNothing() throws Exception {
        long before = vault.audit().size();
        change("first");
        assertEquals(new History.Comparison(true, 5, 5), vault.history().compare(entry.id(), number(0), number(3)));
        assertEquals(new History.Comparison(false, 5, 10), vault.history().compare(entry.id(), number(0), number(2)));
        assertEquals(before + 1, vault.audit().size(), "only the change is noted");
    }

    @Test
    void showingAndCopyingIsNotedWithTheDateOfAFormerValue() throws Exception {
        vault.history().reveal(entry.id(), number(2)).close();
        vault.history().copy(entry.id(), number(1)).close();
        vault.history().reveal(entry.id(), number(0)).close();
        vault.history().copy(entry.id(), number(0)).close();

        assertEquals(
                List.of(
                        "FORMER_REVEALED KEY " + versions().get(2).written(),
                        "COPIED KEY " + versions().get(1).written(),
                        "REVEALED KEY ",
                        "COPIED KEY "),
                told(4));
    }

    @Test
    void onlyThePresentValueCountsAsLastRevealed() throws Exception {
        vault.history().reveal(entry.id(), number(2)).close();
        assertTrue(
                vault.catalog().entry(entry.id()).orElseThrow().lastRevealed().isEmpty());
        vault.history().reveal(entry.id(), number(0)).close();
        assertEquals(
                clock.instant(),
                vault.catalog().entry(entry.id()).orElseThrow().lastRevealed().orElseThrow());
    }

    @Test
    void restoringIsAVersionOfItsOwnAndCanBeTakenBackTheSameWay() throws Exception {
        long third = number(0);
        Instant first = versions().get(2).written();
        clock.pass();
        entry = vault.history().restore(entry.id(), third, number(2));

        assertEquals("first", text(0));
        assertEquals(
                List.of(Origin.RESTORED, Origin.TYPED, Origin.TYPED, Origin.TYPED),
                versions().stream().map(Version::origin).toList());
        assertEquals(4, entry.versions());
        assertEquals(List.of("FORMER_RESTORED KEY " + first), told(1));

        assertEquals(number(0), entry.version());
        entry = vault.history().restore(entry.id(), entry.version(), third);
        assertEquals("third", text(0));
        assertEquals(5, versions().size());
    }

    @Test
    void aSecretThatWasChangedSinceIsNotOverwritten() throws Exception {
        long seen = number(0);
        change("fourth");
        assertEquals(
                new Failure.ChangedMeanwhile(), failureOf(() -> vault.history().restore(entry.id(), seen, number(2))));
        assertEquals("fourth", text(0));
    }

    @Test
    void whatIsBeyondTheLimitGoesWithTheNextChange() throws Exception {
        vault.history().keep(1);
        assertEquals(3, versions().size(), "nothing is deleted by the choice itself");
        change("fourth");
        assertEquals(List.of("fourth", "third"), List.of(text(0), text(1)));
        assertEquals(2, versions().size());
        vault.history().keep(0);
        change("fifth");
        assertEquals(1, versions().size());
        assertEquals("fifth", text(0));
        assertEquals(
                new Failure.FormerValueGone(), failureOf(() -> vault.history().peek(entry.id(), 3)));
    }

    @Test
    void choosingWhatHoldsAlreadyWritesNothing() throws Exception {
        long before = vault.audit().size();
        vault.history().keep(20);
        assertEquals(before, vault.audit().size());
        vault.history().keep(50);
        assertEquals(List.of("POLICY_CHANGED  history: 20 -> 50"), told(1));
    }
}
