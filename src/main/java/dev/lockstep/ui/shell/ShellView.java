package dev.lockstep.ui.shell;

import dev.lockstep.settings.Settings;
import dev.lockstep.ui.audit.AuditView;
import dev.lockstep.ui.backups.BackupsView;
import dev.lockstep.ui.backups.RescueView;
import dev.lockstep.ui.create.CreateView;
import dev.lockstep.ui.editor.EditorView;
import dev.lockstep.ui.exporting.ExportView;
import dev.lockstep.ui.generator.GeneratorView;
import dev.lockstep.ui.health.HealthView;
import dev.lockstep.ui.help.AboutView;
import dev.lockstep.ui.help.ShortcutSheetView;
import dev.lockstep.ui.history.HistoryView;
import dev.lockstep.ui.importing.ImportView;
import dev.lockstep.ui.keys.KeysView;
import dev.lockstep.ui.kit.Curtain;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToastPane;
import dev.lockstep.ui.policy.PolicyView;
import dev.lockstep.ui.remotes.RemotesView;
import dev.lockstep.ui.rotation.RotationView;
import dev.lockstep.ui.secrets.SecretsView;
import dev.lockstep.ui.settings.SettingsView;
import dev.lockstep.ui.sync.SyncView;
import dev.lockstep.ui.unlock.UnlockView;
import dev.lockstep.ui.welcome.WelcomeView;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.io.File;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The window's content: menus, the screen with its sheets and messages, and the status bar. */
public final class ShellView {
    private final ShellViewModel model;
    private final Menus menus;
    private final BorderPane frame = new BorderPane();
    private final StackPane host = new StackPane();
    private final ToastPane toasts = new ToastPane(host);
    private final ZoomPane root = new ZoomPane(frame);
    private final Map<Panel, Sheet> sheets = new HashMap<>();
    private Optional<SecretsView> secrets = Optional.empty();

    public ShellView(ShellViewModel model) {
        this.model = model;
        // before the first control, for which the toolkit would read a theme of its own
        model.preferences().settingsProperty().subscribe(this::dress);
        menus = new Menus(model, this::chooseVault);
        frame.setTop(new VBox(menus.bar(), new PresentationBanner(model.discretion()).root()));
        frame.setCenter(new StackPane(toasts, new IdleWarning(model.idle()).node()));
        frame.getStyleClass().add("shell");
        model.messages().shownBy(toasts::show);
        model.discretion().presentingProperty().subscribe((before, now) -> toasts.clear());
        model.screenProperty().subscribe(this::show);
        model.panels().addListener(this::panelsChanged);
        root.addEventFilter(InputEvent.ANY, event -> model.idle().touched());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public Parent root() {
        return root;
    }

    /** The window's title: never more than the name of the vault's file, and not even that in presentation mode. */
    public ObservableValue<String> title() {
        return Bindings.createStringBinding(
                () -> model.open()
                        .filter(open -> !model.discretion().presenting())
                        .map(open -> Text.of(
                                "shell.title.vault", Legible.line(open.vault().name())))
                        .orElseGet(() -> Text.of("shell.title")),
                model.screenProperty(),
                model.discretion().presentingProperty());
    }

    /** The window was minimised. */
    public void minimised() {
        model.minimised();
    }

    /** The user asked the window to close. */
    public void quit() {
        model.quit();
    }

    private void dress(Settings settings) {
        Theme theme = switch (settings.look().theme()) {
            case SYSTEM -> Theme.SYSTEM;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
        theme.apply();
        root.zoom(settings.look().zoomPercent());
    }

    private void show(Screen screen) {
        toasts.clear();
        secrets = Optional.empty();
        BorderPane page = new BorderPane();
        switch (screen) {
            case Screen.Welcome welcome -> page.setCenter(new WelcomeView(welcome.model()).root());
            case Screen.Create create -> page.setCenter(curtain(new CreateView(create.model()).root(), model::close));
            case Screen.Unlock unlock -> page.setCenter(new UnlockView(unlock.model()).root());
            case Screen.Rescue rescue ->
                page.setCenter(curtain(new RescueView(rescue.model(), ZoneId.systemDefault()).root(), model::close));
            case Screen.Secrets shown -> {
                SecretsView view = new SecretsView(shown.model());
                secrets = Optional.of(view);
                page.setTop(new Banners(model, shown.vault(), ZoneId.systemDefault()).root());
                page.setCenter(view.root());
                page.setBottom(new StatusBar(model, shown.model()).root());
                Platform.runLater(view::enter);
            }
        }
        host.getChildren().setAll(page);
        sheets.clear();
        menus.show(secrets);
    }

    private void panelsChanged(ListChangeListener.Change<? extends Panel> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::hide);
            change.getAddedSubList().forEach(this::open);
        }
        boolean free = model.panels().isEmpty();
        toasts.atTop(!free);
        menus.show(free ? secrets : Optional.empty());
    }

    private void open(Panel panel) {
        Sheet sheet = Sheet.over(host, curtained(panel));
        sheets.put(panel, sheet.onClosed(() -> {
            if (sheets.remove(panel) != null) {
                model.sheets().leave(panel);
            }
        }));
    }

    private void hide(Panel panel) {
        Sheet sheet = sheets.remove(panel);
        if (sheet != null) {
            sheet.close();
        }
    }

    private Parent curtained(Panel panel) {
        Parent content = content(panel);
        return panel.presentable()
                ? content
                : curtain(content, () -> model.sheets().leave(panel));
    }

    private Parent curtain(Parent content, Runnable close) {
        return new Curtain(content, model.discretion().forScreen(), close).root();
    }

    private static Parent content(Panel panel) {
        return switch (panel) {
            case Panel.Editor editor -> new EditorView(editor.model()).root();
            case Panel.History history -> new HistoryView(history.model()).root();
            case Panel.Audit audit -> new AuditView(audit.model()).root();
            case Panel.Policy policy -> new PolicyView(policy.model()).root();
            case Panel.Generator generator -> new GeneratorView(generator.model()).root();
            case Panel.Import importing -> new ImportView(importing.model()).root();
            case Panel.Exporting exporting -> new ExportView(exporting.model()).root();
            case Panel.Health health -> new HealthView(health.model()).root();
            case Panel.Backups backups -> new BackupsView(backups.model(), ZoneId.systemDefault()).root();
            case Panel.Settings settings -> new SettingsView(settings.model()).root();
            case Panel.Keys keys -> new ShortcutSheetView(keys.model()).root();
            case Panel.VaultKeys keys -> new KeysView(keys.model()).root();
            case Panel.Remotes remotes -> new RemotesView(remotes.model()).root();
            case Panel.Syncing sync -> new SyncView(sync.model()).root();
            case Panel.Rotating rotation -> new RotationView(rotation.model()).root();
            case Panel.About about -> new AboutView(about.model()).root();
        };
    }

    /** The second combinations of actions whose first one stands in the menu. */
    private void pressed(KeyEvent key) {
        if (Shortcut.SHORTCUT_SHEET.matches(key)) {
            key.consume();
            model.sheets().keys();
        } else if (Shortcut.LOCK.matches(key)) {
            key.consume();
            model.lock();
        } else if (Shortcut.ZOOM_IN.matches(key)) {
            key.consume();
            menus.zoom(1);
        } else if (Shortcut.ZOOM_OUT.matches(key)) {
            key.consume();
            menus.zoom(-1);
        }
    }

    private void chooseVault() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("shell.choose"));
        chooser.getExtensionFilters()
                .setAll(List.of(new FileChooser.ExtensionFilter(Text.of("shell.choose.vaults"), "*" + Vaults.SUFFIX)));
        File chosen = chooser.showOpenDialog(frame.getScene().getWindow());
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }
}
