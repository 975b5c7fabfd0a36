package dev.lockstep.ui.shell;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.Recipe;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.VaultException;
import dev.lockstep.settings.Settings;
import dev.lockstep.sync.Sync;
import dev.lockstep.ui.editor.EditorViewModel;
import dev.lockstep.ui.generator.GeneratorViewModel;
import dev.lockstep.ui.health.HealthViewModel;
import dev.lockstep.ui.help.AboutViewModel;
import dev.lockstep.ui.help.ShortcutSheetViewModel;
import dev.lockstep.ui.history.HistoryViewModel;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.ui.secrets.SecretsViewModel;
import dev.lockstep.ui.settings.SettingsViewModel;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The sheets over the screen: opens them for the open vault, and takes them away, wiped. */
final class Panels {
    private final ShellViewModel.Services services;
    private final SecretClipboard clipboard;
    private final Discretion discretion;
    private final Consumer<Toast> toast;
    private final VaultSheets ofVault;
    private final RemoteSheets ofRemotes;
    private final FileSheets ofFiles;
    private final ObservableList<Panel> shown = FXCollections.observableArrayList();
    private @Nullable OpenVault vault;
    private @Nullable SecretsViewModel secrets;

    Panels(
            ShellViewModel.Services services,
            SecretClipboard clipboard,
            Discretion discretion,
            Consumer<Toast> toast,
            Exits exits) {
        this.services = services;
        this.discretion = discretion;
        this.clipboard = clipboard;
        this.toast = toast;
        ofVault = new VaultSheets(services, discretion, toast, exits, this);
        ofRemotes = new RemoteSheets(services, discretion, toast, clipboard, this);
        ofFiles = new FileSheets(services, exits.show(), this);
    }

    /**
     * Where sheets lead to.
     *
     * @param lock closes the vault and asks for its password anew
     * @param reopen builds the main screen anew
     * @param show shows a file where it lies; empty where the system cannot
     */
    record Exits(Runnable lock, Runnable reopen, Optional<Consumer<Path>> show) {}

    /** From bottom to top. */
    ObservableList<Panel> shown() {
        return shown;
    }

    /**
     * Makes the main screen of a vault that was just opened. It gets settings of its own that follow the program's weakly, so that nothing of
     * the screen outlives it.
     */
    SecretsViewModel open(OpenVault opened) {
        vault = opened;
        Sync sync = ofRemotes.opened(opened);
        ObjectProperty<Settings> followed = new SimpleObjectProperty<>();
        followed.bind(services.preferences().settingsProperty());
        SecretsViewModel made = new SecretsViewModel(
                new SecretsViewModel.Work(opened, sync, services.background(), clipboard),
                new SecretsViewModel.Habits(
                        services.clock(),
                        followed,
                        panes -> services.preferences().change(settings -> settings.with(panes)),
                        discretion.forScreen()),
                new SecretsViewModel.Exits(
                        this::edit,
                        this::history,
                        this::generate,
                        ofFiles::importFile,
                        this::health,
                        ofRemotes::remotes,
                        ofRemotes::sync,
                        ofRemotes::rotate,
                        toast));
        secrets = made;
        return made;
    }

    private void edit(Optional<Entry> entry) {
        edit(entry.<EditorViewModel.Start>map(EditorViewModel.Start.Stored::new)
                .orElseGet(() -> new EditorViewModel.Start.Fresh(collection(), "")));
    }

    void restore(Drafts.Draft draft) {
        edit(new EditorViewModel.Start.Unsaved(draft));
    }

    private void edit(EditorViewModel.Start start) {
        OpenVault open = vault;
        SecretsViewModel list = secrets;
        if (open == null || list == null) {
            return;
        }
        var around = new EditorViewModel.Surroundings(
                open,
                services.background(),
                services.clock(),
                services.preferences().get().protection().reveal());
        add(close -> new Panel.Editor(
                new EditorViewModel(around, start, new EditorViewModel.Exits(list::saved, this::generateFor, close))));
    }

    private void history(Entry entry) {
        OpenVault open = vault;
        if (open != null) {
            var around = new HistoryViewModel.Surroundings(
                    open,
                    services.background(),
                    services.clock(),
                    clipboard,
                    services.preferences().get().protection().reveal(),
                    discretion);
            add(close -> new Panel.History(
                    new HistoryViewModel(around, entry.id(), new HistoryViewModel.Exits(toast, close))));
        }
    }

    /** Opens the generator by itself. */
    void generate() {
        generator(Recipe.Purpose.API_SECRET, Optional.empty());
    }

    private void generateFor(Entry.Kind kind, Consumer<SecretValue> use) {
        Recipe.Purpose purpose = switch (kind) {
            case API_KEY, TOKEN, OTHER -> Recipe.Purpose.API_SECRET;
            case WEBHOOK_SECRET, CERTIFICATE -> Recipe.Purpose.SIGNING_SECRET;
            case PASSWORD -> Recipe.Purpose.PASSPHRASE;
        };
        generator(purpose, Optional.of(use));
    }

    private void generator(Recipe.Purpose purpose, Optional<Consumer<SecretValue>> use) {
        add(close -> new Panel.Generator(new GeneratorViewModel(
                services.random(), clipboard, purpose, new GeneratorViewModel.Exits(use, toast, close))));
    }

    /** Opens the health report; a finding is edited over it, or shown in the list below it. */
    void health() {
        OpenVault open = vault;
        SecretsViewModel list = secrets;
        if (open != null && list != null) {
            add(close -> new Panel.Health(new HealthViewModel(
                    open,
                    services.background(),
                    services.clock(),
                    new HealthViewModel.Exits(entry -> edit(Optional.of(entry)), list::choose, close))));
        }
    }

    void settings() {
        Settings now = services.preferences().get();
        add(close -> new Panel.Settings(
                new SettingsViewModel(now, services.preferences()::change, services.settingsFile(), close)));
    }

    void keys() {
        add(close -> new Panel.Keys(new ShortcutSheetViewModel(close)));
    }

    void about() {
        add(close -> new Panel.About(new AboutViewModel(services.version(), close)));
    }

    /** The sheets about the vault as a whole. */
    VaultSheets ofVault() {
        return ofVault;
    }

    /** The sheets about its remotes. */
    RemoteSheets ofRemotes() {
        return ofRemotes;
    }

    /** The sheets that bring secrets in from files, and out. */
    FileSheets ofFiles() {
        return ofFiles;
    }

    Optional<OpenVault> vault() {
        return Optional.ofNullable(vault);
    }

    /** The collection whose secrets are listed. */
    Optional<CollectionId> collection() {
        return Optional.ofNullable(secrets).flatMap(SecretsViewModel::collection);
    }

    /** The list behind the sheets. */
    Optional<SecretsViewModel> secrets() {
        return Optional.ofNullable(secrets);
    }

    /** Shows a sheet, or leaves it at once if there is one of its kind; it is given what takes it away. */
    void add(Function<Runnable, Panel> make) {
        Panel[] made = new Panel[1];
        made[0] = make.apply(() -> shown.remove(made[0]));
        boolean twice = shown.stream().anyMatch(panel -> panel.getClass().equals(made[0].getClass()));
        if (!twice) {
            mask();
            shown.add(made[0]);
        } else {
            leave(made[0]);
        }
    }

    /** What is revealed must not stay in sight behind a sheet. */
    private void mask() {
        Optional.ofNullable(secrets).ifPresent(SecretsViewModel::mask);
    }

    /** Asks the newest sheet to go; tells whether there was one. */
    boolean closeTop() {
        if (shown.isEmpty()) {
            return false;
        }
        leave(shown.getLast());
        return true;
    }

    /** A sheet goes as by its own button: an editor with changes asks first. */
    void leave(Panel panel) {
        switch (panel) {
            case Panel.Editor editor -> editor.model().requestClose();
            case Panel.History history -> history.model().close();
            case Panel.Audit audit -> audit.model().close();
            case Panel.Policy policy -> policy.model().close();
            case Panel.Generator generator -> generator.model().close();
            case Panel.Import importing -> importing.model().leave();
            case Panel.Exporting exporting -> exporting.model().leave();
            case Panel.Health health -> health.model().close();
            case Panel.Backups backups -> backups.model().close();
            case Panel.Settings settings -> settings.model().close();
            case Panel.Keys keys -> keys.model().close();
            case Panel.VaultKeys keys -> keys.model().leave();
            case Panel.Remotes remotes -> remotes.model().leave();
            case Panel.Syncing sync -> sync.model().leave();
            case Panel.Rotating rotation -> rotation.model().leave();
            case Panel.About about -> about.model().close();
        }
    }

    /** Takes all sheets away: an unsaved edit is sealed as a draft, the rest is wiped. Tells whether every draft could be kept. */
    boolean seal() {
        boolean kept = true;
        for (Panel panel : List.copyOf(shown).reversed()) {
            switch (panel) {
                case Panel.Editor editor -> kept &= seal(editor.model());
                case Panel.Import importing -> importing.model().close();
                case Panel.Exporting exporting -> exporting.model().close();
                case Panel.VaultKeys keys -> keys.model().close();
                case Panel.Remotes remotes -> remotes.model().close();
                case Panel.Syncing sync -> sync.model().close();
                case Panel.Rotating rotation -> rotation.model().close();
                default -> leave(panel);
            }
        }
        shown.clear();
        ofRemotes.forget();
        vault = null;
        secrets = null;
        return kept;
    }

    private static boolean seal(EditorViewModel editor) {
        try {
            editor.sealDraft();
            return true;
        } catch (VaultException | IllegalArgumentException e) {
            return false;
        }
    }
}
