package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static dev.lockstep.vault.TestRemotes.VENDOR;
import static dev.lockstep.vault.TestRemotes.details;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.naming.NameMapping;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remotes are kept with their credentials, which are opened for one use and stand nowhere else. */
class RemotesTest {
    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.olderIn(folder);
    }

    private static CollectionId collection(OpenVault vault, int number) {
        return vault.collections().all().get(number).id();
    }

    private static Remote add(OpenVault vault, RemoteDetails details, Map<String, SecretValue> credentials)
            throws Exception {
        return vault.remotes().add(TestVaults.collection(vault), VENDOR, details, credentials);
    }

    @Test
    void whatWasAddedIsThereAfterTheNextUnlock() throws Exception {
        Remote added;
        try (OpenVault vault = sample.open(file);
                SecretValue key = TestVaults.value("key \ud83d\udd11\n");
                SecretValue brand = TestVaults.value("\0")) {
            RemoteDetails details = new RemoteDetails(
                    " Acme, \u9375 ",
                    "voximplant\napi.example.com\n7",
                    NameMapping.LOWER_SNAKE,
                    "k_",
                    Map.of("address", "https://api.example.com", "application", " 7 ", "empty", ""));
            added = add(vault, details, Map.of("api-key", key, "brand", brand));
            assertEquals(details, added.details());
            assertEquals(Set.of("api-key", "brand"), added.credentials());
            assertFalse(added.paused());
            assertEquals(added.created(), added.changed());
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals(List.of(added), vault.remotes().all());
            assertEquals(added, vault.remotes().get(added.id()));
            assertEquals(Map.of("api-key", "key \ud83d\udd11\n", "brand", "\0"), TestRemotes.credentials(vault, added));
        }
    }

    @Test
    void theyAreListedByNameAndByCollection() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Remote beta = TestRemotes.add(vault, "beta", "b");
            Remote alpha = TestRemotes.add(vault, "Alpha", "a");
            Remote zeta = vault.remotes().add(collection(vault, 1), VENDOR, details("zeta", "z"), Map.of());
            assertEquals(List.of(alpha, beta, zeta), vault.remotes().all());
            assertEquals(List.of(alpha, beta), vault.remotes().of(alpha.collection()));
            assertEquals(List.of(zeta), vault.remotes().of(zeta.collection()));
            assertEquals(Optional.of(beta), vault.remotes().at(VENDOR, "b"));
            assertEquals(Optional.empty(), vault.remotes().at("mixpeek", "b"));
            RemoteId nobody = new RemoteId(new RowId(1, 2));
            assertEquals(new Failure.Gone(), failureOf(() -> vault.remotes().get(nobody)));
            assertEquals(new Failure.Gone(), failureOf(() -> vault.remotes().credentials(nobody)));
        }
    }

    @Test
    void credentialsAreKeptOrReplacedFieldByField() throws Exception {
        try (OpenVault vault = sample.open(file);
                SecretValue one = TestVaults.value("one");
                SecretValue two = TestVaults.value("two");
                SecretValue empty = TestVaults.value("")) {
            Remote first = add(vault, details("A", "a"), Map.of("key", one, "brand", one, "empty", empty));
            assertEquals(Set.of("key", "brand"), first.credentials());

            Remote second = vault.remotes()
                    .change(first, details("A", "a"), Map.of("key", two, "third", two), Set.of("brand", "unknown"));
            assertEquals(Map.of("key", "two", "brand", "one", "third", "two"), TestRemotes.credentials(vault, second));
            assertEquals(second, vault.remotes().get(first.id()));
            assertEquals(first.created(), second.created());

            Remote third = vault.remotes()
                    .change(second, details("A", "a"), Map.of("brand", two, "key", empty), Set.of("brand", "key"));
            assertEquals(Map.of("brand", "two", "key", "two"), TestRemotes.credentials(vault, third));

            Remote fourth = vault.remotes().change(third, details("A", "a"), Map.of("key", empty), Set.of());
            assertEquals(Set.of(), fourth.credentials());
            assertEquals(Map.of(), TestRemotes.credentials(vault, fourth));
            assertEquals("one", one.use(String::new), "what the caller gave stays the caller's");
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals(Set.of(), vault.remotes().all().getFirst().credentials());
        }
    }

    @Test
    void anEditOfAnOlderStateIsRefused() throws Exception {
        try (OpenVault one = sample.open(file);
                OpenVault two = sample.open(file)) {
            Remote base = TestRemotes.add(one, "A", "a");
            Remote newer = two.remotes().change(base, base.details(), Map.of(), Set.of());
            assertTrue(newer.changed().isAfter(base.changed()), "even within one tick of the clock");
            assertEquals(
                    new Failure.ChangedMeanwhile(),
                    failureOf(() -> one.remotes().change(base, details("B", "a"), Map.of(), base.credentials())));
            assertEquals("A", one.remotes().get(base.id()).name());
            one.remotes().pause(base.id());
            Remote named = two.remotes().change(newer, details("B", "a"), Map.of(), Set.of());
            assertTrue(named.paused(), "pausing is no edit, and an edit does not end it");
            two.remotes().remove(base.id());
            assertEquals(
                    new Failure.Gone(),
                    failureOf(() -> one.remotes().change(named, named.details(), Map.of(), Set.of())));
        }
    }

    @Test
    void aPausedRemoteKeepsEverythingElse() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Remote remote = TestRemotes.add(vault, "A", "a");
            Remote paused = vault.remotes().pause(remote.id());
            assertTrue(paused.paused());
            assertEquals(paused, vault.remotes().pause(remote.id()));
            assertEquals(paused, vault.remotes().get(remote.id()));
            assertEquals(
                    TestRemotes.CREDENTIAL,
                    TestRemotes.credentials(vault, paused).get("credentials-json"));
            assertEquals(remote, vault.remotes().resume(remote.id()));
            assertEquals(
                    List.of(AuditEvent.REMOTE_ADDED, AuditEvent.REMOTE_PAUSED, AuditEvent.REMOTE_RESUMED),
                    remoteEvents(vault));
        }
    }

    @Test
    void twoRemotesToOnePlaceOfAVendorAreRefusedInWhateverCollection() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Failure taken = new Failure.PlaceTaken();
            Remote first = TestRemotes.add(vault, "A", "here");
            CollectionId zeta = collection(vault, 1);
            assertEquals(taken, failureOf(() -> vault.remotes().add(zeta, VENDOR, details("B", "here"), Map.of())));
            Remote other = vault.remotes().add(zeta, "mixpeek", details("B", "here"), Map.of());
            Remote there = vault.remotes().add(zeta, VENDOR, details("A", "there"), Map.of());
            assertEquals(
                    taken, failureOf(() -> vault.remotes().change(there, details("A", "here"), Map.of(), Set.of())));
            vault.remotes().change(first, details("Renamed", "here"), Map.of(), Set.of());
            vault.remotes().change(there, details("A", "elsewhere"), Map.of(), Set.of());
            assertEquals(
                    Set.of("here", "elsewhere"),
                    vault.remotes().all().stream()
                            .map(remote -> remote.details().place())
                            .collect(Collectors.toSet()));
            assertEquals(other, vault.remotes().get(other.id()));
        }
    }

    @Test
    void aRemovedRemoteIsPutBackWithItsCredentials() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Remote remote = TestRemotes.add(vault, "A", "a");
            Remotes.Removed removed = vault.remotes().remove(remote.id());
            assertEquals(remote, removed.remote());
            assertEquals(List.of(), vault.remotes().all());
            assertEquals(new Failure.Gone(), failureOf(() -> vault.remotes().remove(remote.id())));
            assertEquals(new Failure.Gone(), failureOf(() -> vault.remotes().pause(remote.id())));
            vault.remotes().putBack(removed);
            vault.remotes().putBack(removed);
            assertEquals(List.of(remote), vault.remotes().all());
            assertEquals(
                    TestRemotes.CREDENTIAL,
                    TestRemotes.credentials(vault, remote).get("credentials-json"));
            assertEquals(
                    List.of(AuditEvent.REMOTE_ADDED, AuditEvent.REMOTE_REMOVED, AuditEvent.REMOTE_ADDED),
                    remoteEvents(vault));
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aRemovedRemoteIsNotPutBackWhereItNoLongerBelongs() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            CollectionId zeta = collection(vault, 1);
            Remote remote = vault.remotes().add(zeta, VENDOR, details("A", "a"), Map.of());
            Remotes.Removed removed = vault.remotes().remove(remote.id());
            Remote successor = TestRemotes.add(vault, "B", "a");
            assertEquals(
                    new Failure.PlaceTaken(), failureOf(() -> vault.remotes().putBack(removed)));
            vault.remotes().remove(successor.id());
            vault.collections().remove(zeta);
            assertEquals(new Failure.Gone(), failureOf(() -> vault.remotes().putBack(removed)));
            assertEquals(List.of(), vault.remotes().all());
        }
    }

    @Test
    void aCollectionWithRemotesStays() throws Exception {
        try (OpenVault vault = sample.open(file);
                OpenVault other = sample.open(file)) {
            CollectionId zeta = collection(vault, 1);
            Remote remote = other.remotes().add(zeta, VENDOR, details("A", "a"), Map.of());
            assertEquals(
                    new Failure.CollectionHasRemotes(),
                    failureOf(() -> vault.collections().remove(zeta)));
            assertEquals(List.of(remote), vault.remotes().of(zeta));
            other.remotes().remove(remote.id());
            vault.collections().remove(zeta);
            assertEquals(
                    new Failure.Gone(),
                    failureOf(() -> other.remotes().add(zeta, VENDOR, details("A", "a"), Map.of())));
        }
    }

    @Test
    void theAuditLogTellsWhatBefellThemByName() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Remote remote = TestRemotes.add(vault, "Acme", "a");
            Remote same = vault.remotes().change(remote, remote.details(), Map.of(), Set.of());
            vault.remotes().change(same, details("Acme 2", "a"), Map.of(), Set.of());
            vault.remotes().remove(remote.id());
            List<String> told = vault.audit().page(1, 100).entries().stream()
                    .filter(entry -> entry.event().name().startsWith("REMOTE_"))
                    .map(entry -> entry.event() + " " + entry.note())
                    .toList();
            assertEquals(
                    List.of(
                            "REMOTE_ADDED Acme",
                            "REMOTE_CHANGED Acme",
                            "REMOTE_CHANGED Acme \u2192 Acme 2",
                            "REMOTE_REMOVED Acme 2"),
                    told);
        }
    }

    private static List<AuditEvent> remoteEvents(OpenVault vault) throws Exception {
        return vault.audit().page(1, 100).entries().stream()
                .map(AuditEntry::event)
                .filter(event -> event.name().startsWith("REMOTE_"))
                .toList();
    }

    @Test
    void listenersHearOfEveryChangeAndOfThoseOfAnotherWindow() throws Exception {
        try (OpenVault one = sample.open(file);
                OpenVault two = sample.open(file)) {
            AtomicInteger told = new AtomicInteger();
            one.onChange(told::incrementAndGet);
            Remote remote = TestRemotes.add(one, "A", "a");
            one.remotes().pause(remote.id());
            assertEquals(2, told.get());
            two.remotes().resume(remote.id());
            assertEquals(
                    TestRemotes.CREDENTIAL, TestRemotes.credentials(one, remote).get("credentials-json"));
            assertEquals(3, told.get());
            assertFalse(one.remotes().get(remote.id()).paused());
        }
    }

    @Test
    void whatIsTooLargeIsRefusedByItsName() throws Exception {
        try (OpenVault vault = sample.open(file);
                SecretValue most = SecretValue.copyOf(new byte[RemoteDetails.MAX_CREDENTIAL]);
                SecretValue more = SecretValue.copyOf(new byte[RemoteDetails.MAX_CREDENTIAL + 1])) {
            refused(vault, Failure.Field.REMOTE, 100, length -> details("n".repeat(length), "a"));
            refused(vault, Failure.Field.SETTING, 4096, length -> details("n", "\u9375".repeat(length)));
            refused(vault, Failure.Field.PREFIX, 100, length -> with("\u9375".repeat(length), Map.of()));
            refused(
                    vault,
                    Failure.Field.SETTING,
                    16_384,
                    length -> with("", Map.of("certificates", "\u9375".repeat(length))));
            Remote largest = add(vault, details("n", "largest"), credentials(16, most));
            assertEquals(16, largest.credentials().size());
            assertEquals(
                    new Failure.TooLarge(Failure.Field.CREDENTIAL, 65_536),
                    failureOf(() -> add(vault, details("n", "x"), Map.of("key", more))));
            assertEquals(
                    new Failure.TooLarge(Failure.Field.CREDENTIAL, 65_536),
                    failureOf(() -> vault.remotes().change(largest, largest.details(), Map.of("key", more), Set.of())));
        }
    }

    private void refused(OpenVault vault, Failure.Field field, int limit, Function<Integer, RemoteDetails> made)
            throws Exception {
        Remote largest = add(vault, made.apply(limit), Map.of());
        assertEquals(made.apply(limit), largest.details());
        assertEquals(new Failure.TooLarge(field, limit), failureOf(() -> add(vault, made.apply(limit + 1), Map.of())));
        vault.remotes().remove(largest.id());
    }

    private static RemoteDetails with(String prefix, Map<String, String> settings) {
        return new RemoteDetails("n", "place", NameMapping.AS_IS, prefix, settings);
    }

    private static Map<String, SecretValue> credentials(int number, SecretValue value) {
        Map<String, SecretValue> many = new HashMap<>();
        IntStream.range(0, number).forEach(i -> many.put("c" + i, value));
        return many;
    }

    @Test
    void whatNoScreenLetsThroughIsRefused() throws Exception {
        try (OpenVault vault = sample.open(file);
                SecretValue value = TestVaults.value("x")) {
            CollectionId id = TestVaults.collection(vault);
            RemoteDetails sound = details("A", "a");
            Map<String, String> settings =
                    IntStream.range(0, 33).boxed().collect(Collectors.toMap(i -> "s" + i, i -> ""));
            for (String vendor : List.of("", "Voximplant", "a b", "v".repeat(65), "v\u00f6x")) {
                assertThrows(
                        IllegalArgumentException.class, () -> vault.remotes().add(id, vendor, sound, Map.of()), vendor);
            }
            for (RemoteDetails details : List.of(
                    details("", "a"), with("", settings), with("", Map.of("A", "")), with("", Map.of("", "")))) {
                assertThrows(IllegalArgumentException.class, () -> add(vault, details, Map.of()), details.toString());
            }
            for (Map<String, SecretValue> given :
                    List.of(credentials(17, value), Map.of("", value), Map.of("k_1", value))) {
                assertThrows(IllegalArgumentException.class, () -> add(vault, sound, given), given.toString());
            }
            Remote remote = add(vault, sound, credentials(16, value));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> vault.remotes().change(remote, sound, Map.of("more", value), remote.credentials()));
            assertEquals(remote, vault.remotes().get(remote.id()));
        }
    }

    @Test
    void halfACharacterIsRefusedWhereverItStands() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            assertEquals(
                    new Failure.HalfCharacter(Failure.Field.REMOTE),
                    failureOf(() -> add(vault, details("\ud83d", "a"), Map.of())));
            assertEquals(
                    new Failure.HalfCharacter(Failure.Field.SETTING),
                    failureOf(() -> add(vault, details("A", "\udd11"), Map.of())));
            assertEquals(
                    new Failure.HalfCharacter(Failure.Field.PREFIX),
                    failureOf(() -> add(vault, with("\ud83d", Map.of()), Map.of())));
            assertEquals(
                    new Failure.HalfCharacter(Failure.Field.SETTING),
                    failureOf(() -> add(vault, with("", Map.of("a", "\ud83d")), Map.of())));
        }
    }

    @Test
    void noMoreThanFiveHundredAreTaken() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Remote first = TestRemotes.add(vault, "0", "0");
            for (int i = 1; i < Remote.MAX_NUMBER; i++) {
                add(vault, details("n", Integer.toString(i)), Map.of());
            }
            Failure tooMany = new Failure.TooLarge(Failure.Field.REMOTES, 500);
            assertEquals(tooMany, failureOf(() -> add(vault, details("n", "500"), Map.of())));
            Remotes.Removed removed = vault.remotes().remove(first.id());
            add(vault, details("n", "500"), Map.of());
            assertEquals(tooMany, failureOf(() -> vault.remotes().putBack(removed)));
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals(500, vault.remotes().all().size());
        }
    }

    @Test
    void nothingOfTheCredentialsIsInWhatIsShown() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Remote remote = TestRemotes.add(vault, "A", "a");
            Remotes.Removed removed = vault.remotes().remove(remote.id());
            for (Object shown : List.of(remote, removed, removed.remote(), vault.remotes())) {
                assertFalse(shown.toString().contains("BEGIN"), shown.toString());
            }
        }
    }

    @Test
    void afterTheLockNothingIsLeftOfThem() throws Exception {
        OpenVault vault = sample.open(file);
        Remote remote = TestRemotes.add(vault, "A", "a");
        Remote other = TestRemotes.add(vault, "B", "b");
        Remotes.Removed removed = vault.remotes().remove(other.id());
        vault.close();
        Failure locked = new Failure.Locked();
        assertEquals(List.of(), vault.remotes().all());
        assertEquals(locked, failureOf(() -> vault.remotes().get(remote.id())));
        assertEquals(locked, failureOf(() -> vault.remotes().credentials(remote.id())));
        assertEquals(
                locked, failureOf(() -> vault.remotes().add(remote.collection(), VENDOR, details("C", "c"), Map.of())));
        assertEquals(locked, failureOf(() -> vault.remotes().change(remote, remote.details(), Map.of(), Set.of())));
        assertEquals(locked, failureOf(() -> vault.remotes().pause(remote.id())));
        assertEquals(locked, failureOf(() -> vault.remotes().remove(remote.id())));
        assertEquals(locked, failureOf(() -> vault.remotes().putBack(removed)));
    }
}
