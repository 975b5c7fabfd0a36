package dev.lockstep.ui.welcome;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the welcome screen knows: the recent vaults and whether their files are still there. */
public final class WelcomeViewModel {
    private final Background background;
    private final Clock clock;
    private final Discretion discretion;
    private final Exits exits;
    private final List<RecentVault> vaults = new ArrayList<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Empty());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /**
     * Starts to look for the files of the recent vaults.
     *
     * @param recents vault files, the latest first
     * @param discretion of this screen alone
     */
    public WelcomeViewModel(
            Background background, Clock clock, List<Path> recents, Discretion discretion, Exits exits) {
        this.discretion = discretion;
        this.background = background;
        this.clock = clock;
        this.exits = exits;
        recents.forEach(file -> vaults.add(new RecentVault(file, RecentVault.Presence.LOOKING, Optional.empty())));
        show();
        List.copyOf(vaults).forEach(vault -> look(vault, found -> {}));
    }

    /**
     * The ways out of this screen.
     *
     * @param open told the vault file to unlock
     * @param importEnv starts a new vault that takes in a .env file
     * @param demo opens a vault of made-up secrets to try things on
     * @param removeRecent told which file to forget; the file itself stays
     */
    public record Exits(
            Runnable create, Consumer<Path> open, Runnable importEnv, Runnable demo, Consumer<Path> removeRecent) {}

    Discretion discretion() {
        return discretion;
    }

    /** What the screen shows. */
    sealed interface State {
        /** No vault was opened on this computer yet. */
        record Empty() implements State {}

        record Listing(List<RecentVault> vaults) implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One sentence about what the last action could not do; empty if there is nothing to say. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    Instant now() {
        return clock.instant();
    }

    void create() {
        exits.create().run();
    }

    void demo() {
        exits.demo().run();
    }

    void importEnv() {
        exits.importEnv().run();
    }

    /** Opens a recent vault, or says that its file is still missing. */
    void open(RecentVault vault) {
        if (!vault.missing()) {
            choose(vault.file());
            return;
        }
        look(vault, found -> {
            if (found.missing()) {
                notice.set(Text.of("welcome.missing", discretion.line(vault.name())));
            } else {
                choose(vault.file());
            }
        });
    }

    /** Opens a file that the user picked. */
    void choose(Path file) {
        notice.set("");
        exits.open().accept(file);
    }

    /** Whether dropped files hold a vault; looks at names only. */
    boolean accepts(List<Path> dropped) {
        return firstVault(dropped).isPresent();
    }

    void drop(List<Path> dropped) {
        firstVault(dropped).ifPresentOrElse(this::choose, () -> notice.set(Text.of("welcome.notAVault")));
    }

    /** Forgets a recent vault; its file stays where it is. */
    void remove(RecentVault vault) {
        vaults.removeIf(row -> row.file().equals(vault.file()));
        notice.set("");
        exits.removeRecent().accept(vault.file());
        show();
    }

    private static Optional<Path> firstVault(List<Path> files) {
        return files.stream()
                .filter(file -> file.toString().endsWith(Vaults.SUFFIX))
                .findFirst();
    }

    private void look(RecentVault vault, Consumer<RecentVault> then) {
        background
                .job(progress -> vault.looked())
                .onDone(found -> {
                    replace(row -> row.file().equals(found.file()) ? found : row);
                    then.accept(found);
                })
                .start();
    }

    private void replace(UnaryOperator<RecentVault> change) {
        vaults.replaceAll(change);
        show();
    }

    private void show() {
        state.set(vaults.isEmpty() ? new State.Empty() : new State.Listing(List.copyOf(vaults)));
    }
}
