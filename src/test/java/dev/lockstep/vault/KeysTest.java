package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.SlotHeader;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.model.Failure;
import dev.lockstep.model.Failure.Part;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways into a vault: each change takes leave first, is whole, and leaves a way in. */
class KeysTest {
    private static final String NEXT = "the next password";
    private static final Failure WRONG = new Failure.WrongPassword();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void create() throws Exception {
        file = folder.resolve("vault.lockstep");
        try (OpenVault vault = Doors.create(file)) {
            TestVaults.add(vault, "ALPHA", "alpha value");
        }
    }

    private OpenVault unlock() throws VaultException {
        return Doors.byPassword(file, TestVaults.PASSWORD);
    }

    private void requireWhole(OpenVault vault) throws VaultException {
        assertEquals("alpha value", Sample.value(vault, "ALPHA"));
        assertFalse(vault.keys().altered());
        assertFalse(vault.readOnly());
    }

    private static byte[] slot(Path of, int number) throws Exception {
        try (Connection connection = Sample.connect(of)) {
            return Sample.blob(connection, "SELECT v FROM head WHERE k = ?", number);
        }
    }

    private void execute(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(file)) {
            Sample.update(connection, sql, arguments);
        }
    }

    @Test
    void aNewPasswordOpensTheVaultAndTheFormerOneDoesNot() throws Exception {
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD)) {
            assertTrue(vault.keys().needsProof());
            assertTrue(Doors.change(vault, permit, NEXT));
            TestVaults.add(vault, "AFTER", "goes on");
        }
        assertEquals(WRONG, failureOf(this::unlock));
        try (OpenVault vault = Doors.byPassword(file, NEXT)) {
            requireWhole(vault);
            assertEquals("goes on", Sample.value(vault, "AFTER"));
            assertEquals(List.of(Way.PASSWORD, Way.RECOVERY_CODE), Doors.ways(vault));
            assertEquals(
                    1,
                    Doors.events(vault).stream()
                            .filter(event -> event == AuditEvent.PASSWORD_CHANGED)
                            .count());
        }
        Doors.byCode(file, Doors.CODE).close();
    }

    @Test
    void aChangeTouchesNoSecretHoweverManyThereAre() throws Exception {
        try (OpenVault vault = unlock()) {
            for (int i = 0; i < 40; i++) {
                TestVaults.add(vault, "S" + i, "value " + i);
            }
        }
        Set<String> before = rows();
        long sealed;
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD)) {
            sealed = vault.audit().size();
            Doors.change(vault, permit, NEXT);
            assertEquals(sealed + 1, vault.audit().size());
        }
        Set<String> after = rows();
        assertEquals(before, after);
        assertTrue(before.size() > 80);
    }

    /** Everything sealed but the slots, what is known of them, and the audit log. */
    private Set<String> rows() throws Exception {
        Set<String> found = new TreeSet<>();
        try (Connection connection = Sample.connect(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT hex(ov) FROM item UNION SELECT hex(v) FROM val")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** What is said to the user before: the vault key is the same, so an old copy and the old password are enough for good. */
    @Test
    void anOldCopyWithTheOldPasswordStillGivesTheKeyOfTheVaultOfToday() throws Exception {
        byte[] formerSlot = slot(file, 1);
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD)) {
            Doors.change(vault, permit, NEXT);
            TestVaults.add(vault, "LATER", "written under the new password");
        }
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                Credential credential = Credential.password(passphrase)) {
            VaultKey key = KeySlot.open(List.of(formerSlot), credential).key();
            try (LockedVault locked = TestVaults.VAULTS.open(file);
                    OpenVault vault = locked.unlock(Way.PASSWORD, new Keyring(key, new SecureRandom()))) {
                assertEquals("written under the new password", Sample.value(vault, "LATER"));
            }
        }
    }

    @Test
    void nothingIsLeftOfTheOldSlotInTheFileOrItsLog() throws Exception {
        byte[] former = slot(file, 1);
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD)) {
            assertTrue(contains(former));
            assertTrue(Doors.change(vault, permit, NEXT));
            assertFalse(contains(former));
        }
        assertFalse(contains(former));
    }

    private boolean contains(byte[] slot) throws Exception {
        String wanted = new String(slot, 68, 92, StandardCharsets.ISO_8859_1);
        for (String ending : List.of("", "-wal")) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(part)
                    && Files.readString(part, StandardCharsets.ISO_8859_1).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whileAnotherReadsTheFileTheChangeIsSavedAndToldToLingerInTheLog() throws Exception {
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD);
                Connection reader = Sample.connect(file);
                Statement statement = reader.createStatement()) {
            statement.execute("BEGIN");
            statement.executeQuery("SELECT count(*) FROM item").close();
            assertFalse(Doors.change(vault, permit, NEXT));
            statement.execute("COMMIT");
        }
        Doors.byPassword(file, NEXT).close();
    }

    @Test
    void withoutProofThereIsNoLeave() throws Exception {
        byte[] before = slot(file, 1);
        try (OpenVault vault = unlock()) {
            assertEquals(WRONG, failureOf(() -> Doors.prove(vault, "a guess")));
            assertEquals(WRONG, failureOf(() -> vault.keys().permit()));
        }
        assertArrayEquals(before, slot(file, 1));
    }

    @Test
    void whoOpenedItWithTheRecoveryCodeNeedsNoPasswordToSetANewOne() throws Exception {
        try (OpenVault vault = Doors.byCode(file, Doors.CODE)) {
            assertFalse(vault.keys().needsProof());
            try (Permit permit = vault.keys().permit()) {
                assertTrue(Doors.change(vault, permit, NEXT));
            }
        }
        Doors.byPassword(file, NEXT).close();
    }

    @Test
    void aNewRecoveryCodeTakesTheOldOnesPlace() throws Exception {
        Instant before = Instant.now().minusSeconds(60);
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD)) {
            String drawn = TestVaults.text(vault.keys().newRecoveryCode());
            assertEquals(Doors.CODE.length(), drawn.length());
            assertEquals(
                    new Failure.RecoveryCodeMistyped(),
                    failureOf(() -> Doors.renew(vault, permit, Doors.CODE.replace("SAAB", "SAAC"))));
            Doors.renew(vault, permit, drawn);
            Doors.byCode(file, drawn).close();
            assertTrue(vault.keys().ways().stream()
                    .allMatch(way -> way.since().orElseThrow().isAfter(before)));
        }
        assertEquals(WRONG, failureOf(() -> Doors.byCode(file, Doors.CODE)));
        try (OpenVault vault = unlock()) {
            requireWhole(vault);
            assertTrue(Doors.events(vault).contains(AuditEvent.RECOVERY_RENEWED));
        }
    }

    @Test
    void whatTheOperatingSystemKeepsOpensTheVaultUntilItIsTurnedOff() throws Exception {
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD);
                SecretValue first = vault.keys().newKeystoreKey();
                SecretValue second = vault.keys().newKeystoreKey()) {
            assertFalse(first.sameAs(second));
            vault.keys().allowKeystore(permit, first);
            try (OpenVault quick = Doors.byKeystore(file, first)) {
                assertEquals(Way.KEYSTORE, quick.openedBy());
                assertTrue(quick.keys().needsProof());
                requireWhole(quick);
            }
            vault.keys().allowKeystore(permit, second);
            assertEquals(WRONG, failureOf(() -> Doors.byKeystore(file, first)));
            Doors.byKeystore(file, second).close();
            assertEquals(List.of(Way.PASSWORD, Way.RECOVERY_CODE, Way.KEYSTORE), Doors.ways(vault));
            assertTrue(vault.keys().remove(Way.KEYSTORE));
            assertEquals(WRONG, failureOf(() -> Doors.byKeystore(file, second)));
            assertTrue(
                    Doors.events(vault).containsAll(List.of(AuditEvent.QUICK_UNLOCK_ON, AuditEvent.QUICK_UNLOCK_OFF)));
        }
    }

    @Test
    void theLastWayInIsNotRemovedAndWhatTheComputerKeepsIsNone() throws Exception {
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD);
                SecretValue kept = vault.keys().newKeystoreKey()) {
            vault.keys().allowKeystore(permit, kept);
            assertTrue(vault.keys().remove(Way.RECOVERY_CODE));
            byte[] before = slot(file, 1);
            assertEquals(new Failure.LastWay(), failureOf(() -> vault.keys().remove(Way.PASSWORD)));
            assertArrayEquals(before, slot(file, 1));
            assertEquals(new Failure.Gone(), failureOf(() -> vault.keys().remove(Way.PASSWORD_AND_KEY_FILE)));
            try (Permit fresh = Doors.prove(vault, TestVaults.PASSWORD)) {
                Doors.change(vault, fresh, NEXT);
            }
        }
        assertEquals(WRONG, failureOf(() -> Doors.byCode(file, Doors.CODE)));
        try (OpenVault vault = Doors.byPassword(file, NEXT);
                Permit permit = Doors.prove(vault, NEXT)) {
            Doors.renew(vault, permit, Doors.CODE);
            assertTrue(vault.keys().remove(Way.PASSWORD));
            assertEquals(new Failure.LastWay(), failureOf(() -> vault.keys().remove(Way.RECOVERY_CODE)));
        }
        Doors.byCode(file, Doors.CODE).close();
    }

    @Test
    void oneLeaveServesForSeveralChangesButNotAfterThoseOfAnother() throws Exception {
        try (OpenVault vault = unlock();
                OpenVault other = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD);
                Permit stale = Doors.prove(other, TestVaults.PASSWORD)) {
            Doors.change(vault, permit, NEXT);
            Doors.renew(vault, permit, Doors.OTHER_CODE);
            assertEquals(new Failure.Busy(), failureOf(() -> Doors.change(other, stale, "lost")));
            assertEquals(new Failure.Busy(), failureOf(() -> Doors.rekey(other, stale, "lost", Doors.CODE)));
            requireWhole(other);
            try (Permit fresh = Doors.prove(other, NEXT)) {
                Doors.change(other, fresh, "a third");
            }
        }
        Doors.byPassword(file, "a third").close();
        Doors.byCode(file, Doors.OTHER_CODE).close();
    }

    @Test
    void aPasswordNeverGetsCheaperToGuess() throws Exception {
        KdfParameters dear = new KdfParameters(19 * 1024, 3, 2);
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD);
                Passphrase passphrase = TestVaults.passphrase(NEXT)) {
            vault.keys().changePassword(permit, Password.of(passphrase), dear);
            Doors.change(vault, permit, NEXT);
        }
        assertEquals(dear, SlotHeader.decode(slot(file, 1)).cost());
    }

    @Test
    void aVaultThatCannotBeWrittenKeepsItsWays() throws Exception {
        try (MediumTest.Protection closed = MediumTest.withoutWriting(file);
                OpenVault vault = unlock()) {
            assertEquals(new Failure.ReadOnly(), failureOf(() -> Doors.prove(vault, TestVaults.PASSWORD)));
            assertEquals(new Failure.ReadOnly(), failureOf(() -> vault.keys().remove(Way.RECOVERY_CODE)));
            assertEquals(List.of(Way.PASSWORD, Way.RECOVERY_CODE), Doors.ways(vault));
        }
    }

    @Test
    void aDamagedSlotIsDroppedOnRequestAndCanBeMadeAnew() throws Exception {
        execute("UPDATE head SET v = zeroblob(160) WHERE k = 1");
        try (OpenVault vault = Doors.byCode(file, Doors.CODE)) {
            assertTrue(vault.keys().altered());
            assertEquals(new Failure.ReadOnly(), failureOf(() -> vault.keys().permit()));
            assertEquals(List.of(Way.RECOVERY_CODE), Doors.ways(vault));
            vault.keys().dropAltered();
            requireWhole(vault);
            assertTrue(Doors.events(vault).contains(AuditEvent.REPAIRED));
            try (Permit permit = vault.keys().permit()) {
                Doors.change(vault, permit, NEXT);
            }
        }
        try (OpenVault vault = Doors.byPassword(file, NEXT)) {
            requireWhole(vault);
            assertEquals(List.of(Way.PASSWORD, Way.RECOVERY_CODE), Doors.ways(vault));
        }
    }

    /** Who has an old copy and the old password can make a genuine slot for it, but the vault does not know it. */
    @Test
    void aSlotPutBackOpensNothingAndHoldsTheVaultBackUntilItIsDropped() throws Exception {
        byte[] former = slot(file, 1);
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD)) {
            Doors.change(vault, permit, NEXT);
        }
        execute("INSERT INTO head (k, v) VALUES (5, ?)", former);
        assertEquals(new Failure.SetChanged(Part.KEY_SLOT), failureOf(this::unlock));
        try (OpenVault vault = Doors.byPassword(file, NEXT)) {
            assertTrue(vault.keys().altered());
            vault.keys().dropAltered();
            requireWhole(vault);
        }
        assertEquals(WRONG, failureOf(this::unlock));
        Doors.byPassword(file, NEXT).close();
    }

    @Test
    void slotsThatChangeUnderAnOpenVaultAreNotTakenForItsOwn() throws Exception {
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD)) {
            byte[] own = slot(file, 2);
            execute("INSERT INTO head (k, v) VALUES (5, ?)", own);
            assertEquals(new Failure.SetChanged(Part.KEY_SLOT), failureOf(() -> Doors.change(vault, permit, NEXT)));
        }
        Doors.byPassword(file, TestVaults.PASSWORD).close();
    }

    @Test
    void dropsNothingWhereOnlyWhatTheComputerKeepsWouldBeLeft() throws Exception {
        List<byte[]> kept = new ArrayList<>();
        try (OpenVault vault = unlock();
                Permit permit = Doors.prove(vault, TestVaults.PASSWORD);
                SecretValue key = vault.keys().newKeystoreKey()) {
            vault.keys().allowKeystore(permit, key);
            kept.add(key.use(byte[]::clone));
        }
        execute("UPDATE head SET v = zeroblob(160) WHERE k IN (1, 2)");
        try (SecretValue key = SecretValue.copyOf(kept.getFirst());
                OpenVault vault = Doors.byKeystore(file, key)) {
            assertEquals(new Failure.LastWay(), failureOf(() -> vault.keys().dropAltered()));
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertTrue(vault.readOnly());
        }
    }

    /** A vault of before: nothing is known of its slots until they change. */
    @Test
    void theWaysOfAVaultThatWasWrittenBeforeAreListedWithoutADay() throws Exception {
        Path golden = GoldenVaultTest.copyTo(folder, 2);
        try (OpenVault vault = Doors.byCode(golden, GoldenVault.RECOVERY_CODE);
                Permit permit = vault.keys().permit()) {
            assertTrue(vault.keys().ways().stream().allMatch(way -> way.since().isEmpty()));
            Doors.change(vault, permit, NEXT);
            assertTrue(vault.keys().ways().stream().allMatch(way -> way.since().isPresent()));
        }
        Doors.byPassword(golden, NEXT).close();
    }
}
