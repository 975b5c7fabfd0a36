package dev.lockstep.ui.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Age;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Finding;
import dev.lockstep.vault.Finding.Concern;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthViewModelTest {
    private static final String TEST_KEY = "sk_" + "test_51MzQk2eZvKYlo2C0O1lI8rTq7Xw";

    @TempDir
    private Path folder;

    private Ward ward;

    @BeforeEach
    void open() throws Exception {
        ward = new Ward(folder);
    }

    @AfterEach
    void close() {
        ward.close();
    }

    private static Overview overview(HealthViewModel model) {
        return model.overviewProperty().get().orElseThrow();
    }

    private static List<SecretId> found(HealthViewModel model) {
        return model.findingsProperty().get().stream().map(Finding::secret).toList();
    }

    @Test
    void theListShowsWhatIsPickedAndTheSameAfterAChange() throws Exception {
        SecretId late = ward.due("LATE", -1);
        SecretId weak = ward.add(ward.production, "WEAK", "hunter2");
        HealthViewModel model = ward.model();
        assertEquals(List.of(late, weak), found(model));

        model.pick(new Shown.About(Concern.WEAK));
        assertEquals(List.of(weak), found(model));
        SecretId weaker = ward.add(ward.production, "WEAKER", "1234");
        assertEquals(List.of(weak, weaker), found(model));

        model.pick(new Shown.DueIn(Optional.empty()));
        assertEquals(List.of(late), found(model));
        model.pick(new Shown.Aged(Age.MONTH));
        assertEquals(List.of(late, weak, weaker), found(model));
    }

    @Test
    void theReportTurnsWithTheDayWhileItIsOpen() throws Exception {
        SecretId today = ward.due("TODAY", 0);
        HealthViewModel model = ward.model();
        model.pick(new Shown.About(Concern.OVERDUE));
        assertEquals(List.of(), found(model));

        ward.time.pass(Duration.ofHours(12).plusMinutes(1));

        assertEquals(List.of(today), found(model));
        assertEquals(1, overview(model).count(Concern.OVERDUE));
        assertEquals(0, overview(model).count(Concern.DUE_SOON));
    }

    @Test
    void theReportTurnsWithinAMinuteAfterANightOfSleep() throws Exception {
        ward.due("TODAY", 0);
        HealthViewModel model = ward.model();

        ward.time.sleep(Duration.ofDays(40));
        ward.time.pass(Duration.ofMinutes(1));

        assertEquals(1, overview(model).count(Concern.OVERDUE));
        assertEquals(
                Optional.of(YearMonth.of(2026, 6)),
                overview(model).dues().get(1).month());
    }

    @Test
    void aNewValueTakesItsFindingsAway() throws Exception {
        SecretId weak = ward.add(ward.production, "WEAK", "hunter2");
        HealthViewModel model = ward.model();
        assertEquals(1, overview(model).affected());

        Entry entry = ward.vault.catalog().entry(weak).orElseThrow();
        try (SecretValue value = TestVaults.value(Ward.STRONG)) {
            ward.vault.secrets().edit(entry, SecretDetails.of(entry), value);
        }

        assertEquals(0, overview(model).affected());
        assertEquals(List.of(), found(model));
    }

    @Test
    void aFindingOpensTheEditorOverTheReport() throws Exception {
        SecretId weak = ward.add(ward.production, "WEAK", "hunter2");
        HealthViewModel model = ward.model();

        model.open(model.findingsProperty().get().getFirst());

        assertEquals(List.of(weak), ward.edited.stream().map(Entry::id).toList());
        assertEquals(0, ward.closed);
    }

    @Test
    void aFindingIsShownInTheListOnceTheReportIsClosed() throws Exception {
        SecretId weak = ward.add(ward.production, "WEAK", "hunter2");
        HealthViewModel model = ward.model();

        model.locate(model.findingsProperty().get().getFirst());

        assertEquals(List.of(weak), ward.listed.stream().map(Entry::id).toList());
        assertEquals(1, ward.closed);
    }

    @Test
    void aFindingOfASecretThatIsGoneLeadsNowhere() throws Exception {
        SecretId weak = ward.add(ward.production, "WEAK", "hunter2");
        HealthViewModel model = ward.model();
        Finding finding = model.findingsProperty().get().getFirst();
        ward.vault.secrets().trash(List.of(weak));
        ward.vault.secrets().deleteForGood(List.of(weak));

        model.open(finding);
        model.locate(finding);

        assertEquals(List.of(), ward.edited);
        assertEquals(List.of(), ward.listed);
        assertEquals(0, ward.closed);
    }

    @Test
    void lookingTellsItsProgressAndFindsWhatIsMisplaced() throws Exception {
        SecretId misplaced = ward.add(ward.production, "STRIPE_API_KEY", TEST_KEY);
        ward.add(ward.production, "OTHER", Ward.STRONG);
        HealthViewModel model = ward.model();
        List<Looking> told = new ArrayList<>();
        model.lookingProperty().subscribe(now -> told.add(now));
        assertEquals(2, overview(model).unseen());
        assertEquals(List.of(), found(model));

        model.look();

        assertEquals(
                List.of(
                        new Looking.Idle(""),
                        new Looking.Running(0, 2),
                        new Looking.Running(1, 2),
                        new Looking.Running(2, 2),
                        new Looking.Idle("")),
                told);
        assertEquals(0, overview(model).unseen());
        assertEquals(List.of(misplaced), found(model));
        assertTrue(ward.vault
                .catalog()
                .entry(misplaced)
                .orElseThrow()
                .lastRevealed()
                .isEmpty());
    }

    @Test
    void whatWasSeenBeforeACancelCounts() throws Exception {
        ward.add(ward.production, "ALPHA", Ward.STRONG);
        ward.add(ward.production, "BETA", Ward.STRONG + "2");
        Queue<Runnable> jobs = new ArrayDeque<>();
        HealthViewModel model = ward.model(new Background(jobs::add, Runnable::run, (delay, action) -> () -> {}));
        work(jobs);
        model.lookingProperty().subscribe(now -> {
            if (now instanceof Looking.Running running && running.done() == 1) {
                model.cancel();
            }
        });

        model.look();
        assertInstanceOf(Looking.Running.class, model.lookingProperty().get());
        work(jobs);

        assertEquals(new Looking.Idle(""), model.lookingProperty().get());
        assertEquals(1, overview(model).unseen());
        assertFalse(Thread.interrupted());
    }

    @Test
    void closingEndsLookingAndForgetsWhatWasFound() throws Exception {
        ward.add(ward.production, "ALPHA", "hunter2");
        Queue<Runnable> jobs = new ArrayDeque<>();
        HealthViewModel model = ward.model(new Background(jobs::add, Runnable::run, (delay, action) -> () -> {}));
        work(jobs);
        model.look();

        model.close();
        work(jobs);

        assertEquals(1, ward.closed);
        assertEquals(Optional.empty(), model.overviewProperty().get());
        assertEquals(List.of(), model.findingsProperty().get());
        assertEquals(0, ward.vault.health().report().lookedInto());
    }

    @Test
    void manyChangesAreReadInOneReport() throws Exception {
        Queue<Runnable> jobs = new ArrayDeque<>();
        HealthViewModel model = ward.model(new Background(jobs::add, Runnable::run, (delay, action) -> () -> {}));
        for (int i = 0; i < 20; i++) {
            ward.add(ward.production, "WEAK_" + i, "hunter2");
        }
        assertEquals(1, jobs.size());

        work(jobs);

        assertEquals(20, overview(model).count(Concern.WEAK));
    }

    @Test
    void afterItIsClosedNothingWakesIt() {
        HealthViewModel model = ward.model();
        assertEquals(1, ward.time.waiting());
        model.close();
        assertEquals(0, ward.time.waiting());
    }

    @Test
    void everyFindingHasASentenceWithoutTheValue() throws Exception {
        ward.fill();
        HealthViewModel model = ward.model();
        model.look();
        FindingWords words = new FindingWords(model, ZoneOffset.UTC);

        List<String> sentences = model.findingsProperty().get().stream()
                .map(finding -> words.of(finding, model.entry(finding).orElseThrow()))
                .toList();

        assertTrue(
                sentences.contains("Looks like a Stripe test key, in a collection for production"),
                sentences::toString);
        assertTrue(sentences.contains("Looks like a Stripe live key, in a collection for tests"), sentences::toString);
        assertTrue(sentences.contains("Same value as DATABASE_PASSWORD (Acme, staging)"), sentences::toString);
        assertTrue(sentences.contains("The value is empty"), sentences::toString);
        assertTrue(sentences.contains("A new value is due today"), sentences::toString);
        assertTrue(sentences.stream().noneMatch(words2 -> words2.contains("hunter2")), sentences::toString);
    }

    private static void work(Queue<Runnable> jobs) {
        while (!jobs.isEmpty()) {
            jobs.remove().run();
        }
    }
}
