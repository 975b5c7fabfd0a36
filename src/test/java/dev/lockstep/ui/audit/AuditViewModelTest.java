package dev.lockstep.ui.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.AuditLog.Damage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditViewModelTest {
    @TempDir
    private Path folder;

    private AuditDesk desk;
    private SecretId stripe;

    @BeforeEach
    void open() throws Exception {
        desk = new AuditDesk(folder);
        stripe = desk.use("STRIPE_API_KEY");
        desk.use("GITHUB_TOKEN");
        desk.vault.secrets().trash(List.of(stripe));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static List<String> told(AuditViewModel model) {
        return model.rows().stream()
                .map(row -> switch (row) {
                    case AuditRow.Told told ->
                        told.entry().event() + " " + told.entry().name();
                    case AuditRow.Broken broken ->
                        broken.damage().kind() + " " + broken.damage().from() + ".."
                                + broken.damage().to();
                })
                .toList();
    }

    private static AuditEntry entry(AuditViewModel model, int row) {
        return ((AuditRow.Told) model.rows().get(row)).entry();
    }

    @Test
    void everythingIsToldTheNewestFirst() {
        AuditViewModel model = desk.model();
        assertEquals(
                List.of(
                        "TRASHED STRIPE_API_KEY",
                        "REVEALED GITHUB_TOKEN",
                        "ADDED GITHUB_TOKEN",
                        "REVEALED STRIPE_API_KEY",
                        "ADDED STRIPE_API_KEY",
                        "CREATED "),
                told(model));
        assertEquals("6 shown, all 6 entries searched", model.status().get());
        assertInstanceOf(Checking.Outcome.Whole.class, model.checkProperty().get());
    }

    @Test
    void aFilterNarrowsByKindByTextBySecretAndByTime() {
        AuditViewModel model = desk.model();
        model.groupProperty().set(EventGroup.REVEALS);
        assertEquals(List.of("REVEALED GITHUB_TOKEN", "REVEALED STRIPE_API_KEY"), told(model));
        model.textProperty().set("strip");
        assertEquals(List.of("REVEALED STRIPE_API_KEY"), told(model));
        assertTrue(model.filtered());

        model.clear();
        assertFalse(model.filtered());
        assertEquals(6, model.rows().size());
        model.only(Optional.of(entry(model, 1)));
        assertEquals(List.of("REVEALED GITHUB_TOKEN", "ADDED GITHUB_TOKEN"), told(model));
        model.only(Optional.empty());
        model.periodProperty().set(Period.DAY);
        assertEquals(List.of("TRASHED STRIPE_API_KEY", "REVEALED GITHUB_TOKEN", "ADDED GITHUB_TOKEN"), told(model));
    }

    @Test
    void whatIsNotAboutASecretNarrowsNothing() {
        AuditViewModel model = desk.model();
        model.only(Optional.of(entry(model, 5)));
        assertEquals(6, model.rows().size());
        assertEquals(Optional.empty(), model.onlyProperty().get());
    }

    @Test
    void aLongLogIsShownInPartsWithoutALossOrADouble() throws Exception {
        desk.reveal(stripe, 2500);
        AuditViewModel model = desk.model();
        assertEquals(1000, model.rows().size());
        assertEquals(
                "1,000 shown, the newest 1,000 of 2,506 entries searched",
                model.status().get());
        model.older();
        model.older();
        assertEquals(2506, model.rows().size());
        assertFalse(model.reachProperty().get().older());
        List<Long> numbers = model.rows().stream().map(AuditRow::number).toList();
        assertEquals(2506, numbers.stream().distinct().count());
        assertEquals(2506L, numbers.getFirst());
        assertEquals(1L, numbers.getLast());

        model.groupProperty().set(EventGroup.TRASH);
        assertEquals(List.of("TRASHED STRIPE_API_KEY"), told(model), "a rare event is searched for to the beginning");
    }

    @Test
    void whatIsNotedMeanwhileComesToTheTop() throws Exception {
        AuditViewModel model = desk.model();
        model.groupProperty().set(EventGroup.REVEALS);
        desk.vault.secrets().reveal(stripe).close();
        desk.vault.secrets().copy(stripe).close();
        assertEquals(
                List.of("REVEALED STRIPE_API_KEY", "REVEALED GITHUB_TOKEN", "REVEALED STRIPE_API_KEY"), told(model));
        assertEquals("3 shown, all 8 entries searched", model.status().get());
    }

    @Test
    void damageIsToldInItsPlaceWhateverIsAskedFor() throws Exception {
        desk.tamper("DELETE FROM audit WHERE seq IN (2, 3)");
        AuditViewModel model = desk.model();
        assertEquals(
                List.of(
                        "TRASHED STRIPE_API_KEY",
                        "REVEALED GITHUB_TOKEN",
                        "ADDED GITHUB_TOKEN",
                        "MISSING 2..3",
                        "CREATED "),
                told(model));
        model.textProperty().set("no such entry");
        assertEquals(List.of("MISSING 2..3"), told(model));
        assertEquals(
                new Checking.Outcome.Damaged(List.of(new Damage(2, 3, Damage.Kind.MISSING))),
                model.checkProperty().get());
        var words = model.troubleProperty().get().orElseThrow();
        assertEquals("The audit log is not what was written", words.what());
        assertEquals("2 entries are missing (no. 2 to 3).", words.meaning());
    }

    @Test
    void damageThatGoesOnFromOnePartToTheNextIsOnePlace() throws Exception {
        desk.reveal(stripe, 1500);
        desk.tamper("DELETE FROM audit WHERE seq BETWEEN 300 AND 1400");
        AuditViewModel model = desk.model();
        model.older();
        assertEquals(
                List.of("MISSING 300..1400"),
                told(model).stream().filter(row -> row.startsWith("MISSING")).toList());
        assertEquals(1506 - 1101 + 1, model.rows().size());
    }

    @Test
    void theExportHoldsWhatIsAskedForAndIsNoted() throws Exception {
        AuditViewModel model = desk.model();
        model.textProperty().set("github");
        Path csv = folder.resolve("log.csv");
        Files.writeString(csv, "an older one");
        model.export(csv);

        List<String> lines = Files.readAllLines(csv);
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).contains("GITHUB_TOKEN"), lines.get(1));
        assertEquals("Wrote the audit log to log.csv", desk.toasts.getLast().text());
        assertEquals(Optional.empty(), model.exporting().progressProperty().get());
        model.textProperty().set("");
        assertEquals(AuditEvent.EXPORTED, entry(model, 0).event());
        assertEquals("log.csv", AuditWords.about(entry(model, 0), ZoneOffset.UTC));
    }

    @Test
    void inPresentationModeTheNameOfAnExportedFileIsNotTold() {
        desk.discretion.presentingProperty().set(true);
        desk.model().export(folder.resolve("Acme audit log.csv"));

        assertFalse(
                desk.toasts.getLast().text().contains("Acme"),
                desk.toasts.getLast().text());
    }

    @Test
    void anExportThatFailsSaysWhyAndWhatToDo() {
        AuditViewModel model = desk.model();
        model.export(folder.resolve("no such folder/log.csv"));
        var words = model.exporting().failureProperty().get().orElseThrow();
        assertEquals("EXPORT-NO-FOLDER", words.code());
        assertEquals("The folder is not there any more. Choose another one.", words.advice());
        assertEquals("Acme audit log 2026-05-04.csv", model.proposedName());
    }

    @Test
    void closingForgetsWhatWasFound() {
        AuditViewModel model = desk.model();
        model.close();
        model.close();
        assertEquals(List.of(), model.rows());
        assertEquals(1, desk.closed);
    }

    @Test
    void everyEventIsInOneGroupAndHasWords() {
        for (AuditEvent event : AuditEvent.values()) {
            assertFalse(EventWords.of(event).isBlank());
            assertEquals(
                    List.of(EventGroup.ALL, EventGroup.of(event)),
                    Arrays.stream(EventGroup.values())
                            .filter(group -> group.events().contains(event))
                            .toList());
        }
    }

    @Test
    void notesAreToldInWordsAndInTheUsersTime() throws Exception {
        desk.vault
                .history()
                .reveal(stripe, desk.vault.history().versions(stripe).getFirst().version())
                .close();
        AuditViewModel model = desk.model();
        assertEquals("", AuditWords.about(entry(model, 0), ZoneOffset.UTC));
        AuditEntry failed = new AuditEntry(
                1,
                entry(model, 0).when(),
                AuditEvent.FAILED_UNLOCKS,
                Optional.empty(),
                3,
                "",
                "2026-05-02T12:00:00Z - 2026-05-02T12:05:00Z");
        assertEquals(
                "3 attempts, 2 May 2026, 14:00 \u2013 2 May 2026, 14:05",
                AuditWords.about(failed, ZoneOffset.ofHours(2)));
        AuditEntry unlocked =
                new AuditEntry(1, failed.when(), AuditEvent.UNLOCKED, Optional.empty(), 1, "", "RECOVERY_CODE");
        assertEquals("With the recovery code", AuditWords.about(unlocked, ZoneOffset.UTC));
    }
}
