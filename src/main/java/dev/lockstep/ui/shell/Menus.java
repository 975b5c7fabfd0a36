package dev.lockstep.ui.shell;

import dev.lockstep.settings.Look;
import dev.lockstep.settings.Settings;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.secrets.SecretsView;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.MouseEvent;

/** The menu bar: every action with its keys. While a sheet has the keyboard, the actions on secrets are left out, and so are their keys. */
final class Menus {
    private final ShellViewModel model;
    private final Runnable chooseVault;
    private final MenuBar bar = new MenuBar();

    /** @param chooseVault lets the user pick a vault file */
    Menus(ShellViewModel model, Runnable chooseVault) {
        this.model = model;
        this.chooseVault = chooseVault;
        bar.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, this::rested);
    }

    /** A pointer that comes to rest on the bar does not select a menu: Esc and the arrows would go there. */
    private void rested(MouseEvent pointer) {
        if (bar.getMenus().stream().noneMatch(Menu::isShowing)) {
            pointer.consume();
        }
    }

    MenuBar bar() {
        return bar;
    }

    /** Shows what is possible now; {@code secrets} is empty while none of its actions is. */
    void show(Optional<SecretsView> secrets) {
        Menu file = file(secrets);
        Menu help = new Menu(
                Text.of("shell.menu.help"),
                null,
                item(Text.of("shell.keys"), Shortcut.SHORTCUT_SHEET, model.sheets()::keys),
                plain(Text.of("shell.about"), model.sheets()::about));
        bar.getMenus().setAll(file);
        secrets.ifPresent(view -> bar.getMenus().add(secret(view)));
        if (model.open().isPresent()) {
            bar.getMenus().addAll(vault(), sync());
        }
        bar.getMenus().addAll(view(secrets), help);
    }

    private Menu file(Optional<SecretsView> secrets) {
        Menu file = new Menu(Text.of("shell.menu.file"));
        file.getItems()
                .addAll(
                        item(Text.of("shell.newVault"), Shortcut.NEW_VAULT, model::create),
                        item(Text.of("shell.openVault"), Shortcut.OPEN_VAULT, chooseVault));
        secrets.ifPresent(view -> file.getItems()
                .addAll(view.item(Action.IMPORT), item(Text.of("shell.backups"), Shortcut.BACKUPS, model::backups)));
        file.getItems().add(new SeparatorMenuItem());
        file.getItems().add(item(Text.of("shell.settings"), Shortcut.SETTINGS, model.sheets()::settings));
        file.getItems().add(new SeparatorMenuItem());
        if (model.open().isPresent()) {
            file.getItems().add(item(Text.of("shell.lock"), Shortcut.LOCK, model::lock));
        }
        file.getItems()
                .addAll(
                        item(Text.of("shell.closeVault"), Shortcut.CLOSE, model::close),
                        item(Text.of("shell.quit"), Shortcut.QUIT, model::quit));
        return file;
    }

    private static Menu secret(SecretsView view) {
        Menu secret = new Menu(Text.of("shell.menu.secret"));
        List<List<Action>> groups = List.of(
                List.of(Action.NEW_SECRET, Action.NEW_COLLECTION, Action.GENERATE),
                List.of(Action.COPY_VALUE, Action.COPY_NAME, Action.REVEAL, Action.HINT, Action.REVEAL_ALL),
                List.of(
                        Action.EDIT,
                        Action.HISTORY,
                        Action.DUPLICATE,
                        Action.FAVOURITE,
                        Action.TAGS,
                        Action.MOVE,
                        Action.ROTATE),
                List.of(Action.TRASH, Action.RESTORE, Action.DELETE_FOR_GOOD, Action.EMPTY_TRASH),
                List.of(Action.UNDO, Action.REDO));
        for (List<Action> group : groups) {
            if (!secret.getItems().isEmpty()) {
                secret.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(action -> secret.getItems().add(view.item(action)));
        }
        return secret;
    }

    private Menu vault() {
        return new Menu(
                Text.of("shell.menu.vault"),
                null,
                item(
                        Text.of("shell.vaultKeys"),
                        Shortcut.VAULT_KEYS,
                        model.sheets().ofVault()::vaultKeys),
                item(Text.of("shell.remotes"), Shortcut.REMOTES, model.sheets().ofRemotes()::remotes),
                item(Text.of("shell.audit"), Shortcut.AUDIT, model.sheets().ofVault()::audit),
                item(Text.of("shell.export"), Shortcut.EXPORT, model.sheets().ofFiles()::exportFile),
                plain(Text.of("shell.policy"), model.sheets().ofVault()::policy));
    }

    private Menu sync() {
        RemoteSheets sheets = model.sheets().ofRemotes();
        CheckMenuItem pause = new CheckMenuItem(Text.of("shell.sync.pause"));
        Menu menu = new Menu(
                Text.of("shell.menu.sync"),
                null,
                item(Text.of("shell.sync.plan"), Shortcut.SYNC_PLAN, sheets::sync),
                item(Text.of("shell.sync.check"), Shortcut.CHECK_REMOTES, sheets::check),
                item(Text.of("shell.sync.apply"), Shortcut.APPLY_SYNC, sheets::apply),
                new SeparatorMenuItem(),
                item(Text.of("shell.sync.rotations"), Shortcut.ROTATION_RUNS, sheets::rotations),
                item(Text.of("shell.sync.offboarding"), Shortcut.OFFBOARDING, sheets::offboarding),
                new SeparatorMenuItem(),
                pause);
        menu.setOnShowing(event -> pause.setSelected(sheets.pausedAll()));
        pause.setOnAction(event -> sheets.pauseAll(pause.isSelected()));
        pause.setDisable(model.open().filter(open -> open.vault().readOnly()).isPresent());
        return menu;
    }

    private Menu view(Optional<SecretsView> secrets) {
        Menu view = new Menu(Text.of("shell.menu.view"));
        secrets.ifPresent(shown -> {
            List.of(Action.SEARCH, Action.ROTATE_SOON, Action.HEALTH, Action.SIDEBAR, Action.DETAILS)
                    .forEach(action -> view.getItems().add(shown.item(action)));
            Menu columns = new Menu(Text.of("shell.menu.columns"));
            columns.getItems().addAll(shown.columnItems());
            view.getItems().addAll(columns, new SeparatorMenuItem());
        });
        view.getItems().addAll(presentation(), new SeparatorMenuItem());
        view.getItems()
                .addAll(
                        item(Text.of("shell.zoomIn"), Shortcut.ZOOM_IN, () -> zoom(1)),
                        item(Text.of("shell.zoomOut"), Shortcut.ZOOM_OUT, () -> zoom(-1)),
                        item(Text.of("shell.zoomReset"), Shortcut.ZOOM_RESET, () -> look(look -> look.zoomed(100))));
        return view;
    }

    private MenuItem presentation() {
        CheckMenuItem item = new CheckMenuItem(Text.of("shell.presentation"));
        item.setAccelerator(Shortcut.PRESENTATION.combination());
        item.selectedProperty().bindBidirectional(model.discretion().presentingProperty());
        return item;
    }

    /** Goes so many steps larger or smaller. */
    void zoom(int steps) {
        look(look -> {
            int now = Look.ZOOM_PERCENT.indexOf(look.zoomPercent());
            return look.zoomed(Look.ZOOM_PERCENT.get(Math.clamp(now + steps, 0, Look.ZOOM_PERCENT.size() - 1)));
        });
    }

    private void look(UnaryOperator<Look> change) {
        model.preferences().change((Settings settings) -> settings.with(change.apply(settings.look())));
    }

    private static MenuItem item(String words, Shortcut shortcut, Runnable action) {
        MenuItem item = plain(words, action);
        item.setAccelerator(shortcut.combination());
        return item;
    }

    private static MenuItem plain(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }
}
