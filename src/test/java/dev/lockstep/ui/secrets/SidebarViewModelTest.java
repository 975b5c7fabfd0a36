package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Query.Scope;
import dev.lockstep.vault.SecretCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidebarViewModelTest extends ToolkitTest {
    @TempDir
    Path folder;

    private Desk desk;
    private SecretsViewModel model;
    private SidebarViewModel sidebar;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
        model = desk.model();
        sidebar = model.parts().sidebar();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyPlaceTellsHowManySecretsItHolds() throws Exception {
        SecretId due = desk.add(desk.collection(), "DUE", "1", "", 3, "live");
        SecretId gone = desk.add("GONE", "2");
        desk.vault.secrets().favourite(List.of(due), true);
        desk.vault.secrets().trash(List.of(gone));

        assertEquals(
                List.of(
                        "All secrets 1",
                        "Favourites 1",
                        "Due 1",
                        "Name problems 0",
                        "Trash 1",
                        "COLLECTIONS",
                        "Personal 1",
                        "TAGS",
                        "live 1"),
                sidebar.items().stream().map(SidebarViewModelTest::told).toList());
    }

    @Test
    void aCollectionIsAddedAndShown() {
        model.run(Action.NEW_COLLECTION);
        CollectionViewModel form = form();
        form.nameProperty().set("Acme");
        form.environmentProperty().set("staging");
        form.ruleProperty().set("upper-snake");

        form.save();

        SecretCollection added = sidebar.collections().getFirst();
        assertEquals("Acme, staging", added.title());
        assertEquals("upper-snake", added.rule());
        assertEquals(
                new Scope.InCollection(added.id()), sidebar.chosenProperty().get());
        assertTrue(model.parts().asking().openProperty().get().isEmpty());
    }

    @Test
    void aTitleThatIsTakenIsRefusedInTheForm() {
        model.run(Action.NEW_COLLECTION);
        form().nameProperty().set("Personal");

        form().save();

        assertEquals(1, sidebar.collections().size());
        assertTrue(!form().problemProperty().get().isEmpty());
    }

    @Test
    void aCollectionWithoutANameIsRefusedInTheForm() {
        model.run(Action.NEW_COLLECTION);

        form().save();

        assertEquals("Give the collection a name", form().problemProperty().get());
    }

    @Test
    void aCollectionThatHoldsSecretsStaysAndTheReasonIsTold() throws Exception {
        desk.add("KEPT", "1");

        model.parts().changes().collections().remove(sidebar.collections().getFirst());

        assertEquals(1, sidebar.collections().size());
        assertTrue(desk.lastToast().text().contains("VAULT-"), desk.lastToast()::text);
    }

    @Test
    void whereTheListShownIsGoneAllSecretsAreShown() throws Exception {
        CollectionId empty = desk.vault.collections().add("Empty", "", "free").id();
        sidebar.choose(new Scope.InCollection(empty));

        model.parts().changes().collections().remove(sidebar.collection(empty).orElseThrow());

        assertEquals(new Scope.All(), sidebar.chosenProperty().get());
    }

    @Test
    void secretsAreDroppedOnCollectionsTagsFavouritesAndTheTrash() throws Exception {
        CollectionId target = desk.vault.collections().add("Acme", "", "free").id();
        SecretId id = desk.add(desk.collection(), "ONE", "1", "", Desk.NO_DAY, "live");
        SecretId other = desk.add("TWO", "2");
        model.parts().list().choose(List.of(other));

        assertTrue(model.takes(new Scope.InCollection(target)));
        assertTrue(!model.takes(new Scope.RotateSoon()));
        model.drop(new Scope.InCollection(target));
        model.drop(new Scope.Tagged("live"));
        model.drop(new Scope.Favourites());

        assertEquals(target, desk.entry(other).collection());
        assertEquals(List.of("live"), desk.entry(other).tags());
        assertTrue(desk.entry(other).favourite());
        model.drop(new Scope.Trash());
        assertTrue(desk.entry(other).trashed().isPresent());
        assertTrue(desk.entry(id).trashed().isEmpty());
    }

    private CollectionViewModel form() {
        Optional<Question> open = model.parts().asking().openProperty().get();
        return assertInstanceOf(Question.Collection.class, open.orElseThrow()).form();
    }

    private static String told(SidebarItem item) {
        return switch (item) {
            case SidebarItem.Place place -> place.title() + " " + place.count();
            case SidebarItem.Heading heading -> heading.group().name();
        };
    }
}
