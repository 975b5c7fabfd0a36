package dev.lockstep.ui.history;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.History;
import dev.lockstep.vault.History.Comparison;
import dev.lockstep.vault.History.Version;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.FailureWords;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The history of one secret: its versions, the one that is chosen, and the one that it is compared with. */
public final class HistoryViewModel {
    private final Surroundings around;
    private final History history;
    private final SecretId id;
    private final Exits exits;
    private final Restoring restoring;
    private final Sights sights;
    private final Runnable deaf;
    private final ObservableList<Version> versions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Entry>> entry = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Version>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Version>> other = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> damage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean closed;

    /**
     * What the screen works with.
     *
     * @param clock also tells the time zone of the dates shown
     * @param remask how long a value stays in sight
     * @param discretion of what is told in passing
     */
    public record Surroundings(
            OpenVault vault,
            Background background,
            Clock clock,
            SecretClipboard clipboard,
            Duration remask,
            Discretion discretion) {}

    /** Ways out of the screen. */
    public record Exits(Consumer<Toast> toast, Runnable closed) {}

    /** Begins to read the versions of a secret. */
    public HistoryViewModel(Surroundings around, SecretId id, Exits exits) {
        this.around = around;
        this.id = id;
        this.exits = exits;
        history = around.vault().history();
        restoring = new Restoring(around, id, exits.toast());
        sights = new Sights(around, id, restoring::failed);
        deaf = around.vault().onChange(() -> around.background().onScreen(this::load));
        load();
    }

    /** What is known of the secret at one moment. */
    private record Known(Entry entry, List<Version> versions, Optional<Failure> damage) {}

    private void load() {
        if (!closed) {
            around.background()
                    .job(progress -> read())
                    .onDone(this::take)
                    .onFailed(this::unreadable)
                    .start();
        }
    }

    /** Where the history is damaged, the present value is told all the same. */
    private Known read() throws VaultException {
        Entry now = around.vault().catalog().entry(id).orElseThrow(() -> new VaultException(new Failure.Gone()));
        try {
            return new Known(now, history.versions(id), Optional.empty());
        } catch (VaultException e) {
            boolean former = e.failure().equals(new Failure.SetChanged(Failure.Part.HISTORY))
                    || e.failure().equals(new Failure.PartDamaged(Failure.Part.HISTORY));
            if (!former) {
                throw e;
            }
            return new Known(now, List.of(history.present(id)), Optional.of(e.failure()));
        }
    }

    private void take(Known known) {
        if (closed) {
            return;
        }
        entry.set(Optional.of(known.entry()));
        damage.set(known.damage().map(FailureWords::of));
        Optional<Version> before = chosen.get();
        boolean changed = !versions.equals(known.versions());
        if (changed) {
            versions.setAll(known.versions());
        }
        if (changed || before.isEmpty()) {
            begin(before.flatMap(was -> find(was.version())).orElse(versions.getFirst()));
        }
    }

    private Optional<Version> find(long version) {
        return versions.stream().filter(found -> found.version() == version).findFirst();
    }

    private void unreadable(Exception failure) {
        if (!closed) {
            sights.hide();
            versions.clear();
            chosen.set(Optional.empty());
            other.set(Optional.empty());
            damage.set(Optional.of(FailureWords.of(failure)));
        }
    }

    /** Chooses a version: it is compared with the present one, or the present one with the one before it. */
    void choose(Version version) {
        if (!chosen.get().equals(Optional.of(version))) {
            begin(version);
        }
    }

    private void begin(Version version) {
        sights.hide();
        chosen.set(Optional.of(version));
        int against = version.present() ? 1 : 0;
        compareWith(against < versions.size() ? Optional.of(versions.get(against)) : Optional.empty());
    }

    /** Compares the chosen version with another. */
    void compareWith(Optional<Version> version) {
        sights.hide();
        other.set(version);
        comparison.set(Optional.empty());
        Optional<Version> mine = chosen.get();
        if (mine.isEmpty() || version.isEmpty()) {
            return;
        }
        long one = mine.get().version();
        long two = version.get().version();
        around.background()
                .job(progress -> history.compare(id, one, two))
                .onDone(found -> {
                    if (chosen.get().equals(mine) && other.get().equals(version)) {
                        comparison.set(Optional.of(found));
                    }
                })
                .onFailed(restoring::failed)
                .start();
    }

    /** Shows the chosen value for a while, or hides it if it is shown. */
    void toggle() {
        if (sights.sightProperty().get() instanceof Sight.Shown) {
            sights.hide();
        } else {
            chosen.get().filter(version -> version.size() > 0).ifPresent(version -> sights.show(version.version()));
        }
    }

    /** Shows what differs for a while, or hides it if it is shown. */
    void toggleDifference() {
        if (sights.sightProperty().get() instanceof Sight.Apart) {
            sights.hide();
        } else if (comparison.get().filter(found -> !found.same()).isPresent()) {
            long one = chosen.get().orElseThrow().version();
            long two = other.get().orElseThrow().version();
            sights.show(Math.min(one, two), Math.max(one, two));
        }
    }

    /** Hides what is in sight, as when the window loses the focus. */
    public void mask() {
        sights.hide();
    }

    /** Puts the chosen value on the clipboard without showing it. */
    void copy() {
        chosen.get()
                .filter(version -> version.size() > 0)
                .ifPresent(version -> around.background()
                        .job(progress -> history.copy(id, version.version()))
                        .onDone(this::copied)
                        .onFailed(restoring::failed)
                        .start());
    }

    private void copied(SecretValue value) {
        try (value) {
            if (!closed) {
                say(HistoryWords.copied(
                        around.clipboard().copy(name(), value),
                        around.discretion().line(name()),
                        around.clipboard().secondsLeftProperty().get()));
            }
        }
    }

    /** Why the chosen version cannot be restored; empty if it can. */
    Optional<String> blocker() {
        return restoring.blocker(chosen.get(), entry.get());
    }

    /** Makes the chosen value the present one, as a version of its own; that can be taken back the same way. */
    void restore() {
        if (blocker().isEmpty()) {
            sights.hide();
            restoring.restore(chosen.get().orElseThrow(), versions.getFirst().version(), () -> {
                chosen.set(Optional.empty());
                load();
            });
        }
    }

    private void say(String words) {
        exits.toast().accept(Toast.of(words));
    }

    /** Takes the screen away; everything is hidden and closed. */
    public void close() {
        if (!closed) {
            closed = true;
            deaf.run();
            sights.hide();
            exits.closed().run();
        }
    }

    /** The name of the secret; empty until it is known. */
    String name() {
        return entry.get().map(Entry::name).orElse("");
    }

    Clock clock() {
        return around.clock();
    }

    /** How many former values the vault keeps of each secret. */
    int kept() {
        return history.policy().historyKept();
    }

    Sights sights() {
        return sights;
    }

    /** The newest first. */
    ObservableList<Version> versions() {
        return versions;
    }

    ReadOnlyObjectProperty<Optional<Entry>> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Version>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Version>> otherProperty() {
        return other.getReadOnlyProperty();
    }

    /** How the two compare; empty until that is known. */
    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** Why former values cannot be told; empty if they can. */
    ReadOnlyObjectProperty<Optional<FailureWords>> damageProperty() {
        return damage.getReadOnlyProperty();
    }
}
