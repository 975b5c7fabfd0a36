package dev.lockstep.ui.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.transfer.PlanExport.Format;
import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncViewModelTest {
    @TempDir
    private Path folder;

    private SyncDesk desk;
    private RemoteId hooks;
    private SecretId fresh;

    @BeforeEach
    void open() throws Exception {
        desk = new SyncDesk(folder);
        hooks = desk.remote("Hooks", VendorContracts.HOOKLISTENER, Direction.PUSH, true);
        fresh = desk.secret("FRESH", "one");
        Traces wrote = SyncDesk.at(desk.time.instant().minus(Duration.ofDays(2)));
        for (String name : List.of("GONE_1", "GONE_2", "GONE_3", "GONE_4")) {
            SecretId gone = desk.secret(name, "value");
            desk.ours(hooks, gone, "value", wrote, Optional.of(wrote));
            desk.trash(gone);
        }
        desk.secret("CLASH", "here");
        desk.foreign(hooks, "CLASH", "STRANGER");
        desk.listed(hooks);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static PlanList list(SyncViewModel model) {
        return SyncDesk.planned(model).plan();
    }

    private static Row row(PlanList list, String name) {
        return list.plan().rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Line line(PlanList list, String name) {
        return list.lines().stream()
                .filter(line -> line instanceof Line.Planned planned
                        && list.row(planned).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachFilterShowsItsLinesUnderTheirRemote() {
        PlanList list = list(desk.model());
        list.showProperty().set(Show.DELETES);
        assertEquals(new Line.Heading(hooks), list.lines().getFirst());
        assertEquals(5, list.lines().size());
        assertEquals(4, list.count(Show.DELETES));
        list.showProperty().set(Show.FOREIGN);
        assertTrue(list.lines().contains(new Line.Foreign(hooks, "STRANGER")));
        assertEquals(list.count(Show.FOREIGN), list.lines().size() - 1);
        list.showProperty().set(Show.ALL);
        assertEquals(list.count(Show.ALL), list.lines().size() - 1);
        list.searchProperty().set("fre");
        assertEquals(2, list.lines().size());
    }

    @Test
    void aTickGoesAndComesAndAHeadingTicksWhatIsShownUnderIt() {
        PlanList list = list(desk.model());
        list.tick(line(list, "FRESH"));
        assertFalse(row(list, "FRESH").ticked());
        list.showProperty().set(Show.DELETES);
        list.tick(new Line.Heading(hooks));
        assertTrue(list.plan().ticked().isEmpty());
        list.tick(new Line.Heading(hooks));
        assertEquals(4, list.plan().ticked().size());
        assertFalse(row(list, "FRESH").ticked(), "it was not shown");
    }

    @Test
    void manyDeletionsAreNotAppliedBeforeTheirNumberIsTyped() {
        SyncViewModel model = desk.model();
        model.confirm();
        Stage.Confirming confirming =
                assertInstanceOf(Stage.Confirming.class, model.stageProperty().get());
        model.apply();
        assertInstanceOf(Stage.Confirming.class, model.stageProperty().get());
        confirming.deletions().typedProperty().set("3");
        assertFalse(confirming.deletions().isTyped());
        confirming.deletions().typedProperty().set(" 4 ");
        assertTrue(confirming.deletions().isTyped());
        model.leave();
        assertInstanceOf(Stage.Planned.class, model.stageProperty().get());
    }

    @Test
    void aRemoteWasEmptiedOnPurposeOnlyOnceTheNumberOfWhatWasThereIsTypedAndForThatListAlone() throws Exception {
        desk.head(hooks, Head.NONE.listed(desk.time.instant(), 0));
        SyncViewModel model = desk.model();
        Banner.EmptyListing list = assertInstanceOf(
                Banner.EmptyListing.class, list(model).plan().banners().getFirst());
        model.doubt(list);
        Stage.Doubting doubting =
                assertInstanceOf(Stage.Doubting.class, model.stageProperty().get());
        model.believe();
        assertEquals(doubting, model.stageProperty().get());
        model.leave();
        assertEquals(List.of(list), list(model).plan().banners());

        model.doubt(list);
        ((Stage.Doubting) model.stageProperty().get()).owned().typedProperty().set("4");
        model.believe();
        assertEquals(List.of(), list(model).plan().banners());
        assertFalse(list(model).plan().rows().isEmpty());

        desk.head(hooks, Head.NONE.listed(desk.time.instant().plusSeconds(60), 0));
        model.back();
        assertEquals(1, list(model).plan().banners().size());
        assertEquals(List.of(), list(model).plan().rows());
    }

    @Test
    void theRowsOfARunThatIsResumedAreShownOnceTheyAreKnown() {
        List<Row> rows = list(desk.model()).work();
        Live live = new Live(List.of(), desk.time.background());
        assertEquals(List.of(), live.rows());
        live.starting(rows);
        assertEquals(rows, live.rows());
        assertTrue(live.started());
        assertEquals(1, live.changesProperty().get());
    }

    @Test
    void whatWasDecidedStaysDecidedWhenTheVaultChanges() throws Exception {
        SyncViewModel model = desk.model();
        PlanList before = list(model);
        before.tick(line(before, "FRESH"));
        before.choose(row(before, "CLASH").key(), Choice.ADOPT);
        before.showProperty().set(Show.DELETES);
        desk.secret("LATER", "two");

        PlanList now = list(model);
        assertTrue(now.plan().rows().stream().anyMatch(row -> row.name().equals("LATER")));
        assertFalse(row(now, "FRESH").ticked());
        assertEquals(Operation.ADOPT, row(now, "CLASH").operation());
        assertEquals(Show.DELETES, now.showProperty().get());
    }

    @Test
    void allNameClashesOfARemoteAreAdoptedAtOnce() {
        PlanList list = list(desk.model());
        list.adoptAll(hooks);
        assertEquals(Operation.ADOPT, row(list, "CLASH").operation());
        assertTrue(row(list, "CLASH").ticked());
        assertTrue(list.adoptable(hooks, "CLASH").isPresent());
        assertTrue(list.adoptable(hooks, "STRANGER").isEmpty());
    }

    @Test
    void theMatrixTellsEverySecretAtEveryRemoteAndWhatIsMissing() throws Exception {
        RemoteId other = desk.remote("Other", VendorContracts.MIXPEEK, Direction.PUSH, false);
        desk.listed(other);
        SyncViewModel model = desk.model();
        MatrixList matrix = SyncDesk.planned(model).matrix();
        Matrix.Entry entry = matrix.entries().stream()
                .filter(one -> one.secret().equals(Optional.of(fresh)))
                .findFirst()
                .orElseThrow();
        assertEquals("FRESH", entry.name());
        assertEquals(Sign.MISSING, entry.cell(hooks).sign());
        assertEquals(Sign.MISSING, entry.cell(other).sign());
        matrix.gapProperty().set(Gap.FOREIGN);
        assertEquals(
                List.of("CLASH", "STRANGER"),
                matrix.entries().stream().map(Matrix.Entry::name).toList());
        assertEquals(2, matrix.count(Gap.FOREIGN));
        assertEquals(4, matrix.matrix().total(hooks).get(Sign.UNCHANGED));
    }

    @Test
    void aPlanOfSomeSecretsCoversThoseAlone() throws Exception {
        RemoteId other = desk.remote("Other", VendorContracts.MIXPEEK, Direction.PUSH, false);
        desk.foreign(other, "ELSEWHERE");
        desk.listed(other);
        SyncViewModel model = desk.model(Set.of(fresh));
        MatrixList matrix = SyncDesk.planned(model).matrix();

        assertEquals(
                List.of("FRESH"),
                matrix.entries().stream().map(Matrix.Entry::name).toList());
        assertEquals(0, matrix.count(Gap.FOREIGN));
        assertEquals(
                Map.of(Sign.MISSING, 1), matrix.matrix().total(hooks), "what a column comes to is of these secrets");
        assertEquals(2, matrix.matrix().sites().size());
    }

    @Test
    void aPlanOfSomeSecretsLeavesOutTheRemotesThatHaveNothingToDoWithThem() throws Exception {
        Entry elsewhere = desk.inAnotherCollection("ELSEWHERE", "value");
        SyncViewModel model = desk.model(Set.of(elsewhere.id()));

        assertEquals(List.of(), SyncDesk.planned(model).matrix().matrix().sites());
    }

    @Test
    void whatIsShownOfNamesThereStaysWhenTheVaultChanges() throws Exception {
        RemoteId other = desk.remote("Other", VendorContracts.MIXPEEK, Direction.PUSH, false);
        desk.foreign(other, "ELSEWHERE");
        desk.listed(other);
        SyncViewModel model = desk.model();
        ThereList there = SyncDesk.planned(model).there();
        assertEquals(other, there.shown().orElseThrow().remote(), "a first contact before others");
        there.chosenProperty().set(Optional.of(hooks));
        desk.secret("LATER", "two");
        assertEquals(
                hooks, SyncDesk.planned(model).there().shown().orElseThrow().remote());
    }

    @Test
    void aCellLeadsToItsRowWhateverThePlanShows() {
        SyncViewModel model = desk.model();
        PlanList list = list(model);
        list.showProperty().set(Show.DELETES);
        model.tabProperty().set(Tab.MATRIX);
        model.toPlan(SyncDesk.planned(model), row(list, "FRESH").key());
        assertEquals(Tab.PLAN, model.tabProperty().get());
        assertEquals(Optional.of(line(list, "FRESH")), list.chosenProperty().get());
    }

    @Test
    void thePlanIsWrittenForReviewWithNamesAndWithoutValues() throws Exception {
        SyncViewModel model = desk.model();
        Path markdown = folder.resolve("plan.md");
        model.export(markdown, Format.MARKDOWN);
        model.export(folder.resolve("plan.json"), Format.JSON);
        String text = Files.readString(markdown);
        assertTrue(text.contains("## Hooks") && text.contains("It is in the trash here"), text);
        assertFalse(text.contains("value\\n"), text);
        assertEquals(2, desk.toasts.size());
        model.export(folder.resolve("nowhere/plan.md"), Format.MARKDOWN);
        assertEquals(
                "EXPORT-NO-FOLDER", model.failureProperty().get().orElseThrow().code());
    }

    @Test
    void whereNobodyAnswersTheCheckEndsWithABanner() throws Exception {
        SyncViewModel model = desk.model();
        model.check();
        assertInstanceOf(Stage.Planned.class, model.stageProperty().get());
        assertFalse(list(model).plan().banners().isEmpty());
        assertTrue(list(model).plan().ticked().isEmpty(), "nothing is done without a whole list");
    }

    @Test
    void closingTwiceClosesOnceAndNothingIsShownAfterwards() throws Exception {
        SyncViewModel model = desk.model();
        Stage last = model.stageProperty().get();
        model.close();
        model.close();
        desk.secret("LATER", "two");
        assertEquals(1, desk.closed);
        assertEquals(last, model.stageProperty().get());
    }
}
