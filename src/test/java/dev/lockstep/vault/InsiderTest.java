package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.TestKeys;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents that nobody but the program could have sealed, and that it would never write: a later version, or a bug, might. */
class InsiderTest {
    private static final int ROUNDS = 500;

    @TempDir
    private Path folder;

    private final Random random = new Random(99);

    @Test
    void aHeadOfAnyContentIsShownOrRefusedByName() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        int opened = 0;
        try (Connection connection = Sample.connect(file);
                Keyring keys = TestKeys.of(sample.key(), new SecureRandom());
                RowCipher cipher = keys.cipher()) {
            byte[] id = Sample.blob(connection, "SELECT min(id) FROM item");
            SealedRow head = row(Sample.blob(connection, "SELECT ov FROM item WHERE id = ?", id));
            SealedRow sealedManifest = row(Sample.blob(connection, "SELECT v FROM head WHERE k = 100"));
            Manifest manifest = Manifest.open(cipher, sealedManifest, SealedState.NEWEST_FORMAT);
            RowAddress address = RowAddress.item(RowId.of(id));
            byte[] content = cipher.open(address, head, Failure.Part.HEADS);
            for (int round = 0; round < ROUNDS; round++) {
                byte[] other = mutated(content);
                SealedRow forged = cipher.seal(address, head.version(), head.epoch(), other);
                Manifest.Rows items =
                        manifest.items().without(cipher.element(head)).with(cipher.element(forged));
                Manifest next = manifest.withRows(
                        items, manifest.keyValues(), manifest.history(), manifest.sync(), manifest.seals() + 1);
                Sample.update(connection, "UPDATE item SET ov = ? WHERE id = ?", forged.wire(), id);
                Sample.update(
                        connection,
                        "UPDATE head SET v = ? WHERE k = 100",
                        next.seal(cipher).wire());
                opened += use(sample, file, other) ? 1 : 0;
            }
        }
        assertTrue(opened > ROUNDS / 10 && opened < ROUNDS, "opened " + opened);
    }

    private static SealedRow row(byte[] wire) {
        return SealedRow.of(wire).orElseThrow();
    }

    private byte[] mutated(byte[] content) {
        boolean cut = random.nextInt(8) == 0;
        byte[] other = Arrays.copyOf(content, cut ? random.nextInt(content.length + 20) : content.length);
        for (int left = random.nextInt(3); left >= 0 && other.length > 0; left--) {
            other[random.nextInt(other.length)] = (byte) (random.nextBoolean() ? random.nextInt(8) : random.nextInt());
        }
        return other;
    }

    /** Asks an opened vault for everything that a screen would. */
    private static boolean use(Sample sample, Path file, byte[] content) {
        try (OpenVault vault = sample.open(file)) {
            for (Query.Order order : Query.Order.values()) {
                Catalog.Hits hits = vault.catalog().find(new Query(new Query.Scope.All(), "a", order, false));
                for (int i = 0; i < hits.size(); i++) {
                    hits.entry(i).orElseThrow();
                }
            }
            vault.catalog().counts();
            vault.catalog().find(new Query(new Query.Scope.RotateSoon(), "", Query.Order.NAME, true));
            vault.catalog().find(new Query(new Query.Scope.NameProblems(), "", Query.Order.NAME, true));
            vault.catalog().find(new Query(new Query.Scope.Tagged("x"), "", Query.Order.NAME, true));
            HealthReport health = vault.health().report();
            health.findings().forEach(Finding::secret);
            health.ages().forEach(count -> health.aged(count.age()).forEach(Finding::secret));
            health.dues().forEach(count -> health.due(count.month()).forEach(Finding::secret));
            return true;
        } catch (VaultException e) {
            boolean named = e.failure().equals(new Failure.PartDamaged(Failure.Part.HEADS))
                    || e.failure() instanceof Failure.SetChanged;
            assertTrue(named, Arrays.toString(content) + " " + e.failure());
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(Arrays.toString(content), e);
        }
    }
}
