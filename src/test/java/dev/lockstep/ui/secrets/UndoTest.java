package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.History;
import dev.lockstep.vault.Origin;
import dev.lockstep.vault.Query.Scope;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be taken back is taken back exactly; what cannot is refused in words, and nothing is overwritten. */
class UndoTest extends ToolkitTest {
    @TempDir
    Path folder;

    private Desk desk;
    private SecretsViewModel model;
    private SecretId key;

    @BeforeEach
    void fill() throws Exception {
        desk = new Desk(folder);
        key = desk.add(desk.collection(), "KEY", "one", "first words", Desk.NO_DAY, "a", "b", "c");
        model = desk.model();
    }

    @AfterEach
    void close() {
        runOnFx(desk::close);
    }

    @Test
    void theFormerValueComesBackFromTheHistoryAsANewVersion() throws Exception {
        edit(SecretDetails.of(entry()).withName("KEY_2"), "two");
        assertEquals("Changed the value of KEY_2", told());

        model.run(Action.UNDO);

        assertEquals("Undone: Changed the value of KEY_2", told());
        assertEquals("one", value());
        assertEquals("KEY", entry().name());
        List<History.Version> versions = desk.vault.history().versions(key);
        assertEquals(3, versions.size());
        assertEquals(Origin.RESTORED, versions.getFirst().origin());

        model.run(Action.REDO);
        assertEquals("two", value());
        assertEquals("KEY_2", entry().name());
        model.run(Action.UNDO);
        assertEquals("one", value());
    }

    @Test
    void severalEditsGoBackAndForthThroughEachOfTheirValues() throws Exception {
        edit(SecretDetails.of(entry()), "two");
        edit(SecretDetails.of(entry()).withDescription("other words"));
        edit(SecretDetails.of(entry()), "three");

        for (int round = 0; round < 2; round++) {
            model.run(Action.UNDO);
            assertEquals("two", value());
            model.run(Action.UNDO);
            assertEquals("first words", entry().description());
            model.run(Action.UNDO);
            assertEquals("one", value());
            assertFalse(model.enabled(Action.UNDO).get());
            model.run(Action.REDO);
            assertEquals("two", value());
            model.run(Action.REDO);
            assertEquals("other words", entry().description());
            model.run(Action.REDO);
            assertEquals("three", value());
            assertFalse(model.enabled(Action.REDO).get());
        }
    }

    @Test
    void aValueThatWasChangedMeanwhileIsNotOverwritten() throws Exception {
        edit(SecretDetails.of(entry()), "two");
        writeValue("from elsewhere");

        model.run(Action.UNDO);

        assertEquals(
                "Cannot undo \u201CChanged the value of KEY\u201D. It was changed since, and the newer change stays."
                        + " (VAULT-CHANGED-MEANWHILE)",
                told());
        assertEquals("from elsewhere", value());
        assertFalse(model.enabled(Action.UNDO).get());
        assertFalse(model.enabled(Action.REDO).get());
    }

    @Test
    void aValueChangedAndChangedBackElsewhereStillCountsAsChanged() throws Exception {
        edit(SecretDetails.of(entry()), "two");
        writeValue("x");
        writeValue("two");

        model.run(Action.UNDO);

        assertTrue(told().startsWith("Cannot undo"), told());
        assertEquals("two", value());
    }

    @Test
    void aSecretDeletedForGoodCannotBeBroughtBackAndThatIsSaid() throws Exception {
        edit(SecretDetails.of(entry()).withDescription("other words"));
        choose(key);
        model.run(Action.TRASH);
        desk.vault.secrets().deleteForGood(List.of(key));

        model.run(Action.UNDO);
        assertEquals(
                "Cannot undo \u201CMoved KEY to the trash\u201D. The secret or its collection was deleted for good since."
                        + " (VAULT-GONE)",
                told());
        model.run(Action.UNDO);
        assertTrue(told().startsWith("Cannot undo \u201CChanged KEY\u201D. The secret"), told());
        assertFalse(model.enabled(Action.UNDO).get());
    }

    @Test
    void aFormerValueThatTheHistoryDroppedIsNotInvented() throws Exception {
        desk.vault.history().keep(0);
        edit(SecretDetails.of(entry()), "two");

        model.run(Action.UNDO);

        assertTrue(told().contains("The former value is not kept any more"), told());
        assertTrue(told().endsWith("(VAULT-FORMER-VALUE-GONE)"), told());
        assertEquals("two", value());
    }

    @Test
    void aNewSecretGoesToTheTrashAndComesBackAndIsLeftAloneOnceItWasEdited() throws Exception {
        Entry added = TestVaults.add(desk.vault, "ADDED", "v");
        model.saved(Optional.empty(), added);
        assertEquals("Added ADDED", told());
        model.run(Action.UNDO);
        assertEquals("Undone: Added ADDED. It is in the trash now", told());
        assertTrue(desk.entry(added.id()).trashed().isPresent());
        model.run(Action.REDO);
        assertTrue(desk.entry(added.id()).trashed().isEmpty());

        desk.vault
                .secrets()
                .edit(desk.entry(added.id()), SecretDetails.of(added).withDescription("used by billing"));
        model.run(Action.UNDO);
        assertTrue(told().startsWith("Cannot undo"), told());
        assertTrue(desk.entry(added.id()).trashed().isEmpty());
    }

    @Test
    void tagsComeBackInTheirOrder() {
        tag(Set.of("d"), Set.of("b"));
        assertEquals(List.of("a", "c", "d"), entry().tags());

        model.run(Action.UNDO);
        assertEquals(List.of("a", "b", "c"), entry().tags());
        model.run(Action.REDO);
        assertEquals(List.of("a", "c", "d"), entry().tags());
    }

    @Test
    void tagsChangedMeanwhileStay() throws Exception {
        tag(Set.of("d"), Set.of());
        desk.vault.secrets().tag(List.of(key), Set.of("e"), Set.of());

        model.run(Action.UNDO);

        assertTrue(told().startsWith("Cannot undo \u201CChanged the tags of KEY\u201D"), told());
        assertEquals(List.of("a", "b", "c", "d", "e"), entry().tags());
    }

    @Test
    void aMoveIsTakenBackForAllOrForNone() throws Exception {
        CollectionId target = desk.vault.collections().add("Target", "", "free").id();
        SecretId other = desk.add("OTHER", "v");
        model.parts().changes().move(List.of(key, other), target, () -> "Target");
        desk.add("OTHER", "took the name");

        model.run(Action.UNDO);

        assertEquals(
                "Cannot undo \u201CMoved 2 secrets to Target\u201D. Another one has that name by now. Nothing was changed."
                        + " (VAULT-NAME-TAKEN)",
                told());
        assertEquals(target, entry().collection());
        assertEquals(target, desk.entry(other).collection());
    }

    @Test
    void aSecretThatWasThereAlreadyIsNotMovedAway() throws Exception {
        CollectionId target = desk.vault.collections().add("Target", "", "free").id();
        SecretId there = desk.add(SecretDetails.named(target, "THERE"), "v");
        model.parts().changes().move(List.of(key, there), target, () -> "Target");

        model.run(Action.UNDO);

        assertEquals(desk.collection(), entry().collection());
        assertEquals(target, desk.entry(there).collection());
    }

    @Test
    void aSecretWhoseNameWasTakenComesBackUnderAnotherOneAndThatIsSaid() throws Exception {
        choose(key);
        model.run(Action.TRASH);
        desk.add("KEY", "took the name");

        model.run(Action.UNDO);

        assertEquals("Undone: Moved KEY to the trash. Its name was taken, so it came back as KEY_RESTORED", told());
        assertEquals("KEY_RESTORED", entry().name());
        model.run(Action.REDO);
        assertTrue(entry().trashed().isPresent());
        assertEquals("KEY", entry().name());
    }

    @Test
    void whatWasRestoredGoesBackIntoTheTrashUnderItsOwnName() throws Exception {
        desk.vault.secrets().trash(List.of(key));
        desk.add("KEY", "took the name");
        model.parts().sidebar().choose(new Scope.Trash());
        choose(key);
        model.run(Action.RESTORE);
        assertEquals("Restored KEY. Its name was taken, so it came back as KEY_RESTORED", told());

        model.run(Action.UNDO);

        assertTrue(entry().trashed().isPresent());
        assertEquals("KEY", entry().name());
        model.run(Action.REDO);
        assertTrue(entry().trashed().isEmpty());
    }

    @Test
    void whatCameOutOfTheTrashElsewhereIsNotCountedAsUndone() throws Exception {
        choose(key);
        model.run(Action.TRASH);
        desk.vault.secrets().restore(List.of(key));

        model.run(Action.UNDO);

        assertTrue(told().startsWith("Cannot undo"), told());
    }

    @Test
    void aFavouriteIsTakenBackOnlyWhereItWasMade() throws Exception {
        SecretId already = desk.add("ALREADY", "v");
        desk.vault.secrets().favourite(List.of(already), true);
        choose(key, already);
        model.run(Action.FAVOURITE);

        model.run(Action.UNDO);

        assertFalse(entry().favourite());
        assertTrue(desk.entry(already).favourite());
    }

    @Test
    void collectionsAreSteps() throws Exception {
        SecretCollection added = desk.vault.collections().add("Added", "", "free");
        CollectionChanges changes = model.parts().changes().collections();
        changes.added(added);
        model.run(Action.UNDO);
        assertEquals(1, desk.vault.collections().all().size());
        model.run(Action.REDO);
        assertEquals(added, desk.vault.collections().get(added.id()));

        desk.add(SecretDetails.named(added.id(), "IN_IT"), "v");
        model.run(Action.UNDO);
        assertTrue(told().contains("VAULT-COLLECTION-NOT-EMPTY"), told());
        assertEquals(added, desk.vault.collections().get(added.id()));
    }

    @Test
    void aNewChangeEndsWhatCouldBeMadeAgain() {
        tag(Set.of("d"), Set.of());
        model.run(Action.UNDO);
        assertTrue(model.enabled(Action.REDO).get());

        tag(Set.of("e"), Set.of());

        assertFalse(model.enabled(Action.REDO).get());
    }

    @Test
    void theMessageOfAnUndoneChangeMakesItAgain() {
        tag(Set.of("d"), Set.of());
        model.run(Action.UNDO);
        assertEquals("Redo", desk.lastToast().action());

        desk.undo();

        assertEquals(List.of("a", "b", "c", "d"), entry().tags());
    }

    @Test
    void keysPressedFasterThanTheVaultWritesTakeBackOneChangeEachInOrder() throws Exception {
        Deque<Runnable> work = new ArrayDeque<>();
        UndoHistory history = new UndoHistory();
        Steps steps = steps(work, history);
        Changes changes = new Changes(desk.vault, desk.time.background(), steps, desk.discretion);
        changes.tag(List.of(key), Set.of("d"), Set.of());
        changes.tag(List.of(key), Set.of("e"), Set.of());
        steps.undo();
        steps.undo();
        steps.redo();
        steps.undo();
        assertEquals(1, work.size(), "one at a time");

        workOff(work);

        assertEquals(List.of("a", "b", "c"), entry().tags());
        assertTrue(history.lastUndone().isPresent());
        assertTrue(history.last().isEmpty());
    }

    @Test
    void theLockForgetsAllChangesAndThoseOnTheirWay() {
        Deque<Runnable> work = new ArrayDeque<>();
        UndoHistory history = new UndoHistory();
        Steps steps = steps(work, history);
        Changes changes = new Changes(desk.vault, desk.time.background(), steps, desk.discretion);
        changes.tag(List.of(key), Set.of("d"), Set.of());
        workOff(work);
        changes.tag(List.of(key), Set.of("e"), Set.of());
        changes.tag(List.of(key), Set.of("f"), Set.of());

        steps.close();
        workOff(work);

        assertTrue(history.last().isEmpty());
        assertFalse(entry().tags().contains("f"));
        steps.undo();
        assertTrue(work.isEmpty());
    }

    private Steps steps(Deque<Runnable> work, UndoHistory history) {
        Background background = new Background(work::add, Runnable::run, (delay, action) -> () -> {});
        return new Steps(background, new Notices(desk.toasts::add), history, ids -> {});
    }

    private static void workOff(Deque<Runnable> work) {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    private void edit(SecretDetails details, String text) throws VaultException {
        Entry before = entry();
        try (SecretValue value = TestVaults.value(text)) {
            model.saved(Optional.of(before), desk.vault.secrets().edit(before, details, value));
        }
    }

    private void edit(SecretDetails details) throws VaultException {
        Entry before = entry();
        model.saved(Optional.of(before), desk.vault.secrets().edit(before, details));
    }

    private void writeValue(String text) throws VaultException {
        try (SecretValue value = TestVaults.value(text)) {
            desk.vault.secrets().edit(entry(), SecretDetails.of(entry()), value);
        }
    }

    private void tag(Set<String> add, Set<String> remove) {
        model.parts().changes().tag(List.of(key), add, remove);
    }

    private void choose(SecretId... ids) {
        model.parts().list().choose(List.of(ids));
    }

    private Entry entry() {
        return desk.entry(key);
    }

    private String value() throws VaultException {
        return TestVaults.text(desk.vault.secrets().peek(key));
    }

    private String told() {
        return desk.lastToast().text();
    }
}
