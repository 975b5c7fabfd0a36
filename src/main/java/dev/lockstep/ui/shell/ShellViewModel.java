package dev.lockstep.ui.shell;

import dev.lockstep.keystore.Keystore;
import dev.lockstep.sync.Outside;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Preferences;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** What the window knows: the screen, the sheets over it, the vault that is open, and when it locks. */
public final class ShellViewModel {
    private final Services services;
    private final Exits exits;
    private final SecretClipboard clipboard;
    private final Discretion discretion = new Discretion();
    private final Gate gate;
    private final Panels panels;
    private final IdleLock idle;
    private final Care care;
    private final Sweep sweep;
    private final ReadOnlyObjectWrapper<Screen> screen;
    private final Messages messages = new Messages();
    private boolean leaving;

    /**
     * What the window works with.
     *
     * @param keystore of the operating system
     * @param folder where a new vault is proposed
     * @param settingsFile where the settings are kept, to be shown
     * @param outside vendors and practice vaults
     */
    public record Services(
            Vaults vaults,
            Keystore keystore,
            Background background,
            Clock clock,
            SecureRandom random,
            Preferences preferences,
            Path folder,
            Path settingsFile,
            Outside outside,
            String version) {}

    /**
     * Ways out of the window.
     *
     * @param forget wipes what the toolkit remembers of texts that were shown
     * @param scrub overwrites what nobody reaches any more; slow, called in the background
     * @param show shows a file where it lies, if the system can
     */
    public record Exits(Runnable forget, Runnable scrub, Optional<Consumer<Path>> show, Runnable quit) {}

    /** Shows the unlock screen of the first vault, else of the one that was open last, else the welcome screen. */
    public ShellViewModel(Services services, Exits exits, Optional<Path> first) {
        this.services = services;
        this.exits = exits;
        Preferences preferences = services.preferences();
        clipboard = new SecretClipboard(
                services.background(),
                () -> Duration.ofSeconds(preferences.get().protection().clipboardSeconds()),
                services.clock(),
                services.random());
        idle = new IdleLock(
                services.background(), services.clock(), () -> preferences.get().protection(), this::lock);
        gate = new Gate(services, discretion, this::show, this::opened);
        panels = new Panels(
                services,
                clipboard,
                discretion,
                messages::tell,
                new Panels.Exits(this::lock, this::released, exits.show()));
        care = new Care(
                new Unfinished(services.background(), panels::restore),
                new AutomaticBackups(services.background()),
                new TrashCare(services.background(), messages::failed));
        sweep = new Sweep(services.background(), exits.scrub());
        screen = new ReadOnlyObjectWrapper<>(gate.first(first));
        services.background()
                .job(progress -> {
                    services.vaults().warmUp();
                    return true;
                })
                .start();
    }

    ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    ObservableList<Panel> panels() {
        return panels.shown();
    }

    Panels sheets() {
        return panels;
    }

    SecretClipboard clipboard() {
        return clipboard;
    }

    /** Of the whole program; a screen that listens to it takes its own. */
    Discretion discretion() {
        return discretion;
    }

    IdleLock idle() {
        return idle;
    }

    Care care() {
        return care;
    }

    /** Whether the memory was swept since a screen was left last. */
    boolean swept() {
        return sweep.idle();
    }

    Preferences preferences() {
        return services.preferences();
    }

    Messages messages() {
        return messages;
    }

    /** Shows one sentence for a while. */
    public void say(String sentence) {
        messages.say(sentence);
    }

    Optional<Screen.Secrets> open() {
        return screen.get() instanceof Screen.Secrets secrets ? Optional.of(secrets) : Optional.empty();
    }

    /** Starts the wizard for a new vault; an open one is locked first. */
    void create() {
        leave();
        show(gate.create(false));
    }

    /** Leaves for a vault file; an open one is locked first. */
    void open(Path file) {
        leave();
        show(gate.unlock(file));
    }

    /** Locks the vault and asks for its password; does nothing while none is open. */
    void lock() {
        open().ifPresent(secrets -> {
            Path file = secrets.vault().file();
            leave();
            show(gate.unlock(file));
        });
    }

    /** The vault is no longer held back. */
    private void released() {
        anew();
        say(Text.of("shell.released"));
    }

    /** Closes the newest sheet, else the vault, else quits. */
    void close() {
        if (panels.closeTop()) {
            return;
        }
        switch (screen.get()) {
            case Screen.Secrets secrets -> welcome();
            case Screen.Unlock unlock -> welcome();
            case Screen.Create create -> welcome();
            case Screen.Rescue rescue -> welcome();
            case Screen.Welcome welcome -> quit();
        }
    }

    private void welcome() {
        leave();
        show(gate.welcome());
    }

    /** Locks, and ends the program once the vault is closed. */
    void quit() {
        Optional<OpenVault> vault = seal();
        leaveGate();
        services.background()
                .job(progress -> {
                    vault.ifPresent(panels.ofRemotes()::close);
                    return true;
                })
                .onDone(closed -> exits.quit().run())
                .onFailed(failure -> exits.quit().run())
                .start();
    }

    /** The window was minimised. */
    void minimised() {
        if (preferences().get().protection().lockOnMinimise()) {
            lock();
        }
    }

    private void opened(OpenVault vault, boolean importNext) {
        preferences().change(settings -> settings.opened(vault.file()));
        show(new Screen.Secrets(panels.open(vault), vault));
        idle.start();
        care.follow(vault);
        if (importNext) {
            panels.ofFiles().importFile(Optional.empty());
        }
    }

    /** Shows the backups of the open vault. */
    void backups() {
        panels.ofVault().backups(this::anew);
    }

    /** Goes on with a vault that is older than what this computer saw. */
    void acceptOlder(OpenVault vault) {
        services.background()
                .job(progress -> {
                    vault.acceptRollback();
                    return vault;
                })
                .onDone(accepted -> anew())
                .onFailed(messages::failed)
                .start();
    }

    /** Shows the open vault anew, because what may be done with it is not as before. */
    private void anew() {
        if (leaving) {
            return;
        }
        open().ifPresent(shown -> {
            panels.seal();
            shown.model().close();
            show(new Screen.Secrets(panels.open(shown.vault()), shown.vault()));
        });
    }

    private void leave() {
        Optional<OpenVault> vault = seal();
        leaveGate();
        vault.ifPresent(locked -> services.background()
                .job(progress -> {
                    panels.ofRemotes().close(locked);
                    return true;
                })
                .onDone(closed -> sweep.twice())
                .start());
    }

    /** Takes everything of the open vault from the screen: unsaved edits are sealed, values wiped, the clipboard cleared. */
    private Optional<OpenVault> seal() {
        Optional<Screen.Secrets> secrets = open();
        leaving = true;
        secrets.ifPresent(shown -> {
            idle.stop();
            if (!panels.seal()) {
                say(Text.of("shell.draftLost"));
            }
            care.forget();
            clipboard.clearNow();
            shown.model().close();
        });
        leaving = false;
        return secrets.map(Screen.Secrets::vault);
    }

    private void leaveGate() {
        panels.seal();
        switch (screen.get()) {
            case Screen.Create create -> create.model().close();
            case Screen.Unlock unlock -> unlock.model().close();
            case Screen.Rescue rescue -> rescue.model().close();
            case Screen.Welcome welcome -> {}
            case Screen.Secrets secrets -> exits.forget().run();
        }
    }

    private void show(Screen next) {
        screen.set(next);
        sweep.soon();
    }
}
