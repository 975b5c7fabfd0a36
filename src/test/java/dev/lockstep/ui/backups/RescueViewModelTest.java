package dev.lockstep.ui.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescueViewModelTest {
    @TempDir
    Path folder;

    private final List<OpenVault> opened = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private Optional<Path> keyFile = Optional.empty();
    private Shelf shelf;

    @BeforeEach
    void damagedVault() throws Exception {
        shelf = new Shelf(folder);
        shelf.withBackups().close();
    }

    @AfterEach
    void close() {
        opened.forEach(OpenVault::close);
    }

    private RescueViewModel model() {
        return new RescueViewModel(
                shelf.vaults,
                new ManualTime().background(),
                shelf.file,
                keyFile,
                new RescueViewModel.Exits(opened::add, () -> left.add("back")));
    }

    private static List<BackupRow> rows(RescueViewModel model) {
        return assertInstanceOf(
                        RescueViewModel.State.Listing.class,
                        model.stateProperty().get())
                .rows();
    }

    @Test
    void aBackupIsPutInPlaceAndOpened() throws Exception {
        Files.write(shelf.file, new byte[5000]);
        RescueViewModel model = model();
        assertEquals("14", rows(model).getFirst().secrets());
        assertTrue(rows(model).getFirst().canBeTried());
        try (SecretBuffer wrong = Shelf.typed("not this one");
                SecretBuffer right = Shelf.typed(TestVaults.PASSWORD)) {
            model.restore(rows(model).getFirst().backup(), wrong, false);
            assertEquals(
                    "VAULT-WRONG-PASSWORD",
                    model.failureProperty().get().orElseThrow().code());
            model.restore(rows(model).getFirst().backup(), right, false);
        }
        assertInstanceOf(
                RescueViewModel.State.Ended.class, model.stateProperty().get());
        assertEquals(14, opened.getFirst().catalog().counts().all());
        assertTrue(opened.getFirst().rollback().isEmpty());
    }

    @Test
    void whatCanBeReadIsSavedAndShownBeforeTheVault() throws Exception {
        shelf.damage("UPDATE item SET ov = zeroblob(300) WHERE id = (SELECT min(id) FROM item)");
        RescueViewModel model = model();
        try (SecretBuffer right = Shelf.typed(TestVaults.PASSWORD)) {
            model.repair(right, false);
        }
        var repaired = assertInstanceOf(
                RescueViewModel.State.Repaired.class, model.stateProperty().get());
        assertEquals(15, repaired.report().secrets());
        assertEquals(List.of(), opened);
        model.goOn();
        assertEquals(15, opened.getFirst().catalog().counts().all());
    }

    @Test
    void aRepairedVaultThatNobodyWantsIsClosed() throws Exception {
        shelf.damage("UPDATE item SET ov = zeroblob(300) WHERE id = (SELECT min(id) FROM item)");
        RescueViewModel model = model();
        try (SecretBuffer right = Shelf.typed(TestVaults.PASSWORD)) {
            model.repair(right, false);
        }
        model.back();
        assertEquals(List.of("back"), left);
        try (OpenVault vault = shelf.unlock()) {
            assertEquals(15, vault.catalog().counts().all());
        }
    }

    @Test
    void aVaultWithAKeyFileIsRescuedByABackupWithBoth() throws Exception {
        Path key = shelf.addKeyFile();
        Path other = folder.resolve("other key.txt");
        shelf.vaults.createKeyFile(other);
        Files.write(shelf.file, new byte[5000]);
        RescueViewModel model = model();

        assertRefused("VAULT-KEY-FILE-MISSING", model);
        model.keyFile().choose(Files.writeString(folder.resolve("photo"), "no key file"));
        assertRefused("VAULT-KEY-FILE-DAMAGED", model);
        model.keyFile().choose(other);
        assertRefused("VAULT-WRONG-PASSWORD-OR-KEY-FILE", model);
        model.keyFile().choose(key);
        restore(model, rows(model).getFirst());

        assertEquals(16, opened.getFirst().catalog().counts().all());
        assertTrue(opened.getFirst().rollback().isEmpty());
        assertTrue(opened.getFirst().keys().ways().stream().anyMatch(way -> way.way() == Way.PASSWORD_AND_KEY_FILE));
    }

    @Test
    void theRememberedKeyFileIsUsedAndDoesNotCountForABackupFromBeforeIt() throws Exception {
        keyFile = Optional.of(shelf.addKeyFile());
        Files.write(shelf.file, new byte[5000]);
        RescueViewModel model = model();
        restore(model, rows(model).get(1));

        assertEquals(14, opened.getFirst().catalog().counts().all());
    }

    @Test
    void whatCanBeReadOfAVaultWithAKeyFileIsSaved() throws Exception {
        keyFile = Optional.of(shelf.addKeyFile());
        shelf.damage("UPDATE item SET ov = zeroblob(300) WHERE id = (SELECT min(id) FROM item)");
        RescueViewModel model = model();
        try (SecretBuffer right = Shelf.typed(TestVaults.PASSWORD)) {
            model.repair(right, false);
        }
        model.goOn();

        assertEquals(15, opened.getFirst().catalog().counts().all());
    }

    private static void assertRefused(String code, RescueViewModel model) throws Exception {
        restore(model, rows(model).getFirst());
        assertEquals(code, model.failureProperty().get().orElseThrow().code());
    }

    private static void restore(RescueViewModel model, BackupRow row) throws Exception {
        try (SecretBuffer typed = Shelf.typed(TestVaults.PASSWORD)) {
            model.restore(row.backup(), typed, false);
        }
    }
}
