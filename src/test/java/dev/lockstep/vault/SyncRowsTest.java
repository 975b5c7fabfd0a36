package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the secrets at remotes is kept, changed as a whole or not at all, and goes and comes with its remote. */
class SyncRowsTest {
    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.olderIn(folder);
    }

    @Test
    void rowsAreThereAfterTheNextUnlockEachWithItsRemote() throws Exception {
        Remote one;
        Remote other;
        try (OpenVault vault = sample.open(file)) {
            one = TestRemotes.add(vault, "A", "a");
            other = TestRemotes.add(vault, "B", "b");
            TestSync.put(vault, one.id(), 1, "first");
            TestSync.put(vault, one.id(), 2, "");
            TestSync.put(vault, other.id(), 1, "of the other");
            TestSync.put(vault, one.id(), 1, "first, again");
            assertEquals(Map.of(1L, "first, again", 2L, ""), TestSync.rows(vault, one));
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals(Map.of(1L, "first, again", 2L, ""), TestSync.rows(vault, one));
            assertEquals(Map.of(1L, "of the other"), TestSync.rows(vault, other));
            vault.sync().<Object>change(change -> {
                change.delete(one.id(), TestSync.row(1));
                change.delete(one.id(), TestSync.row(9));
                return "";
            });
            assertEquals(Map.of(2L, ""), TestSync.rows(vault, one));
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aChangeHappensWholeOrNotAtAll() throws Exception {
        try (OpenVault vault = sample.open(file);
                SecretValue value = TestVaults.value("pulled")) {
            Remote remote = TestRemotes.add(vault, "A", "a");
            TestSync.put(vault, remote.id(), 1, "before");
            Entry alpha = Sample.entry(vault, "ALPHA");
            SecretDetails taken = SecretDetails.named(TestVaults.collection(vault), "BETA");
            int entries = vault.audit().page(1, 1000).entries().size();
            assertEquals(
                    new Failure.NameTaken(),
                    failureOf(() -> vault.sync().<Object>change(change -> {
                        change.put(remote.id(), TestSync.row(1), new byte[] {1});
                        change.put(remote.id(), TestSync.row(2), new byte[] {1});
                        change.replace(remote.id(), alpha, value);
                        change.note(AuditEvent.SYNC_UPDATED, remote.id(), alpha.id(), "alpha");
                        change.create(remote.id(), taken, value);
                        return "";
                    })));
            assertEquals(Map.of(1L, "before"), TestSync.rows(vault, remote));
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertEquals(entries, vault.audit().page(1, 1000).entries().size());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aSecretThatCameFromARemoteSaysSo() throws Exception {
        try (OpenVault vault = sample.open(file);
                SecretValue value = TestVaults.value("pulled\n")) {
            Remote remote = TestRemotes.add(vault, "Acme", "a");
            Entry alpha = Sample.entry(vault, "ALPHA");
            SecretDetails details = SecretDetails.named(TestVaults.collection(vault), "NEW");
            Entry created = vault.sync().<Entry>change(change -> {
                Entry made = change.create(remote.id(), details, value);
                change.put(remote.id(), TestSync.row(1), made.id().row().bytes());
                change.replace(remote.id(), alpha, value);
                change.note(AuditEvent.SYNC_CREATED, remote.id(), made.id(), "new-name");
                return made;
            });
            assertEquals(created, Sample.entry(vault, "NEW"));
            assertEquals("pulled\n", Sample.value(vault, "ALPHA"));
            assertEquals("pulled\n", Sample.value(vault, "NEW"));
            List<History.Version> versions = vault.history().versions(alpha.id());
            assertEquals(
                    List.of(Origin.REMOTE, Origin.TYPED),
                    versions.stream().map(History.Version::origin).toList());
            List<String> told = vault.audit().page(1, 1000).entries().stream()
                    .filter(entry -> entry.event().name().startsWith("SYNC_"))
                    .map(entry -> entry.event() + " " + entry.name() + ", " + entry.note())
                    .toList();
            assertEquals(
                    List.of("SYNC_PULLED NEW, Acme", "SYNC_PULLED ALPHA, Acme", "SYNC_CREATED NEW, Acme: new-name"),
                    told);
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aValueThatChangedMeanwhileOrIsInTheTrashIsNotReplaced() throws Exception {
        try (OpenVault vault = sample.open(file);
                SecretValue value = TestVaults.value("pulled")) {
            RemoteId remote = TestRemotes.add(vault, "A", "a").id();
            Entry alpha = Sample.entry(vault, "ALPHA");
            Entry edited = Computer.change(vault, "ALPHA", "typed since");
            Failure changed = new Failure.ChangedMeanwhile();
            assertEquals(changed, failureOf(() -> vault.sync().change(change -> change.replace(remote, alpha, value))));
            vault.secrets().trash(List.of(alpha.id()));
            assertEquals(
                    changed, failureOf(() -> vault.sync().change(change -> change.replace(remote, edited, value))));
            vault.secrets().deleteForGood(List.of(alpha.id()));
            assertEquals(
                    new Failure.Gone(),
                    failureOf(() -> vault.sync().change(change -> change.replace(remote, edited, value))));
            vault.sync().<Object>change(change -> {
                change.note(AuditEvent.SYNC_DELETED, remote, alpha.id(), "alpha");
                return "";
            });
            AuditEntry last = vault.audit().page(1, 1000).entries().getLast();
            assertEquals("A: alpha", last.note());
            assertEquals("", last.name());
        }
    }

    @Test
    void nothingIsKeptForARemoteThatIsNotThere() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            RemoteId nobody = new RemoteId(new RowId(1, 2));
            Failure gone = new Failure.Gone();
            assertEquals(gone, failureOf(() -> TestSync.put(vault, nobody, 1, "")));
            assertEquals(gone, failureOf(() -> vault.sync().each(nobody, (id, bytes) -> {})));
            RemoteId there = TestRemotes.add(vault, "A", "a").id();
            String longest = "x".repeat(SyncChange.MAX_BYTES);
            TestSync.put(vault, there, 1, longest);
            assertThrows(IllegalArgumentException.class, () -> TestSync.put(vault, there, 1, longest + "x"));
        }
    }

    @Test
    void theyGoWithTheirRemoteAndComeBackWithIt() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Remote remote = TestRemotes.add(vault, "A", "a");
            Remote other = TestRemotes.add(vault, "B", "b");
            for (int row = 0; row < 100; row++) {
                TestSync.put(vault, remote.id(), row, "row " + row);
            }
            TestSync.put(vault, other.id(), 1, "stays");
            Map<Long, String> before = TestSync.rows(vault, remote);
            Remotes.Removed removed = vault.remotes().remove(remote.id());
            assertEquals(new Failure.Gone(), failureOf(() -> TestSync.rows(vault, remote)));
            assertEquals(Map.of(1L, "stays"), TestSync.rows(vault, other));
            assertTrue(vault.check(Progress.UNTOLD).sound());
            vault.remotes().putBack(removed);
            assertEquals(before, TestSync.rows(vault, remote));
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void theBytesAreOverwrittenOnceTheyWereRead() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Remote remote = TestRemotes.add(vault, "A", "a");
            TestSync.put(vault, remote.id(), 1, "read");
            List<byte[]> seen = new ArrayList<>();
            vault.sync().each(remote.id(), (id, bytes) -> seen.add(bytes));
            assertArrayEquals(new byte[4], seen.getFirst());
        }
    }

    @Test
    void anotherWindowSeesThemAndWhatItChanges() throws Exception {
        try (OpenVault one = sample.open(file);
                OpenVault two = sample.open(file)) {
            Remote remote = TestRemotes.add(one, "A", "a");
            TestSync.put(one, remote.id(), 1, "one");
            assertEquals(Map.of(1L, "one"), TestSync.rows(two, remote));
            TestSync.put(two, remote.id(), 2, "two");
            assertEquals(Map.of(1L, "one", 2L, "two"), TestSync.rows(one, remote));
            two.remotes().remove(remote.id());
            assertEquals(new Failure.Gone(), failureOf(() -> TestSync.put(one, remote.id(), 3, "three")));
        }
    }

    @Test
    void theMarkChangesWithWhatCountsForRemotesAndWithNothingElse() throws Exception {
        try (OpenVault vault = sample.open(file);
                OpenVault other = sample.open(file)) {
            Remote remote = TestRemotes.add(vault, "A", "a");
            long[] before = {vault.sync().mark()};
            Entry alpha = Sample.entry(vault, "ALPHA");
            vault.secrets().reveal(alpha.id()).close();
            vault.secrets().copy(alpha.id()).close();
            vault.layout(new Layout(List.of("name"), List.of(7.0), Query.Order.NAME, true));
            vault.drafts().keep(java.util.Optional.empty(), SecretDetails.of(alpha), null);
            assertEquals(before[0], vault.sync().mark());
            Set<Long> marks = new HashSet<>(Set.of(before[0]));
            List<Step> steps = List.of(
                    () -> Computer.change(vault, "ALPHA", "other"),
                    () -> vault.secrets().favourite(List.of(alpha.id()), true),
                    () -> vault.secrets().trash(List.of(alpha.id())),
                    () -> vault.secrets().deleteForGood(List.of(alpha.id())),
                    () -> TestVaults.add(vault, "ANY", "x"),
                    () -> vault.collections().add("More", "", "free"),
                    () -> TestSync.put(vault, remote.id(), 1, "row"),
                    () -> vault.sync().policy(new SyncPolicy(true)),
                    () -> vault.remotes().pause(remote.id()),
                    () -> vault.remotes().remove(remote.id()),
                    () -> TestVaults.add(other, "FROM_ANOTHER_WINDOW", "x"));
            for (Step step : steps) {
                step.run();
                assertTrue(marks.add(vault.sync().mark()));
                assertFalse(marks.add(vault.sync().mark()));
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    @Test
    void thePolicyIsKeptAndTold() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            assertEquals(SyncPolicy.DEFAULT, vault.sync().policy());
            vault.sync().policy(new SyncPolicy(true));
            vault.sync().policy(new SyncPolicy(true));
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals(new SyncPolicy(true), vault.sync().policy());
            vault.sync().policy(SyncPolicy.DEFAULT);
            List<AuditEvent> told = vault.audit().page(1, 1000).entries().stream()
                    .map(AuditEntry::event)
                    .filter(event -> event.name().startsWith("SYNC_"))
                    .toList();
            assertEquals(List.of(AuditEvent.SYNC_PAUSED, AuditEvent.SYNC_RESUMED), told);
        }
    }

    @Test
    void howARemoteIsUsedIsKeptToldAndUndone() throws Exception {
        Conduct careful = new Conduct(false, Direction.TWO_WAY, true);
        Remote remote;
        try (OpenVault vault = sample.open(file)) {
            remote = TestRemotes.add(vault, "A", "a");
            assertEquals(Conduct.DEFAULT, remote.conduct());
            Remote changed = vault.remotes().conduct(remote.id(), careful);
            assertEquals(careful, changed.conduct());
            assertEquals(changed, vault.remotes().conduct(remote.id(), careful));
            Remote edited =
                    vault.remotes().change(remote, TestRemotes.details("B", "a"), Map.of(), remote.credentials());
            assertEquals(careful, edited.conduct(), "how it is used is no part of an edit");
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals(careful, vault.remotes().get(remote.id()).conduct());
            assertEquals(Map.of("credentials-json", TestRemotes.CREDENTIAL), TestRemotes.credentials(vault, remote));
            vault.remotes().conduct(remote.id(), new Conduct(true, Direction.PULL, false));
            vault.remotes().conduct(remote.id(), remote.conduct());
            assertEquals(Conduct.DEFAULT, vault.remotes().get(remote.id()).conduct());
            List<String> told = vault.audit().page(1, 1000).entries().stream()
                    .filter(entry -> entry.event().name().startsWith("REMOTE_"))
                    .map(entry -> entry.event() + " " + entry.note())
                    .toList();
            assertEquals(
                    List.of(
                            "REMOTE_ADDED A",
                            "REMOTE_CHANGED A: TWO_WAY, DELETIONS",
                            "REMOTE_CHANGED A \u2192 B",
                            "REMOTE_PAUSED B",
                            "REMOTE_CHANGED B: PULL",
                            "REMOTE_RESUMED B",
                            "REMOTE_CHANGED B: PUSH"),
                    told);
        }
    }

    @Test
    void aFingerprintTellsRemoteNameAndValueApart() throws Exception {
        try (OpenVault vault = sample.open(file);
                SecretValue value = TestVaults.value("value");
                SecretValue longer = TestVaults.value("evalue")) {
            Fingerprints fingerprints = vault.sync().fingerprints();
            RemoteId one = new RemoteId(new RowId(1, 1));
            RemoteId other = new RemoteId(new RowId(1, 2));
            byte[] first = fingerprints.of(one, "name", value);
            assertEquals(Fingerprints.SIZE, first.length);
            assertArrayEquals(first, fingerprints.of(one, "name", value));
            assertFalse(Arrays.equals(first, fingerprints.of(other, "name", value)));
            assertFalse(Arrays.equals(first, fingerprints.of(one, "nam", longer)));
            assertFalse(Arrays.equals(first, fingerprints.of(one, "name", longer)));
            try (OpenVault again = sample.open(file)) {
                assertArrayEquals(first, again.sync().fingerprints().of(one, "name", value));
            }
        }
    }

    @Test
    void afterTheLockNothingCanBeAskedFor() throws Exception {
        OpenVault vault = sample.open(file);
        Remote remote = TestRemotes.add(vault, "A", "a");
        TestSync.put(vault, remote.id(), 1, "row");
        long mark = vault.sync().mark();
        Entry alpha = Sample.entry(vault, "ALPHA");
        Failure locked = new Failure.Locked();
        try (SecretValue value = TestVaults.value("value")) {
            vault.sync().fingerprints().of(remote.id(), "name", value);
            vault.close();
            assertEquals(locked, failureOf(() -> vault.sync().fingerprints().of(remote.id(), "name", value)));
        }
        assertNotEquals(0, mark);
        assertEquals(locked, failureOf(() -> vault.sync().mark()));
        assertEquals(locked, failureOf(() -> TestSync.rows(vault, remote)));
        assertEquals(locked, failureOf(() -> TestSync.put(vault, remote.id(), 1, "")));
        assertEquals(locked, failureOf(() -> vault.sync().value(alpha.id())));
        assertEquals(locked, failureOf(() -> vault.sync().policy(new SyncPolicy(true))));
        assertEquals(SyncPolicy.DEFAULT, vault.sync().policy());
    }

    @Test
    void aValueThatIsSentIsNoReveal() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Entry alpha = Sample.entry(vault, "ALPHA");
            int entries = vault.audit().page(1, 1000).entries().size();
            assertEquals("alpha value", TestVaults.text(vault.sync().value(alpha.id())));
            assertEquals(alpha, Sample.entry(vault, "ALPHA"));
            assertEquals(entries, vault.audit().page(1, 1000).entries().size());
        }
    }

    @Test
    void whatAWorkThrowsIsWhatTheCallerGets() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            VaultException thrown = new VaultException(new Failure.Gone());
            assertEquals(
                    thrown,
                    assertThrows(
                            VaultException.class,
                            () -> vault.sync().<Object>change(change -> {
                                throw thrown;
                            })));
        }
    }
}
