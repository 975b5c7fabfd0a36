package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Query.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsViewModelTest extends ToolkitTest {
    @TempDir
    Path folder;

    private Desk desk;
    private SecretId first;
    private SecretId second;
    private SecretsViewModel model;

    @BeforeEach
    void fill() throws Exception {
        desk = new Desk(folder);
        first = desk.add(desk.collection(), "FIRST", "one", "", Desk.NO_DAY, "live");
        second = desk.add(desk.collection(), "SECOND", "two", "", Desk.NO_DAY);
        model = desk.model();
    }

    @AfterEach
    void close() {
        runOnFx(desk::close);
    }

    @Test
    void theTrashTakesSecretsAndItsToastGivesThemBackForTenSeconds() {
        choose(first, second);

        model.run(Action.TRASH);

        assertEquals("Moved 2 secrets to the trash", desk.lastToast().text());
        assertEquals(Duration.ofSeconds(10), desk.lastToast().lasting());
        assertTrue(desk.entry(first).trashed().isPresent());
        desk.undo();
        assertTrue(desk.entry(first).trashed().isEmpty());
        assertTrue(desk.entry(second).trashed().isEmpty());
    }

    @Test
    void undoAndRedoGoThroughTheChangesOneByOne() {
        choose(first);
        model.run(Action.FAVOURITE);
        model.run(Action.TRASH);

        model.run(Action.UNDO);
        assertTrue(desk.entry(first).trashed().isEmpty());
        model.run(Action.UNDO);
        assertFalse(desk.entry(first).favourite());
        assertFalse(model.enabled(Action.UNDO).get());
        model.run(Action.REDO);
        assertTrue(desk.entry(first).favourite());
        model.run(Action.REDO);
        assertTrue(desk.entry(first).trashed().isPresent());
    }

    @Test
    void aChangeThatCannotBeTakenBackAnyMoreSaysWhyAndIsForgotten() throws Exception {
        choose(first);
        model.run(Action.TRASH);
        desk.vault.secrets().deleteForGood(List.of(first));

        model.run(Action.UNDO);

        assertFalse(model.enabled(Action.UNDO).get());
        assertTrue(desk.lastToast().text().contains("VAULT-"), desk.lastToast()::text);
    }

    @Test
    void deletingForGoodAsksWithTheNameAndIsPossibleInTheTrashOnly() {
        choose(first);
        assertFalse(model.enabled(Action.DELETE_FOR_GOOD).get());
        model.run(Action.TRASH);
        model.parts().sidebar().choose(new Scope.Trash());
        choose(first);

        model.run(Action.DELETE_FOR_GOOD);

        Question.Confirm asked = confirm();
        assertEquals("Delete FIRST for good?", asked.title());
        assertEquals("Delete 1 secret", asked.verb());
        assertTrue(asked.loss());
        assertTrue(desk.vault.catalog().entry(first).isPresent());
        asked.yes().run();
        assertTrue(desk.vault.catalog().entry(first).isEmpty());
    }

    @Test
    void movingAndMovingBackKeepsEachSecretsOwnFormerPlace() throws Exception {
        CollectionId staging =
                desk.vault.collections().add("Acme", "staging", "free").id();
        CollectionId other = desk.vault.collections().add("Other", "", "free").id();
        desk.vault.secrets().move(List.of(second), other);

        model.parts().changes().move(List.of(first, second), staging, () -> "Acme, staging");
        assertEquals(staging, desk.entry(first).collection());
        assertEquals(staging, desk.entry(second).collection());
        assertEquals("Moved 2 secrets to Acme, staging", desk.lastToast().text());

        desk.undo();
        assertEquals(
                desk.vault.catalog().entry(first).orElseThrow().collection(),
                desk.entry(first).collection());
        assertEquals(other, desk.entry(second).collection());
    }

    @Test
    void tagsThatOneSecretHadBeforeSurviveTheUndo() {
        choose(first, second);
        model.run(Action.TAGS);
        TagsViewModel form = assertInstanceOf(Question.Tags.class, question()).form();
        assertEquals(TagChoice.State.SOME, form.choices().getFirst().state().get());
        form.choices().getFirst().state().set(TagChoice.State.ALL);
        form.typedProperty().set("new tag");

        assertTrue(form.save());

        assertEquals(
                List.of("live", "new tag"),
                desk.entry(second).tags().stream().sorted().toList());
        desk.undo();
        assertEquals(List.of("live"), desk.entry(first).tags());
        assertEquals(List.of(), desk.entry(second).tags());
    }

    @Test
    void aDuplicateIsSelected() {
        choose(first);

        model.run(Action.DUPLICATE);

        SecretId copy = model.parts().list().selectedProperty().get().getFirst();
        assertFalse(copy.equals(first));
        assertEquals(
                "Duplicated as " + desk.entry(copy).name(), desk.lastToast().text());
    }

    @Test
    void copyingNamesTheSecretAndTheTimeAndRevealsNothing() {
        choose(first);

        runOnFx(() -> model.run(Action.COPY_VALUE));

        assertEquals("Copied FIRST. Clears in 20 s", desk.lastToast().text());
        assertEquals("one", onFx(() -> Clipboard.getSystemClipboard().getString()));
        assertInstanceOf(
                Look.Masked.class, model.parts().details().lookProperty().get());
    }

    @Test
    void theNameIsCopiedToo() {
        choose(second);

        runOnFx(() -> model.run(Action.COPY_NAME));

        assertEquals("SECOND", onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void editOpensTheSelectedSecretAndNewOpensNone() {
        choose(second);
        model.run(Action.EDIT);
        model.run(Action.NEW_SECRET);

        assertEquals(second, desk.edited.getFirst().orElseThrow().id());
        assertEquals(Optional.empty(), desk.edited.getLast());
    }

    @Test
    void aNewSecretBelongsToTheCollectionThatIsShown() {
        assertEquals(Optional.empty(), model.collection());

        model.parts().sidebar().choose(new Scope.InCollection(desk.collection()));

        assertEquals(Optional.of(desk.collection()), model.collection());
    }

    @Test
    void allValuesOnTheScreenAreShownTogetherAndHiddenTogether() {
        model.onScreen(() -> List.of(first, second));

        model.run(Action.REVEAL_ALL);

        ShownValues shown = model.parts().shown();
        assertEquals(2, shown.countProperty().get());
        SecretValue value = shown.of(first).orElseThrow();
        desk.time.pass(Duration.ofSeconds(20));
        assertEquals(0, shown.countProperty().get());
        assertThrows(IllegalStateException.class, () -> value.at(0));
    }

    @Test
    void moreThanTwentyValuesAreShownOnlyAfterAQuestion() throws Exception {
        List<SecretId> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.add(desk.add("MANY_" + i, "v"));
        }
        model.onScreen(() -> many);

        model.run(Action.REVEAL_ALL);

        assertEquals(0, model.parts().shown().countProperty().get());
        assertEquals("Show 21 values at once?", confirm().title());
        confirm().yes().run();
        assertEquals(21, model.parts().shown().countProperty().get());
    }

    @Test
    void anotherQueryHidesTheValuesInTheTable() {
        model.onScreen(() -> List.of(first));
        model.run(Action.REVEAL_ALL);

        model.parts().list().textProperty().set("sec");

        assertEquals(0, model.parts().shown().countProperty().get());
    }

    @Test
    void aSecretSavedElsewhereIsShownThoughTheListCannotHoldIt() {
        model.parts().sidebar().choose(new Scope.Tagged("live"));

        model.choose(desk.entry(second));

        assertEquals(new Scope.All(), model.parts().sidebar().chosenProperty().get());
        assertEquals(List.of(second), model.parts().list().selectedProperty().get());
    }

    @Test
    void aClosedScreenTellsNothingAndKnowsNoName() {
        choose(first);
        model.close();
        int told = desk.toasts.size();

        model.run(Action.TRASH);
        model.parts().list().textProperty().set("first");

        assertEquals(told, desk.toasts.size());
        assertEquals(0, model.parts().list().rows().size());
        assertEquals(Optional.empty(), model.parts().details().entry());
        assertEquals(List.of(), model.parts().sidebar().collections());
        assertTrue(desk.entry(first).trashed().isEmpty());
    }

    private void choose(SecretId... ids) {
        model.parts().list().choose(List.of(ids));
    }

    private Question question() {
        return model.parts().asking().openProperty().get().orElseThrow();
    }

    private Question.Confirm confirm() {
        return assertInstanceOf(Question.Confirm.class, question());
    }
}
