package dev.lockstep.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.History.Comparison;
import dev.lockstep.vault.History.Version;
import dev.lockstep.vault.Origin;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private HistoryDesk desk;
    private HistoryViewModel model;

    @BeforeEach
    void open() throws Exception {
        desk = new HistoryDesk(folder, "KEY", "first", "the second", "third");
        model = desk.model();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Sight sight() {
        return model.sights().sightProperty().get();
    }

    private Version chosen() {
        return model.chosenProperty().get().orElseThrow();
    }

    private String lastToast() {
        return desk.toasts.getLast().text();
    }

    @Test
    void thePresentVersionIsChosenFirstBesideTheOneBeforeIt() {
        assertEquals("KEY", model.name());
        assertEquals(3, model.versions().size());
        assertTrue(chosen().present());
        assertEquals(Optional.of(model.versions().get(1)), model.otherProperty().get());
        assertEquals(
                Optional.of(new Comparison(false, 5, 10)),
                model.comparisonProperty().get());
    }

    @Test
    void aFormerVersionIsComparedWithThePresentOneUntilAnotherIsPicked() {
        model.choose(model.versions().get(2));
        assertEquals(
                Optional.of(model.versions().getFirst()), model.otherProperty().get());
        assertEquals(
                "Another value of the same length, 5 bytes, 2 mo apart",
                HistoryWords.compared(
                        model.comparisonProperty().get().orElseThrow(),
                        chosen(),
                        model.otherProperty().get().orElseThrow()));

        model.compareWith(Optional.of(model.versions().get(1)));
        assertEquals(
                Optional.of(new Comparison(false, 5, 10)),
                model.comparisonProperty().get());
    }

    @Test
    void comparingIsNotNotedAndShowsNothing() throws Exception {
        model.choose(model.versions().get(2));
        assertEquals(List.of(AuditEvent.VALUE_CHANGED), desk.told(1));
        assertInstanceOf(Sight.Hidden.class, sight());
    }

    @Test
    void aShownValueIsNotedAndHiddenWhenItsTimeIsOver() throws Exception {
        model.choose(model.versions().get(2));
        model.toggle();
        SecretValue value = assertInstanceOf(Sight.Shown.class, sight()).value();
        assertEquals("first", value.use(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals(List.of(AuditEvent.FORMER_REVEALED), desk.told(1));
        assertEquals(20, model.sights().secondsLeftProperty().get());

        desk.time.pass(Duration.ofSeconds(20));
        assertInstanceOf(Sight.Hidden.class, sight());
        assertThrows(IllegalStateException.class, () -> value.at(0));
    }

    @Test
    void bothValuesOfADifferenceAreNotedAndClosedTogether() throws Exception {
        model.choose(model.versions().get(2));
        model.toggleDifference();
        Sight.Apart apart = assertInstanceOf(Sight.Apart.class, sight());
        assertEquals("first", apart.older().use(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals("third", apart.newer().use(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals(List.of(AuditEvent.FORMER_REVEALED, AuditEvent.REVEALED), desk.told(2));

        model.toggleDifference();
        assertInstanceOf(Sight.Hidden.class, sight());
        assertThrows(IllegalStateException.class, () -> apart.older().at(0));
        assertThrows(IllegalStateException.class, () -> apart.newer().at(0));
    }

    @Test
    void choosingAnotherVersionOrLeavingHidesEverything() {
        model.toggle();
        model.choose(model.versions().get(1));
        assertInstanceOf(Sight.Hidden.class, sight());
        model.toggle();
        model.mask();
        assertInstanceOf(Sight.Hidden.class, sight());
        model.toggle();
        model.close();
        assertInstanceOf(Sight.Hidden.class, sight());
        assertEquals(1, desk.closed);
    }

    @Test
    void copyingShowsNothingAndTellsNoValue() throws Exception {
        model.choose(model.versions().get(2));
        model.copy();
        assertInstanceOf(Sight.Hidden.class, sight());
        assertEquals(List.of(AuditEvent.COPIED), desk.told(1));
    }

    @Test
    void restoringMakesAVersionThatIsChosenAndCanBeTakenBack() throws Exception {
        model.choose(model.versions().get(2));
        model.restore();

        assertEquals("first", desk.present());
        assertEquals(4, model.versions().size());
        assertTrue(chosen().present());
        assertEquals(Origin.RESTORED, chosen().origin());
        assertEquals("Restored the value of KEY from 2 May 2026, 12:00", lastToast());

        desk.toasts.getLast().onAction().run();
        assertEquals("third", desk.present());
        assertEquals(5, model.versions().size());
        assertEquals("Undone: the value of KEY is as it was before", lastToast());
    }

    @Test
    void inPresentationModeWhatIsToldInPassingNamesNoSecret() {
        desk.discretion.presentingProperty().set(true);
        model.choose(model.versions().get(2));
        runOnFx(model::copy);
        model.restore();
        desk.toasts.getLast().onAction().run();

        assertEquals(3, desk.toasts.size());
        assertEquals(
                List.of(),
                desk.toasts.stream()
                        .map(Toast::text)
                        .filter(text -> text.contains("KEY"))
                        .toList());
    }

    @Test
    void takingBackAlsoWorksWhenTheScreenIsGone() throws Exception {
        model.choose(model.versions().get(1));
        model.restore();
        model.close();
        desk.toasts.getLast().onAction().run();
        assertEquals("third", desk.present());
    }

    @Test
    void takingBackOverwritesNoNewerValue() throws Exception {
        model.choose(model.versions().get(1));
        model.restore();
        Runnable undo = desk.toasts.getLast().onAction();
        desk.change("typed since");
        undo.run();
        assertEquals("typed since", desk.present());
        assertTrue(lastToast().contains("VAULT-CHANGED-MEANWHILE"), lastToast());
    }

    @Test
    void whereNoFormerValuesAreKeptNothingIsOfferedToTakeBack() throws Exception {
        desk.vault.history().keep(0);
        model.choose(model.versions().get(2));
        model.restore();
        assertEquals("first", desk.present());
        assertEquals(1, model.versions().size());
        assertEquals(null, desk.toasts.getLast().onAction());
    }

    @Test
    void whatCannotBeRestoredSaysWhy() throws Exception {
        assertEquals(Optional.of("This is the present value"), model.blocker());
        model.restore();
        assertEquals(3, model.versions().size());
        model.choose(model.versions().get(1));
        assertEquals(Optional.empty(), model.blocker());
        desk.vault.secrets().trash(List.of(desk.id));
        assertEquals(Optional.of("Restore the secret from the trash first"), model.blocker());
    }

    @Test
    void aChangeFromElsewhereIsTakenOverAndKeepsTheChoice() throws Exception {
        model.choose(model.versions().get(2));
        desk.time.pass(Duration.ofDays(1));
        desk.change("fourth");
        assertEquals(4, model.versions().size());
        assertEquals(model.versions().get(3), chosen());
        assertEquals(
                Optional.of(model.versions().getFirst()), model.otherProperty().get());
        assertEquals(
                Optional.of(new Comparison(false, 5, 6)),
                model.comparisonProperty().get());
    }

    @Test
    void showingIsNoChangeThatWouldHideIt() {
        model.toggle();
        assertInstanceOf(Sight.Shown.class, sight());
    }

    @Test
    void aSecretThatIsDeletedMeanwhileIsToldToBeGone() throws Exception {
        model.toggle();
        desk.vault.secrets().trash(List.of(desk.id));
        desk.vault.secrets().deleteForGood(List.of(desk.id));
        assertEquals(List.of(), model.versions());
        assertEquals("VAULT-GONE", model.damageProperty().get().orElseThrow().code());
        assertInstanceOf(Sight.Hidden.class, sight());
    }

    @Test
    void aDamagedHistoryIsToldByItsNameAndThePresentValueStaysInReach() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + desk.file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM hist WHERE ver = (SELECT min(ver) FROM hist)");
        }
        HistoryViewModel damaged = desk.model();
        assertEquals(
                "VAULT-SET-CHANGED",
                damaged.damageProperty().get().orElseThrow().code());
        assertEquals(
                "An earlier value of a secret is not what was last saved",
                damaged.damageProperty().get().orElseThrow().what());
        assertEquals(1, damaged.versions().size());
        assertTrue(damaged.chosenProperty().get().orElseThrow().present());
    }

    @Test
    void anEmptyValueIsNotShown() throws Exception {
        desk.change("");
        model.choose(model.versions().getFirst());
        model.toggle();
        model.copy();
        assertInstanceOf(Sight.Hidden.class, sight());
        assertEquals(List.of(AuditEvent.VALUE_CHANGED), desk.told(1));
    }

    @Test
    void aSecretWithOneValueHasNothingToCompare() throws Exception {
        desk.close();
        desk = new HistoryDesk(java.nio.file.Files.createDirectory(folder.resolve("other")), "ALONE", "one");
        model = desk.model();
        assertEquals(Optional.empty(), model.otherProperty().get());
        assertEquals(Optional.empty(), model.comparisonProperty().get());
        model.toggleDifference();
        assertInstanceOf(Sight.Hidden.class, sight());
        assertEquals("one", TestVaults.text(desk.vault.secrets().peek(desk.id)));
    }
}
