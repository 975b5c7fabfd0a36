package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListViewModelTest extends ToolkitTest {
    @TempDir
    Path folder;

    private Desk desk;
    private SecretId apple;
    private SecretId banana;
    private SecretId cherry;

    @BeforeEach
    void fill() throws Exception {
        desk = new Desk(folder);
        apple = desk.add("APPLE_KEY", "1");
        banana = desk.add("BANANA_KEY", "22");
        cherry = desk.add("CHERRY_KEY", "333");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void typingNarrowsTheRowsAndKeepsTheSelectionById() {
        ListViewModel list = desk.model().parts().list();
        list.select(2);

        list.textProperty().set("cherry");

        assertEquals(List.of(cherry), ids(list));
        assertEquals(List.of(cherry), list.selectedProperty().get());
        assertArrayEquals(new int[] {0}, list.selectedRows());
    }

    @Test
    void aSelectionThatIsFilteredOutIsEmptyAfterwards() {
        ListViewModel list = desk.model().parts().list();
        list.select(0);

        list.textProperty().set("cherry");

        assertEquals(List.of(), list.selectedProperty().get());
    }

    @Test
    void anAnswerThatComesLateIsDropped() {
        List<Runnable> screen = new ArrayList<>();
        Background slow = new Background(Runnable::run, screen::add, (delay, action) -> () -> {});
        ListViewModel list = new ListViewModel(desk.vault.catalog(), slow, failure -> {}, Sorting.BY_NAME);
        list.textProperty().set("a");
        list.textProperty().set("apple");
        Collections.reverse(screen);

        screen.forEach(Runnable::run);

        assertEquals(List.of(apple), ids(list));
    }

    @Test
    void afterTheSelectedSecretIsGoneTheOneInItsPlaceIsSelected() throws Exception {
        ListViewModel list = desk.model().parts().list();
        list.select(1);

        desk.vault.secrets().trash(List.of(banana));

        assertEquals(List.of(apple, cherry), ids(list));
        assertEquals(List.of(cherry), list.selectedProperty().get());
    }

    @Test
    void afterTheLastSecretIsGoneTheOneAboveIsSelected() throws Exception {
        ListViewModel list = desk.model().parts().list();
        list.select(2);

        desk.vault.secrets().trash(List.of(cherry));

        assertEquals(List.of(banana), list.selectedProperty().get());
    }

    @Test
    void theOrderIsTheCatalogs() {
        ListViewModel list = desk.model().parts().list();

        list.sort(new Sorting(Query.Order.SIZE, true));

        assertEquals(List.of(cherry, banana, apple), ids(list));
    }

    @Test
    void aSecretThatIsStillToComeIsSelectedOnceItIsFound() throws Exception {
        ListViewModel list = desk.model().parts().list();
        SecretId later = desk.vault.secrets().duplicate(apple).id();

        list.choose(List.of(later));

        assertEquals(List.of(later), list.selectedProperty().get());
        assertEquals(1, list.selectedRows().length);
    }

    private static List<SecretId> ids(ListViewModel list) {
        return list.ids(0, Integer.MAX_VALUE);
    }
}
