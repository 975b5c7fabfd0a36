package dev.lockstep.ui.secrets;

import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menus of the sidebar. */
final class PlaceMenus {
    private PlaceMenus() {}

    static ContextMenu collection(SecretsViewModel model, SecretCollection collection) {
        MenuItem change = new MenuItem(Text.of("secrets.collection.change"));
        change.setOnAction(event -> model.parts().asking().collection(Optional.of(collection)));
        MenuItem remove = new MenuItem(Text.of("secrets.collection.remove"));
        remove.setOnAction(event -> model.parts().changes().collections().remove(collection));
        ContextMenu menu =
                new ContextMenu(change, remove, new SeparatorMenuItem(), ActionItems.of(model, Action.NEW_COLLECTION));
        menu.setOnShowing(event -> {
            boolean fixed = !model.enabled(Action.NEW_COLLECTION).get();
            change.setDisable(fixed);
            remove.setDisable(fixed);
        });
        return menu;
    }

    static ContextMenu trash(SecretsViewModel model) {
        return new ContextMenu(ActionItems.of(model, Action.EMPTY_TRASH));
    }
}
