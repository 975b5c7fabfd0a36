package dev.lockstep.ui.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.vault.Backup;
import dev.lockstep.vault.OpenVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsViewModelTest {
    @TempDir
    Path folder;

    private final List<String> left = new ArrayList<>();
    private Shelf shelf;
    private OpenVault vault;
    private BackupsViewModel model;

    @BeforeEach
    void open() throws Exception {
        shelf = new Shelf(folder);
        vault = shelf.withBackups();
        model = new BackupsViewModel(
                vault,
                new ManualTime().background(),
                new BackupsViewModel.Exits(() -> left.add("replaced"), () -> left.add("closed")));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private List<BackupRow> rows() {
        return assertInstanceOf(Stage.Listing.class, model.stageProperty().get())
                .rows();
    }

    @Test
    void theListTellsKindCountsAndState() {
        List<BackupRow> rows = rows();
        assertEquals(13, rows.size());
        assertEquals("Save", rows.getFirst().kind());
        assertEquals("14", rows.getFirst().secrets());
        assertEquals("Checked when made", rows.getFirst().state());
        assertEquals("Last of its day", rows.getLast().kind());
        assertTrue(rows.stream().allMatch(BackupRow::opens));
    }

    @Test
    void aNewBackupIsListedFirst() {
        model.backUp();
        assertEquals("16", rows().getFirst().secrets());
    }

    @Test
    void aCheckedBackupSaysSo() throws Exception {
        Backup newest = rows().getFirst().backup();
        model.verify(newest);
        assertEquals("Checked now, sound", rows().getFirst().state());
        assertEquals(BackupRow.Mood.GOOD, rows().getFirst().mood());
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + newest.file());
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM val");
        }
        model.verify(newest);
        Stage.Checked checked =
                assertInstanceOf(Stage.Checked.class, model.stageProperty().get());
        assertEquals(14, checked.report().findings().size());
        model.list();
        assertEquals("Damaged in 14 places", rows().getFirst().state());
        model.restore(newest);
        assertEquals(
                "VAULT-CHECK-FAILED",
                model.failureProperty().get().orElseThrow().code());
        assertEquals(13, rows().size());
    }

    @Test
    void aRestoreTellsWhatItWillChangeAndTheShellAfterwards() {
        model.compare(rows().getFirst().backup());
        Stage.Compared compared =
                assertInstanceOf(Stage.Compared.class, model.stageProperty().get());
        assertEquals(2, compared.difference().secrets().gone().size());
        assertEquals(1, compared.difference().secrets().changed().size());
        model.restore(compared.backup());
        Stage.Restored restored =
                assertInstanceOf(Stage.Restored.class, model.stageProperty().get());
        assertTrue(Files.exists(folder.resolve(restored.kept())));
        assertEquals(14, vault.catalog().counts().all());
        assertEquals(List.of(), left);
        model.close();
        model.close();
        assertEquals(List.of("closed", "replaced"), left);
    }

    @Test
    void aDamagedVaultIsToldAndRepaired() throws Exception {
        model.check();
        assertTrue(((Stage.Checked) model.stageProperty().get()).report().sound());
        shelf.damage("DELETE FROM val WHERE id = (SELECT min(id) FROM val)");
        model.check();
        assertEquals(
                1,
                ((Stage.Checked) model.stageProperty().get())
                        .report()
                        .findings()
                        .size());
        model.repair();
        assertEquals(16, ((Stage.Repaired) model.stageProperty().get()).report().secrets());
        model.check();
        assertTrue(((Stage.Checked) model.stageProperty().get()).report().sound());
        model.list();
        assertEquals("Before a repair", rows().getFirst().kind());
        assertEquals("Kept as it was", rows().getFirst().state());
    }

    @Test
    void whatFailsIsToldOverTheList() {
        vault.close();
        model.backUp();
        assertEquals("VAULT-LOCKED", model.failureProperty().get().orElseThrow().code());
        assertEquals(13, rows().size());
    }

    @Test
    void workThatIsCalledOffLeadsBackToTheList() {
        var background = new dev.lockstep.ui.kit.Background(
                work -> {
                    Thread.currentThread().interrupt();
                    work.run();
                },
                Runnable::run,
                (delay, action) -> () -> {});
        BackupsViewModel hasty =
                new BackupsViewModel(vault, background, new BackupsViewModel.Exits(() -> {}, () -> {}));
        hasty.check();
        Thread.interrupted();
        assertInstanceOf(Stage.Listing.class, hasty.stageProperty().get());
        assertTrue(hasty.failureProperty().get().isEmpty());
    }
}
