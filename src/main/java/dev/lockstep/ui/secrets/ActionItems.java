package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.MenuItem;

/** Menu items for actions: words, keys, and whether they are possible now. */
final class ActionItems {
    private ActionItems() {}

    static List<MenuItem> of(SecretsViewModel model, Action... actions) {
        return Arrays.stream(actions).map(action -> of(model, action)).toList();
    }

    static MenuItem of(SecretsViewModel model, Action action) {
        MenuItem item = new MenuItem(action.words());
        item.setMnemonicParsing(false);
        action.shortcut().map(Shortcut::combination).ifPresent(item::setAccelerator);
        item.setOnAction(event -> model.run(action));
        item.disableProperty().bind(model.enabled(action).not());
        return item;
    }
}
