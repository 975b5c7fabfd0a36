package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Use cases where a small mistake would cost a vault. */
class UseCaseEdgesTest {
    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.in(folder);
    }

    @Test
    void noDraftCanKeepTheVaultFromOpening() throws Exception {
        String long60k = "d".repeat(60_000);
        try (OpenVault vault = sample.open(file)) {
            CollectionId collection = TestVaults.collection(vault);
            SecretDetails fits =
                    SecretDetails.named(collection, "n".repeat(5000)).withDescription(long60k);
            vault.drafts().keep(Optional.empty(), fits, null);
            SecretDetails tooLong = fits.withDescription("d".repeat(65_536));
            assertEquals(
                    new Failure.TooLarge(Failure.Field.DESCRIPTION, 65_535),
                    failureOf(() -> vault.drafts().keep(Optional.empty(), tooLong, null)));
            try (SecretValue large = SecretValue.copyOf(new byte[SecretValue.MAX_SIZE + 1])) {
                assertEquals(
                        new Failure.TooLarge(Failure.Field.VALUE, SecretValue.MAX_SIZE),
                        failureOf(() -> vault.drafts().keep(Optional.empty(), fits, large)));
            }
            SecretDetails half = SecretDetails.named(collection, "a\ud83d").withTags(List.of("\ude00"));
            vault.drafts().keep(Optional.empty(), half, null);
        }
        try (OpenVault vault = sample.open(file)) {
            List<Drafts.Draft> drafts = vault.drafts().all();
            assertEquals(3, drafts.size());
            assertEquals(long60k, drafts.get(1).details().description());
            assertEquals("a?", drafts.get(2).details().name());
        }
    }

    @Test
    void aRuleOrTitleThatIsTooLongIsRefused() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Failure tooLarge = new Failure.TooLarge(Failure.Field.COLLECTION, 100);
            assertEquals(tooLarge, failureOf(() -> vault.collections().add("A", "", "r".repeat(70_000))));
            assertEquals(tooLarge, failureOf(() -> vault.collections().add("A".repeat(101), "", "free")));
            Layout endless = new Layout(List.of("c".repeat(70_000)), List.of(1.0), Query.Order.NAME, false);
            assertThrows(IllegalArgumentException.class, () -> vault.layout(endless));
        }
        sample.open(file).close();
    }

    @Test
    void anImportThatNamesOneSecretThreeTimesKeepsTheLastValueAndOneStepOfHistory() throws Exception {
        try (OpenVault vault = sample.open(file);
                SecretValue one = TestVaults.value("one");
                SecretValue two = TestVaults.value("two");
                SecretValue three = TestVaults.value("three")) {
            CollectionId collection = TestVaults.collection(vault);
            List<Importing.Choice> addThenReplace =
                    List.of(Importing.Choice.ADD, Importing.Choice.REPLACE, Importing.Choice.REPLACE);
            vault.importing().write(collection, items("TWICE", one, two, three), addThenReplace, done -> {});
            assertEquals("three", Sample.value(vault, "TWICE"));
            assertEquals(1, Sample.entry(vault, "TWICE").versions());
            List<Importing.Choice> replace =
                    List.of(Importing.Choice.REPLACE, Importing.Choice.REPLACE, Importing.Choice.REPLACE);
            vault.importing().write(collection, items("TWICE", one, two, three), replace, done -> {});
            assertEquals(2, Sample.entry(vault, "TWICE").versions());
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals("three", Sample.value(vault, "TWICE"));
            vault.secrets().trash(List.of(Sample.entry(vault, "TWICE").id()));
        }
    }

    private static List<Importing.Item> items(String name, SecretValue... values) {
        return java.util.Arrays.stream(values)
                .map(value -> new Importing.Item(name, value, ""))
                .toList();
    }

    @Test
    void nothingIsMovedToACollectionThatAnotherWindowRemoved() throws Exception {
        try (OpenVault one = sample.open(file);
                OpenVault two = sample.open(file)) {
            CollectionId zeta = one.collections().all().getLast().id();
            assertEquals("Zeta", one.collections().get(zeta).name());
            SecretCollection renamed = new SecretCollection(zeta, "Renamed", "", "free");
            two.collections().remove(zeta);
            assertEquals(
                    new Failure.Gone(),
                    failureOf(() -> one.secrets()
                            .move(List.of(Sample.entry(one, "ALPHA").id()), zeta)));
            assertEquals(new Failure.Gone(), failureOf(() -> one.collections().change(renamed)));
            assertEquals(1, one.collections().all().size());
        }
    }

    @Test
    void whatAnotherWindowChangedIsToldToTheListenersWhenItIsFound() throws Exception {
        try (OpenVault one = sample.open(file);
                OpenVault two = sample.open(file)) {
            AtomicInteger told = new AtomicInteger();
            Runnable end = one.onChange(told::incrementAndGet);
            TestVaults.add(two, "FROM_TWO", "x");
            assertEquals("alpha value", Sample.value(one, "ALPHA"));
            assertEquals(1, told.get());
            assertEquals("x", Sample.value(one, "FROM_TWO"));
            assertEquals(1, told.get());
            end.run();
        }
    }

    @Test
    void afterTheLockEveryUseCaseSaysSo() throws Exception {
        OpenVault vault = sample.open(file);
        Entry alpha = Sample.entry(vault, "ALPHA");
        CollectionId collection = alpha.collection();
        SecretCollection personal = vault.collections().get(collection);
        vault.close();
        Failure locked = new Failure.Locked();
        try (SecretValue value = TestVaults.value("x")) {
            SecretDetails details = SecretDetails.of(alpha);
            assertEquals(locked, failureOf(() -> vault.secrets().add(details, value)));
            assertEquals(locked, failureOf(() -> vault.secrets().edit(alpha, details, value)));
            assertEquals(locked, failureOf(() -> vault.secrets().move(List.of(alpha.id()), collection)));
            assertEquals(locked, failureOf(() -> vault.secrets().duplicate(alpha.id())));
            assertEquals(locked, failureOf(() -> vault.secrets().restore(List.of(alpha.id()))));
            assertEquals(locked, failureOf(() -> vault.collections().get(collection)));
            assertEquals(locked, failureOf(() -> vault.collections().change(personal)));
            assertEquals(locked, failureOf(() -> vault.collections().remove(collection)));
            assertEquals(locked, failureOf(() -> vault.drafts().keep(Optional.empty(), details, value)));
            assertEquals(
                    locked,
                    failureOf(() -> vault.importing()
                            .write(collection, items("X", value), List.of(Importing.Choice.ADD), done -> {})));
            Layout layout = new Layout(List.of(), List.of(), Query.Order.NAME, false);
            assertEquals(locked, failureOf(() -> vault.layout(layout)));
        }
    }

    @Test
    void aCostThatNoFileMayAskForMakesNoFile() throws Exception {
        Path made = folder.resolve("new.lockstep");
        for (KdfParameters cost : List.of(new KdfParameters(1024, 3, 4), new KdfParameters(65_536, 65, 1))) {
            try (Passphrase passphrase = TestVaults.passphrase("x");
                    SecretValue code = TestVaults.VAULTS.newRecoveryCode()) {
                assertEquals(
                        new Failure.KdfRefused(cost),
                        failureOf(() -> TestVaults.VAULTS.create(made, passphrase, code, cost, "Personal")));
            }
            assertTrue(Files.notExists(made));
        }
    }
}
