package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("acme.lockstep");
    }

    static Failure failureOf(Executable action) {
        return assertThrows(VaultException.class, action).failure();
    }

    @Test
    void whatWasSavedIsThereAfterUnlockByteForByte() throws Exception {
        byte[] value = new byte[SecretValue.MAX_SIZE];
        new Random(7).nextBytes(value);
        SecretDetails details;
        try (OpenVault vault = TestVaults.create(file);
                SecretValue secret = SecretValue.copyOf(value)) {
            details = new SecretDetails(
                    TestVaults.collection(vault),
                    "SIGNING_KEY",
                    "For the gateway.\nRotate with the certificate.",
                    List.of("prod", "Zürich", "鍵"),
                    Entry.Kind.CERTIFICATE,
                    true,
                    Optional.of(LocalDate.of(2027, 3, 1)),
                    30);
            vault.secrets().add(details, secret);
        }
        try (OpenVault vault = TestVaults.unlock(file)) {
            Entry entry = vault.catalog().find(Query.ALL).entry(0).orElseThrow();
            assertEquals(details, SecretDetails.of(entry));
            assertEquals(value.length, entry.size());
            assertEquals(1, entry.versions());
            try (SecretValue back = vault.secrets().reveal(entry.id())) {
                back.use(bytes -> {
                    assertArrayEquals(value, bytes);
                    return true;
                });
            }
            assertTrue(vault.catalog()
                    .entry(entry.id())
                    .orElseThrow()
                    .lastRevealed()
                    .isPresent());
        }
    }

    @Test
    void aWrongPassphraseLeavesTheVaultLocked() throws Exception {
        TestVaults.create(file).close();
        try (LockedVault locked = TestVaults.VAULTS.open(file);
                Passphrase wrong = TestVaults.passphrase("incorrect horse battery staple")) {
            assertEquals(new Failure.WrongPassword(), failureOf(() -> locked.unlock(wrong)));
            assertEquals(new Failure.WrongPassword(), failureOf(() -> locked.unlock(wrong)));
        }
        TestVaults.unlock(file).close();
    }

    @Test
    void theRecoveryCodeOpensTheVaultHoweverItIsTyped() throws Exception {
        String typed;
        try (SecretValue code = TestVaults.VAULTS.newRecoveryCode();
                Passphrase passphrase = TestVaults.passphrase("some long password")) {
            TestVaults.VAULTS
                    .create(file, passphrase, code, TestVaults.CHEAP, "Personal")
                    .close();
            typed = TestVaults.text(code.copy());
        }
        assertTrue(typed.matches("([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}"), typed);
        List<String> forms = List.of(
                typed,
                typed.toLowerCase(java.util.Locale.ROOT),
                typed.replace("-", ""),
                typed.replace('-', ' '),
                typed.replace('0', 'o').replace('1', 'l'));
        for (String form : forms) {
            try (LockedVault locked = TestVaults.VAULTS.open(file);
                    SecretValue code = TestVaults.value(form)) {
                locked.unlockWithRecoveryCode(code).close();
            }
        }
        try (LockedVault locked = TestVaults.VAULTS.open(file);
                SecretValue mistyped = TestVaults.value((typed.charAt(0) == '2' ? '3' : '2') + typed.substring(1));
                SecretValue foreign = TestVaults.VAULTS.newRecoveryCode()) {
            assertEquals(new Failure.RecoveryCodeMistyped(), failureOf(() -> locked.unlockWithRecoveryCode(mistyped)));
            assertEquals(new Failure.WrongPassword(), failureOf(() -> locked.unlockWithRecoveryCode(foreign)));
        }
    }

    @Test
    void aNameIsUniqueInItsCollectionAndFreeInAnotherAndInTheTrash() throws Exception {
        try (OpenVault vault = TestVaults.create(file)) {
            Entry first = TestVaults.add(vault, "TOKEN", "a");
            assertEquals(new Failure.NameTaken(), failureOf(() -> TestVaults.add(vault, "TOKEN", "b")));
            CollectionId other =
                    vault.collections().add("Zeta", "staging", "free").id();
            try (SecretValue value = TestVaults.value("c")) {
                Entry elsewhere = vault.secrets().add(SecretDetails.named(other, "TOKEN"), value);
                assertEquals(
                        new Failure.NameTaken(),
                        failureOf(() -> vault.secrets().move(List.of(elsewhere.id()), first.collection())));
            }
            vault.secrets().trash(List.of(first.id()));
            TestVaults.add(vault, "TOKEN", "d");
            assertEquals(
                    "TOKEN_RESTORED",
                    vault.secrets().restore(List.of(first.id())).getFirst().name());
        }
    }

    @Test
    void anEditKeepsTheFormerValuesUpToTheLimit() throws Exception {
        try (OpenVault vault = TestVaults.create(file)) {
            Entry entry = TestVaults.add(vault, "TOKEN", "0");
            for (int i = 1; i <= Policy.DEFAULT.historyKept() + 5; i++) {
                try (SecretValue value = TestVaults.value("value " + i)) {
                    entry = vault.secrets().edit(entry, SecretDetails.of(entry), value);
                }
            }
            assertEquals(Policy.DEFAULT.historyKept() + 1, entry.versions());
            assertEquals("value 25", TestVaults.text(vault.secrets().reveal(entry.id())));
        }
        try (OpenVault vault = TestVaults.unlock(file)) {
            assertEquals(1, vault.catalog().counts().all());
        }
    }

    @Test
    void anEditOfSomethingChangedMeanwhileIsRefusedButARevealInBetweenIsNoChange() throws Exception {
        try (OpenVault vault = TestVaults.create(file)) {
            Entry opened = TestVaults.add(vault, "TOKEN", "a");
            vault.secrets().reveal(opened.id()).close();
            Entry renamed = vault.secrets().edit(opened, SecretDetails.named(opened.collection(), "TOKEN_2"));
            assertEquals(
                    new Failure.ChangedMeanwhile(),
                    failureOf(() -> vault.secrets().edit(opened, SecretDetails.of(opened))));
            assertEquals(
                    "TOKEN_2", vault.catalog().entry(renamed.id()).orElseThrow().name());
        }
    }

    @Test
    void twoOpenWindowsSeeEachOthersChangesBeforeTheyWrite() throws Exception {
        try (OpenVault one = TestVaults.create(file);
                OpenVault two = TestVaults.unlock(file)) {
            Entry entry = TestVaults.add(one, "FROM_ONE", "1");
            assertEquals(new Failure.NameTaken(), failureOf(() -> TestVaults.add(two, "FROM_ONE", "2")));
            TestVaults.add(two, "FROM_TWO", "2");
            assertEquals(2, two.catalog().counts().all());
            assertEquals("1", TestVaults.text(two.secrets().peek(entry.id())));
            TestVaults.add(one, "AGAIN", "3");
            assertEquals(3, one.catalog().counts().all());
        }
        try (OpenVault vault = TestVaults.unlock(file)) {
            assertEquals(3, vault.catalog().counts().all());
        }
    }

    @Test
    void importComparesAndWritesInOneTransactionOrNotAtAll() throws Exception {
        try (OpenVault vault = TestVaults.create(file)) {
            CollectionId collection = TestVaults.collection(vault);
            TestVaults.add(vault, "SAME", "same");
            TestVaults.add(vault, "OTHER", "old");
            List<Importing.Item> items = List.of(
                    new Importing.Item("SAME", TestVaults.value("same"), ""),
                    new Importing.Item("OTHER", TestVaults.value("new"), ""),
                    new Importing.Item("FRESH", TestVaults.value("fresh"), "from a file"));
            assertEquals(
                    List.of(Importing.Comparison.SAME, Importing.Comparison.DIFFERS, Importing.Comparison.NEW),
                    vault.importing().compare(collection, items));
            List<Importing.Choice> clash = List.of(Importing.Choice.SKIP, Importing.Choice.ADD, Importing.Choice.ADD);
            assertEquals(
                    new Failure.NameTaken(),
                    failureOf(() -> vault.importing().write(collection, items, clash, done -> {})));
            assertEquals(2, vault.catalog().counts().all());
            assertThrows(
                    InterruptedException.class,
                    () -> vault.importing()
                            .write(
                                    collection,
                                    items,
                                    List.of(Importing.Choice.SKIP, Importing.Choice.REPLACE, Importing.Choice.ADD),
                                    done -> {
                                        if (done == 2) {
                                            Thread.currentThread().interrupt();
                                        }
                                    }));
            assertEquals(2, vault.catalog().counts().all());
            List<Integer> progress = new ArrayList<>();
            vault.importing()
                    .write(
                            collection,
                            items,
                            List.of(Importing.Choice.SKIP, Importing.Choice.REPLACE, Importing.Choice.ADD),
                            progress::add);
            assertEquals(List.of(1, 2, 3), progress);
            items.forEach(item -> item.value().close());
        }
        try (OpenVault vault = TestVaults.unlock(file)) {
            Catalog.Hits hits = vault.catalog().find(Query.ALL);
            assertEquals(3, hits.size());
            assertEquals("FRESH", hits.entry(0).orElseThrow().name());
            assertEquals("from a file", hits.entry(0).orElseThrow().description());
            assertEquals("new", TestVaults.text(vault.secrets().peek(hits.id(1))));
            assertEquals(2, hits.entry(1).orElseThrow().versions());
        }
    }

    @Test
    void anUnsavedEditSurvivesTheLock() throws Exception {
        SecretDetails details;
        try (OpenVault vault = TestVaults.create(file);
                SecretValue typed = TestVaults.value("half a val")) {
            details =
                    SecretDetails.named(TestVaults.collection(vault), "DRAFTED").withDescription("later");
            vault.drafts().keep(Optional.empty(), details, typed);
        }
        try (OpenVault vault = TestVaults.unlock(file)) {
            Drafts.Draft draft = vault.drafts().all().getFirst();
            assertEquals(details, draft.details());
            assertEquals(
                    "half a val",
                    TestVaults.text(vault.drafts().value(draft.id()).orElseThrow()));
            vault.drafts().discard(draft.id());
            assertTrue(vault.drafts().all().isEmpty());
        }
    }

    @Test
    void deletingForGoodLeavesNothingAndOnlyWorksFromTheTrash() throws Exception {
        try (OpenVault vault = TestVaults.create(file)) {
            SecretId id = TestVaults.add(vault, "TOKEN", "a").id();
            vault.secrets().deleteForGood(List.of(id));
            assertEquals(1, vault.catalog().counts().all());
            vault.secrets().trash(List.of(id));
            assertEquals(1, vault.catalog().counts().trash());
            vault.secrets().deleteForGood(List.of(id));
            assertEquals(new Failure.Gone(), failureOf(() -> vault.secrets().peek(id)));
        }
        try (OpenVault vault = TestVaults.unlock(file)) {
            assertEquals(0, vault.catalog().counts().trash());
        }
    }

    @Test
    void afterLockEveryCallFailsAndTheCatalogIsEmpty() throws Exception {
        OpenVault vault = TestVaults.create(file);
        SecretId id = TestVaults.add(vault, "TOKEN", "a").id();
        Catalog.Hits hits = vault.catalog().find(Query.ALL);
        vault.close();
        vault.close();
        assertEquals(new Failure.Locked(), failureOf(() -> vault.secrets().reveal(id)));
        assertEquals(new Failure.Locked(), failureOf(() -> vault.secrets().trash(List.of(id))));
        assertTrue(hits.entry(0).isEmpty());
        assertEquals(0, vault.catalog().find(Query.ALL).size());
    }

    @Test
    void theFileIsTheOwnersOnlyAndNothingElseIsLeftInTheFolder() throws Exception {
        OpenVault vault = TestVaults.create(file);
        TestVaults.add(vault, "TOKEN", "a");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
                        each.toString());
            }
        }
        vault.close();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void creatingNeverReplacesAFile() throws Exception {
        Files.writeString(file, "mine");
        assertEquals(new Failure.FileExists(), failureOf(() -> TestVaults.create(file)));
        assertEquals("mine", Files.readString(file));
        assertEquals(
                new Failure.FileMissing(),
                failureOf(() -> TestVaults.create(folder.resolve("no/such/folder/a.lockstep"))));
    }

    @Test
    void tagsAndFavouritesChangeInBulk() throws Exception {
        try (OpenVault vault = TestVaults.create(file)) {
            List<SecretId> ids = List.of(
                    TestVaults.add(vault, "A", "a").id(),
                    TestVaults.add(vault, "B", "b").id());
            vault.secrets().tag(ids, Set.of("prod"), Set.of());
            vault.secrets().favourite(ids, true);
            assertEquals(2, vault.catalog().counts().tags().get("prod"));
            assertEquals(2, vault.catalog().counts().favourites());
            vault.secrets().tag(ids.subList(0, 1), Set.of("eu"), Set.of("prod"));
            assertEquals(
                    List.of("eu"),
                    vault.catalog().entry(ids.getFirst()).orElseThrow().tags());
            assertEquals(1, vault.catalog().counts().tags().get("prod"));
        }
    }

    @Test
    void collectionsAreAddedChangedAndRemovedWhenEmpty() throws Exception {
        try (OpenVault vault = TestVaults.create(file)) {
            SecretCollection acme = vault.collections().add("Acme", "production", "upper-snake");
            assertEquals(
                    new Failure.NameTaken(), failureOf(() -> vault.collections().add("Acme", "production", "free")));
            vault.collections().change(new SecretCollection(acme.id(), "Acme Inc", "production", "free"));
            assertEquals(
                    "Acme Inc, production", vault.collections().get(acme.id()).title());
            SecretId id = TestVaults.add(vault, "A", "a").id();
            vault.secrets().move(List.of(id), acme.id());
            assertEquals(
                    new Failure.CollectionNotEmpty(),
                    failureOf(() -> vault.collections().remove(acme.id())));
            vault.secrets().trash(List.of(id));
            vault.secrets().deleteForGood(List.of(id));
            vault.collections().remove(acme.id());
            assertEquals(1, vault.collections().all().size());
            assertEquals(
                    new Failure.CollectionNotEmpty(),
                    failureOf(() -> vault.collections().remove(TestVaults.collection(vault))));
            assertFalse(vault.collections().all().isEmpty());
        }
    }
}
