package dev.lockstep.ui.secrets;

import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a row: every action on the selection with its keys. */
final class RowMenu {
    private final ContextMenu menu = new ContextMenu();

    RowMenu(SecretsViewModel model) {
        List<MenuItem> trash = ActionItems.of(model, Action.RESTORE, Action.DELETE_FOR_GOOD);
        List<MenuItem> change = ActionItems.of(
                model,
                Action.EDIT,
                Action.DUPLICATE,
                Action.FAVOURITE,
                Action.TAGS,
                Action.MOVE,
                Action.ROTATE,
                Action.TRASH);
        menu.getItems().addAll(ActionItems.of(model, Action.COPY_VALUE, Action.COPY_NAME, Action.REVEAL, Action.HINT));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(change);
        menu.getItems().addAll(trash);
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(ActionItems.of(model, Action.HISTORY, Action.REVEAL_ALL));
        menu.setOnShowing(event -> {
            boolean trashed = model.enabled(Action.RESTORE).get();
            trash.forEach(item -> item.setVisible(trashed));
            change.forEach(item -> item.setVisible(!trashed));
        });
    }

    ContextMenu menu() {
        return menu;
    }
}
