package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.blob;
import static dev.lockstep.vault.Sample.failureOf;
import static dev.lockstep.vault.Sample.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.Failure.Part;
import dev.lockstep.model.KdfParameters;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single bits flipped in every part that is sealed apart: each is refused by its own name, and nothing else is lost. */
class DamagedPartsTest {
    private static final Failure SLOT_DAMAGED = new Failure.PartDamaged(Part.KEY_SLOT);
    private static final int STRIDE = 1;

    @TempDir
    private Path folder;

    private final Random random = new Random(31);
    private Sample sample;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.in(folder);
    }

    private byte[] flipped(byte[] wire, int at) {
        byte[] damaged = wire.clone();
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    private interface Attempt {
        void with(byte[] damaged, int at) throws Exception;
    }

    private void eachByte(String select, String change, int stride, Attempt attempt) throws Exception {
        try (Connection connection = Sample.connect(file)) {
            byte[] wire = blob(connection, select);
            for (int at = 0; at < wire.length; at += stride) {
                byte[] damaged = flipped(wire, at);
                assertEquals(1, update(connection, change, damaged));
                attempt.with(damaged, at);
            }
            assertEquals(1, update(connection, change, wire));
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
        }
    }

    @Test
    void everyByteOfThePasswordSlot() throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            eachByte("SELECT v FROM head WHERE k = 1", "UPDATE head SET v = ? WHERE k = 1", 1, (damaged, at) -> {
                Failure failure = failureOf(() -> unlock(passphrase));
                assertEquals(expected(damaged, at), failure, "byte " + at + " of the slot");
            });
        }
    }

    @Test
    void everyByteOfTheRecoverySlot() throws Exception {
        try (SecretValue code = TestVaults.value(Sample.CODE)) {
            eachByte("SELECT v FROM head WHERE k = 2", "UPDATE head SET v = ? WHERE k = 2", 1, (damaged, at) -> {
                Failure failure = failureOf(() -> unlock(code));
                boolean cost = at >= 24 && at < 36;
                assertEquals(cost ? SLOT_DAMAGED : expected(damaged, at), failure, "byte " + at + " of the slot");
            });
        }
    }

    private void unlock(Passphrase passphrase) throws Exception {
        try (LockedVault locked = TestVaults.VAULTS.open(file)) {
            locked.unlock(passphrase).close();
        }
    }

    private void unlock(SecretValue code) throws Exception {
        try (LockedVault locked = TestVaults.VAULTS.open(file)) {
            locked.unlockWithRecoveryCode(code).close();
        }
    }

    /** What a reader can know: the plain header, then nothing but that the password does not fit, then the wrapped key. */
    private static Failure expected(byte[] slot, int at) {
        if (at < 4 || at == 5 || at == 7 || at >= 100) {
            return SLOT_DAMAGED;
        }
        if (at == 4) {
            return slot[4] > 1 ? new Failure.NewerFormat(slot[4], 1) : SLOT_DAMAGED;
        }
        if (at == 6) {
            return slot[6] >= 1 && slot[6] <= 4 ? new Failure.WrongPassword() : SLOT_DAMAGED;
        }
        ByteBuffer in = ByteBuffer.wrap(slot);
        KdfParameters cost = new KdfParameters(in.getInt(24), in.getInt(28), in.getInt(32));
        boolean refused = slot[6] == 1 && !cost.acceptable();
        return refused ? new Failure.KdfRefused(cost) : new Failure.WrongPassword();
    }

    /** Nothing is lost: the vault is held back from changes until the damaged slot is removed. */
    @Test
    void aDamagedSlotDoesNotKeepTheOtherFromOpening() throws Exception {
        try (SecretValue code = TestVaults.value(Sample.CODE);
                Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            eachByte("SELECT v FROM head WHERE k = 1", "UPDATE head SET v = ? WHERE k = 1", 9, (damaged, at) -> {
                try (OpenVault vault = TestVaults.VAULTS.open(file).unlockWithRecoveryCode(code)) {
                    requireHeldBack(vault, Way.RECOVERY_CODE);
                }
            });
            eachByte("SELECT v FROM head WHERE k = 2", "UPDATE head SET v = ? WHERE k = 2", 23, (damaged, at) -> {
                try (OpenVault vault = TestVaults.VAULTS.open(file).unlock(passphrase)) {
                    requireHeldBack(vault, Way.PASSWORD);
                }
            });
        }
    }

    private static void requireHeldBack(OpenVault vault, Way sound) throws Exception {
        assertTrue(vault.keys().altered());
        assertTrue(vault.readOnly());
        assertEquals("beta value", Sample.value(vault, "BETA"));
        assertEquals(new Failure.ReadOnly(), failureOf(() -> TestVaults.add(vault, "NEW", "x")));
        assertEquals(
                List.of(sound),
                vault.keys().ways().stream().map(Keys.WayIn::way).toList());
    }

    @Test
    void theManifest() throws Exception {
        eachByte(
                "SELECT v FROM head WHERE k = 100",
                "UPDATE head SET v = ? WHERE k = 100",
                STRIDE,
                (damaged, at) -> assertEquals(
                        new Failure.PartDamaged(Part.MANIFEST), failureOf(() -> sample.open(file)), "byte " + at));
    }

    @Test
    void aHead() throws Exception {
        eachByte(
                "SELECT ov FROM item WHERE id = (SELECT min(id) FROM item)",
                "UPDATE item SET ov = ? WHERE id = (SELECT min(id) FROM item)",
                STRIDE,
                (damaged, at) -> assertEquals(
                        new Failure.PartDamaged(Part.HEADS), failureOf(() -> sample.open(file)), "byte " + at));
    }

    @Test
    void aKeyValueRow() throws Exception {
        eachByte(
                "SELECT v FROM kv WHERE k = (SELECT min(k) FROM kv)",
                "UPDATE kv SET v = ? WHERE k = (SELECT min(k) FROM kv)",
                STRIDE,
                (damaged, at) -> assertEquals(
                        new Failure.PartDamaged(Part.SETTINGS), failureOf(() -> sample.open(file)), "byte " + at));
    }

    @Test
    void aValueIsRefusedAndTheOthersAreWhole() throws Exception {
        String where;
        try (OpenVault vault = sample.open(file)) {
            where = " WHERE hex(id) = upper('" + Sample.entry(vault, "BETA").id() + "')";
        }
        eachByte("SELECT v FROM val" + where, "UPDATE val SET v = ?" + where, STRIDE, (damaged, at) -> {
            try (OpenVault vault = sample.open(file)) {
                assertEquals(
                        new Failure.PartDamaged(Part.VALUE),
                        failureOf(() -> Sample.value(vault, "BETA")),
                        "byte " + at);
                assertEquals("gamma value", Sample.value(vault, "GAMMA"));
            }
        });
    }

    @Test
    void rowsThatAreTooShortOrEmpty() throws Exception {
        try (Connection connection = Sample.connect(file);
                SecretValue code = TestVaults.value(Sample.CODE)) {
            byte[] head = blob(connection, "SELECT ov FROM item WHERE id = (SELECT min(id) FROM item)");
            for (int length : new int[] {0, 1, 12, 40, 41, 42, head.length - 1}) {
                byte[] cut = java.util.Arrays.copyOf(head, length);
                update(connection, "UPDATE item SET ov = ? WHERE id = (SELECT min(id) FROM item)", cut);
                assertEquals(
                        new Failure.PartDamaged(Part.HEADS), failureOf(() -> sample.open(file)), "length " + length);
            }
            update(connection, "UPDATE item SET ov = ? WHERE id = (SELECT min(id) FROM item)", head);
            for (int length : new int[] {0, 67, 159, 161}) {
                update(connection, "UPDATE head SET v = zeroblob(?) WHERE k = 2", length);
                assertEquals(SLOT_DAMAGED, failureOf(() -> unlock(code)), "length " + length);
            }
        }
    }
}
