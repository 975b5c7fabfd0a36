package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.blob;
import static dev.lockstep.vault.Sample.failureOf;
import static dev.lockstep.vault.Sample.update;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.model.Failure;
import dev.lockstep.model.Failure.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Genuine rows at the wrong place or time, and missing ones: by somebody who can write the file but has no key. */
class TamperedRowsTest {
    private static final Failure HEADS_DAMAGED = new Failure.PartDamaged(Part.HEADS);
    private static final Failure HEADS_CHANGED = new Failure.SetChanged(Part.HEADS);
    private static final Failure SETTINGS_CHANGED = new Failure.SetChanged(Part.SETTINGS);
    private static final Failure VALUE_DAMAGED = new Failure.PartDamaged(Part.VALUE);
    private static final Failure VALUE_CHANGED = new Failure.SetChanged(Part.VALUE);

    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;
    private Path older;
    private byte[] alpha;
    private byte[] beta;

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.in(folder);
        older = sample.olderIn(folder);
        try (OpenVault vault = sample.open(file)) {
            alpha = Sample.id(vault, "ALPHA");
            beta = Sample.id(vault, "BETA");
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
        }
    }

    private void change(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(file)) {
            assertEquals(1, update(connection, sql, arguments));
        }
    }

    private byte[] read(Path from, String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(from)) {
            return blob(connection, sql, arguments);
        }
    }

    private void swap(String table, String column) throws Exception {
        String select = "SELECT " + column + " FROM " + table + " WHERE id = ?";
        byte[] one = read(file, select, alpha);
        byte[] two = read(file, select, beta);
        change("UPDATE " + table + " SET " + column + " = ? WHERE id = ?", two, alpha);
        change("UPDATE " + table + " SET " + column + " = ? WHERE id = ?", one, beta);
    }

    /** Opens all the same, but the value of one secret is refused and the other is whole. */
    private void refusesValue(Failure failure, String refused, String whole) throws Exception {
        try (OpenVault vault = sample.open(file)) {
            assertEquals(failure, failureOf(() -> Sample.value(vault, refused)));
            assertEquals(
                    failure,
                    failureOf(() ->
                            vault.secrets().reveal(Sample.entry(vault, refused).id())));
            assertEquals(whole.toLowerCase(java.util.Locale.ROOT) + " value", Sample.value(vault, whole));
        }
    }

    @Test
    void swappedHeads() throws Exception {
        swap("item", "ov");
        sample.refuses(HEADS_DAMAGED, file);
    }

    @Test
    void swappedValues() throws Exception {
        swap("val", "v");
        refusesValue(VALUE_DAMAGED, "ALPHA", "GAMMA");
        refusesValue(VALUE_DAMAGED, "BETA", "GAMMA");
    }

    @Test
    void swappedHeadsAndValues() throws Exception {
        swap("item", "ov");
        swap("val", "v");
        sample.refuses(HEADS_DAMAGED, file);
    }

    @Test
    void aHeadCopiedUnderANewId() throws Exception {
        change("INSERT INTO item (id, ov) SELECT zeroblob(16), ov FROM item WHERE id = ?", alpha);
        sample.refuses(HEADS_DAMAGED, file);
    }

    @Test
    void anIdOfTheWrongLength() throws Exception {
        change("UPDATE item SET id = zeroblob(15) WHERE id = ?", alpha);
        sample.refuses(HEADS_DAMAGED, file);
        change("UPDATE item SET id = ? WHERE length(id) = 15", alpha);
        sample.open(file).close();
    }

    @Test
    void aDeletedHead() throws Exception {
        change("DELETE FROM item WHERE id = ?", alpha);
        sample.refuses(HEADS_CHANGED, file);
    }

    @Test
    void aHeadOfBefore() throws Exception {
        change("UPDATE item SET ov = ? WHERE id = ?", read(older, "SELECT ov FROM item WHERE id = ?", beta), beta);
        sample.refuses(HEADS_CHANGED, file);
    }

    @Test
    void headAndValueOfBefore() throws Exception {
        change("UPDATE item SET ov = ? WHERE id = ?", read(older, "SELECT ov FROM item WHERE id = ?", beta), beta);
        change("UPDATE val SET v = ? WHERE id = ?", read(older, "SELECT v FROM val WHERE id = ?", beta), beta);
        sample.refuses(HEADS_CHANGED, file);
    }

    @Test
    void aValueOfBefore() throws Exception {
        change("UPDATE val SET v = ? WHERE id = ?", read(older, "SELECT v FROM val WHERE id = ?", beta), beta);
        refusesValue(VALUE_CHANGED, "BETA", "ALPHA");
    }

    @Test
    void aDeletedValue() throws Exception {
        change("DELETE FROM val WHERE id = ?", alpha);
        refusesValue(VALUE_CHANGED, "ALPHA", "BETA");
    }

    @Test
    void aFormerValueInPlaceOfThePresentOne() throws Exception {
        change("UPDATE val SET v = (SELECT v FROM hist WHERE hist.id = val.id) WHERE id = ?", beta);
        refusesValue(VALUE_DAMAGED, "BETA", "ALPHA");
    }

    @Test
    void aValueMovedToAnotherField() throws Exception {
        change("UPDATE val SET f = 2 WHERE id = ?", alpha);
        refusesValue(VALUE_CHANGED, "ALPHA", "BETA");
    }

    @Test
    void aDeletedKeyValueRow() throws Exception {
        change("DELETE FROM kv WHERE k = (SELECT min(k) FROM kv)");
        sample.refuses(SETTINGS_CHANGED, file);
    }

    @Test
    void aKeyValueRowUnderAnotherKey() throws Exception {
        change("UPDATE kv SET v = (SELECT v FROM kv WHERE k = (SELECT max(k) FROM kv)) WHERE k = (SELECT min(k) FROM"
                + " kv)");
        sample.refuses(new Failure.PartDamaged(Part.SETTINGS), file);
    }

    @Test
    void keyValueRowsOfBefore() throws Exception {
        try (Connection connection = Sample.connect(file)) {
            update(connection, "ATTACH ? AS older", older.toString());
            assertEquals(4, update(connection, "UPDATE kv SET v = o.v FROM older.kv AS o WHERE o.k = kv.k"));
        }
        sample.refuses(SETTINGS_CHANGED, file);
    }

    @Test
    void theManifestOfBefore() throws Exception {
        change("UPDATE head SET v = ? WHERE k = 100", read(older, "SELECT v FROM head WHERE k = 100"));
        sample.refuses(SETTINGS_CHANGED, file);
    }

    @Test
    void everythingOfBeforeButOneValue() throws Exception {
        byte[] newer = read(file, "SELECT v FROM val WHERE id = ?", beta);
        file = older;
        change("UPDATE val SET v = ? WHERE id = ?", newer, beta);
        refusesValue(VALUE_CHANGED, "BETA", "ALPHA");
    }

    @Test
    void rowsOfAnotherVault() throws Exception {
        Path other = folder.resolve("other.lockstep");
        try (OpenVault vault = TestVaults.create(other)) {
            TestVaults.add(vault, "THEIRS", "their value");
        }
        byte[] head = read(other, "SELECT ov FROM item");
        change("UPDATE item SET ov = ? WHERE id = ?", head, alpha);
        sample.refuses(HEADS_DAMAGED, file);
        Files.write(file, sample.present());
        change("UPDATE val SET v = ? WHERE id = ?", read(other, "SELECT v FROM val"), alpha);
        refusesValue(VALUE_DAMAGED, "ALPHA", "BETA");
    }

    @Test
    void slotsAndManifestThatAreMissing() throws Exception {
        change("DELETE FROM head WHERE k = 100");
        sample.refuses(new Failure.PartDamaged(Part.MANIFEST), file);
        Files.write(file, sample.present());
        change("DELETE FROM head WHERE k = 2");
        sample.refuses(new Failure.SetChanged(Part.KEY_SLOT), file);
        change("DELETE FROM head WHERE k = 1");
        sample.refuses(new Failure.PartDamaged(Part.KEY_SLOT), file);
    }

    /** A slot that once was genuine: its password was changed since, and somebody put it back. */
    @Test
    void aKeySlotOfBefore() throws Exception {
        try (Passphrase former = TestVaults.passphrase("the former password");
                Credential credential = Credential.password(former)) {
            byte[] slot = KeySlot.create(sample.key(), credential, TestVaults.CHEAP, new SecureRandom());
            for (int place : new int[] {1, 3}) {
                Files.write(file, sample.present());
                change("INSERT OR REPLACE INTO head (k, v) VALUES (?, ?)", place, slot);
                try (LockedVault locked = TestVaults.VAULTS.open(file)) {
                    assertEquals(new Failure.SetChanged(Part.KEY_SLOT), failureOf(() -> locked.unlock(former)));
                }
            }
        }
    }
}
