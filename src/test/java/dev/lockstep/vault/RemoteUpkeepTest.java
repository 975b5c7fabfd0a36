package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.format.FormatContents;
import dev.lockstep.format.FormatKeys;
import dev.lockstep.format.FormatReader;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a vault as a whole, its remotes and their credentials come along, or it is told that they did not. */
class RemoteUpkeepTest {
    private static final String RECOVERED = "Recovered";

    @TempDir
    private Path folder;

    private Computer computer;

    @BeforeEach
    void computer() {
        computer = new Computer(folder);
    }

    /** A vault with two remotes, one of them paused and in a collection without secrets. */
    private List<Remote> create() throws Exception {
        try (OpenVault vault = computer.create();
                SecretValue key = TestVaults.value("the key")) {
            CollectionId zeta = vault.collections().add("Zeta", "", "free").id();
            Remote paused =
                    vault.remotes().add(zeta, "mixpeek", TestRemotes.details("Paused", "p"), Map.of("api-key", key));
            vault.remotes().pause(paused.id());
            TestRemotes.add(vault, "Production", "a");
            return vault.remotes().all();
        }
    }

    private static void requireSame(List<Remote> expected, OpenVault vault) throws Exception {
        assertEquals(expected, vault.remotes().all());
        Remote paused = expected.getFirst();
        assertTrue(paused.paused());
        assertEquals(Map.of("api-key", "the key"), TestRemotes.credentials(vault, paused));
        assertEquals(
                Map.of("credentials-json", TestRemotes.CREDENTIAL), TestRemotes.credentials(vault, expected.getLast()));
        CheckReport report = vault.check(Progress.UNTOLD);
        assertTrue(report.sound(), report.findings().toString());
    }

    /** Under what a key-value row stands in the file. */
    private byte[] key(Kind kind, RowId id) throws Exception {
        try (Connection connection = Sample.connect(computer.file());
                SecretValue code = TestVaults.value(Sample.CODE);
                Credential credential = Credential.recoveryCode(code)) {
            byte[] slot = Sample.blob(connection, "SELECT v FROM head WHERE k = 2");
            VaultKey key = KeySlot.open(List.of(slot), credential).key();
            try (Keyring keys = new Keyring(key, new SecureRandom())) {
                return keys.blindIndex(kind.number(), id).bytes();
            }
        }
    }

    private byte[] key(Remote remote) throws Exception {
        return key(Kind.REMOTE, remote.id().row());
    }

    private void change(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(computer.file())) {
            assertTrue(Sample.update(connection, sql, arguments) > 0);
        }
    }

    private CheckReport rescue() throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            return computer.vaults
                    .rescue(computer.file())
                    .repair(new Rescue.WithPassword(Password.of(passphrase)), RECOVERED, Progress.UNTOLD);
        }
    }

    @Test
    void aSecondReaderFindsWhatWasWritten() throws Exception {
        List<Remote> remotes = create();
        SortedMap<String, FormatContents.Remote> expected = new TreeMap<>();
        for (Remote remote : remotes) {
            boolean paused = remote.paused();
            expected.put(
                    remote.name(),
                    new FormatContents.Remote(
                            hex(remote.id().row().bytes()),
                            paused ? 1 : 0,
                            hex(remote.collection().row().bytes()),
                            remote.created().toEpochMilli(),
                            remote.changed().toEpochMilli(),
                            paused ? "mixpeek" : "voximplant",
                            remote.name(),
                            paused ? "p" : "a",
                            "upper-snake",
                            "ACME_",
                            List.of("address", paused ? "https://p" : "https://a", "application", "7"),
                            paused
                                    ? List.of("api-key", hex(Sample.utf8("the key")))
                                    : List.of("credentials-json", hex(Sample.utf8(TestRemotes.CREDENTIAL)))));
        }
        try (FormatReader reader = new FormatReader(computer.file())) {
            SortedMap<String, FormatContents.Remote> found = new TreeMap<>();
            reader.read(FormatKeys.byPassword(reader.slot(1), Sample.utf8(TestVaults.PASSWORD)))
                    .remotes()
                    .forEach(remote -> found.put(remote.name(), remote));
            assertEquals(expected, found);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Test
    void aVaultUnderANewKeyHasThem() throws Exception {
        List<Remote> remotes = create();
        try (OpenVault vault = Doors.byCode(computer.file(), Sample.CODE);
                Permit permit = vault.keys().permit();
                Passphrase passphrase = TestVaults.passphrase("the next password");
                SecretValue code = TestVaults.value(Doors.OTHER_CODE)) {
            NewWays next = new NewWays(Password.of(passphrase), code);
            assertTrue(vault.keys().rekey(permit, next, TestVaults.CHEAP, Progress.UNTOLD, () -> true));
        }
        try (OpenVault vault = Doors.byPassword(computer.file(), "the next password")) {
            requireSame(remotes, vault);
        }
    }

    @Test
    void aRestoredBackupBringsThemBack() throws Exception {
        List<Remote> remotes = create();
        try (OpenVault vault = computer.unlock()) {
            vault.backups().make(Progress.UNTOLD);
            computer.pass(Duration.ofHours(1));
            for (Remote remote : remotes) {
                vault.remotes().remove(remote.id());
            }
            vault.backups().restore(vault.backups().list().getFirst(), Progress.UNTOLD);
            requireSame(remotes, vault);
        }
        try (OpenVault vault = computer.unlock()) {
            requireSame(remotes, vault);
        }
    }

    @Test
    void aVaultOfFormat1CanHaveThemOnceItIsUpgraded() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, 1);
        Remote remote;
        try (OpenVault vault = Doors.byCode(file, GoldenVault.RECOVERY_CODE)) {
            remote = TestRemotes.add(vault, "A", "a");
        }
        try (OpenVault vault = Doors.byCode(file, GoldenVault.RECOVERY_CODE)) {
            assertEquals(List.of(remote), vault.remotes().all());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aRepairKeepsThem() throws Exception {
        List<Remote> remotes = create();
        change("DELETE FROM head WHERE k = 100");
        rescue();
        try (OpenVault vault = computer.unlock()) {
            requireSame(remotes, vault);
            vault.remotes().resume(remotes.getFirst().id());
        }
    }

    @Test
    void aRepairLosesOnlyTheOneThatDoesNotOpen() throws Exception {
        List<Remote> remotes = create();
        change("UPDATE kv SET v = zeroblob(300) WHERE k = ?", key(remotes.getFirst()));
        assertEquals(
                new Failure.PartDamaged(Failure.Part.SETTINGS),
                failureOf(() -> computer.unlock().close()));
        assertEquals(List.of(new CheckFinding(CheckFinding.Kind.SETTING)), rescue().findings());
        try (OpenVault vault = computer.unlock()) {
            assertEquals(List.of(remotes.getLast()), vault.remotes().all());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void theCollectionOfARemoteIsMadeAnewWhereItIsLost() throws Exception {
        List<Remote> remotes = create();
        byte[] collection = key(Kind.COLLECTION, remotes.getFirst().collection().row());
        try (OpenVault vault = computer.unlock()) {
            change("DELETE FROM kv WHERE k = ?", collection);
            assertEquals(
                    List.of(
                            new CheckFinding(CheckFinding.Kind.SETTINGS, "", 5, 4),
                            new CheckFinding(CheckFinding.Kind.REMOTE_COLLECTION, "Paused")),
                    vault.check(Progress.UNTOLD).findings());
        }
        assertEquals(
                Set.of(
                        new CheckFinding(CheckFinding.Kind.SETTINGS, "", 5, 4),
                        new CheckFinding(CheckFinding.Kind.COLLECTION_MADE, RECOVERED)),
                Set.copyOf(rescue().findings()));
        try (OpenVault vault = computer.unlock()) {
            requireSame(remotes, vault);
            assertEquals(
                    RECOVERED,
                    vault.collections().get(remotes.getFirst().collection()).name());
        }
    }

    @Test
    void twoRemotesAtOnePlaceAreFoundAndStayButOnlyOneIsInUse() throws Exception {
        Remote former = create().getLast();
        CheckFinding tooMany = new CheckFinding(CheckFinding.Kind.SETTINGS, "", 5, 6);
        CheckFinding doubled = new CheckFinding(CheckFinding.Kind.REMOTE_DOUBLED, "Production");
        Remote later;
        try (OpenVault vault = computer.unlock()) {
            byte[] row;
            try (Connection connection = Sample.connect(computer.file())) {
                row = Sample.blob(connection, "SELECT v FROM kv WHERE k = ?", key(former));
            }
            vault.remotes().remove(former.id());
            computer.pass(Duration.ofHours(1));
            later = TestRemotes.add(vault, "Later", "a");
            change("INSERT INTO kv VALUES (?, ?)", key(former), row);
            assertEquals(List.of(tooMany, doubled), vault.check(Progress.UNTOLD).findings());
        }
        assertEquals(List.of(tooMany, doubled), rescue().findings());
        try (OpenVault vault = computer.unlock()) {
            assertTrue(vault.check(Progress.UNTOLD).sound());
            assertEquals(
                    former.withConduct(Conduct.DEFAULT.withPaused(true)),
                    vault.remotes().get(former.id()));
            assertEquals(later, vault.remotes().get(later.id()));
            assertEquals(Optional.of(later), vault.remotes().at(later.vendor(), "a"));
            assertEquals(Map.of("credentials-json", TestRemotes.CREDENTIAL), TestRemotes.credentials(vault, former));
            assertEquals(
                    new Failure.PlaceTaken(), failureOf(() -> vault.remotes().resume(former.id())));
            vault.remotes().pause(later.id());
            vault.remotes().resume(former.id());
            assertEquals(
                    new Failure.PlaceTaken(), failureOf(() -> vault.remotes().resume(later.id())));
            vault.remotes()
                    .change(vault.remotes().get(later.id()), TestRemotes.details("Moved", "b"), Map.of(), Set.of());
            vault.remotes().resume(later.id());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aFormerRemoteThatIsPutBackIsNotTaken() throws Exception {
        List<Remote> remotes = create();
        byte[] key = key(remotes.getLast());
        byte[] former;
        try (OpenVault vault = computer.unlock()) {
            Remote remote = remotes.getLast();
            try (Connection connection = Sample.connect(computer.file())) {
                former = Sample.blob(connection, "SELECT v FROM kv WHERE k = ?", key);
            }
            vault.remotes().change(remote, TestRemotes.details("Production", "moved"), Map.of(), Set.of());
        }
        change("UPDATE kv SET v = ? WHERE k = ?", former, key);
        assertEquals(
                new Failure.SetChanged(Failure.Part.SETTINGS),
                failureOf(() -> computer.unlock().close()));
    }

    @Test
    void twoRemotesThatAreSwappedAreNotTaken() throws Exception {
        List<Remote> remotes = create();
        try (OpenVault vault = computer.unlock();
                Connection connection = Sample.connect(computer.file())) {
            byte[] one = key(remotes.getFirst());
            byte[] other = key(remotes.getLast());
            byte[] row = Sample.blob(connection, "SELECT v FROM kv WHERE k = ?", one);
            byte[] otherRow = Sample.blob(connection, "SELECT v FROM kv WHERE k = ?", other);
            Sample.update(connection, "UPDATE kv SET v = ? WHERE k = ?", otherRow, one);
            Sample.update(connection, "UPDATE kv SET v = ? WHERE k = ?", row, other);
            assertEquals(
                    new Failure.PartDamaged(Failure.Part.SETTINGS),
                    failureOf(
                            () -> vault.remotes().credentials(remotes.getFirst().id())));
        }
        assertEquals(
                new Failure.PartDamaged(Failure.Part.SETTINGS),
                failureOf(() -> computer.unlock().close()));
    }

    @Test
    void aVaultThatCanOnlyBeReadGivesCredentialsAndTakesNoChange() throws Exception {
        List<Remote> remotes = create();
        try (MediumTest.Protection closed = MediumTest.withoutWriting(computer.file());
                OpenVault vault = TestVaults.unlock(computer.file())) {
            requireSame(remotes, vault);
            Failure readOnly = new Failure.ReadOnly();
            assertEquals(readOnly, failureOf(() -> TestRemotes.add(vault, "B", "b")));
            assertEquals(
                    readOnly,
                    failureOf(() -> vault.remotes().remove(remotes.getFirst().id())));
            assertEquals(
                    readOnly,
                    failureOf(() -> vault.remotes().resume(remotes.getFirst().id())));
        }
    }

    @Test
    void secretsAndRemotesDoNotGetInEachOthersWay() throws Exception {
        create();
        try (OpenVault vault = computer.unlock()) {
            CollectionId zeta = vault.collections().all().getLast().id();
            Entry alpha = Sample.entry(vault, "ALPHA", "Personal");
            vault.secrets().move(List.of(alpha.id()), zeta);
            assertEquals(
                    new Failure.CollectionNotEmpty(),
                    failureOf(() -> vault.collections().remove(zeta)));
            vault.remotes().remove(vault.remotes().of(zeta).getFirst().id());
            assertEquals(
                    new Failure.CollectionNotEmpty(),
                    failureOf(() -> vault.collections().remove(zeta)));
            assertEquals("alpha value", Sample.value(vault, "ALPHA", "Zeta"));
        }
    }
}
