package dev.lockstep.ui.audit;

import dev.lockstep.ui.audit.Checking.Outcome;
import dev.lockstep.ui.audit.Searching.Reach;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditFilter;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/** The audit log: what is asked for, what was found, whether the chain is whole, and its export. */
public final class AuditViewModel {
    private final OpenVault vault;
    private final Clock clock;
    private final Exits exits;
    private final Searching searching;
    private final Checking checking;
    private final Exporting exporting;
    private final Runnable deaf;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<EventGroup> group = new SimpleObjectProperty<>(EventGroup.ALL);
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.EVER);
    private final ObjectProperty<Optional<AuditEntry>> only = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringBinding status;
    private boolean closed;

    /** Ways out of the screen. */
    public record Exits(Consumer<Toast> toast, Runnable closed) {}

    /**
     * Begins to read and to check the log.
     *
     * @param clock also tells the time zone of the dates shown
     * @param discretion of what is told in passing
     */
    public AuditViewModel(OpenVault vault, Background background, Clock clock, Discretion discretion, Exits exits) {
        this.vault = vault;
        this.clock = clock;
        this.exits = exits;
        searching = new Searching(
                vault.audit(), filter(), background, failure -> trouble.set(Optional.of(FailureWords.of(failure))));
        exporting = new Exporting(vault.audit(), background, discretion, exits.toast());
        InvalidationListener ask = change -> look();
        text.addListener(ask);
        group.addListener(ask);
        period.addListener(ask);
        only.addListener(ask);
        status = Bindings.createStringBinding(this::told, searching.rows(), searching.reachProperty());
        deaf = vault.onChange(() -> background.onScreen(this::newer));
        look();
        checking = new Checking(vault.audit(), background);
        checking.outcomeProperty().subscribe(this::checked);
    }

    /** What is asked for now. */
    AuditFilter filter() {
        return new AuditFilter(
                text.get(),
                group.get().events(),
                only.get().flatMap(AuditEntry::subject),
                period.get().since(clock.instant()));
    }

    private void look() {
        searching.look(filter());
    }

    private void newer() {
        if (!closed) {
            searching.newer();
        }
    }

    private void checked(Outcome outcome) {
        switch (outcome) {
            case Outcome.Running running -> {}
            case Outcome.Whole whole -> {}
            case Outcome.Damaged damaged -> trouble.set(Optional.of(AuditWords.damage(damaged.damage())));
            case Outcome.Failed failed -> trouble.set(Optional.of(failed.words()));
        }
    }

    private String told() {
        Reach reach = searching.reachProperty().get();
        if (reach.running()) {
            return Text.of("audit.searching", reach.looked(), reach.total());
        }
        return reach.older()
                ? Text.of("audit.found.of", searching.rows().size(), reach.looked(), reach.total())
                : Text.of("audit.found", searching.rows().size(), reach.total());
    }

    /** Shows older entries, if there are any. */
    void older() {
        searching.older();
    }

    /** Asks only for the secret of an entry, or again for all. */
    void only(Optional<AuditEntry> entry) {
        only.set(entry.filter(told -> told.subject().isPresent()));
    }

    /** Asks for everything again. */
    void clear() {
        text.set("");
        group.set(EventGroup.ALL);
        period.set(Period.EVER);
        only.set(Optional.empty());
    }

    /** Whether anything is left out. */
    boolean filtered() {
        return !text.get().isBlank()
                || group.get() != EventGroup.ALL
                || period.get() != Period.EVER
                || only.get().isPresent();
    }

    /** Writes what is asked for to a file. */
    void export(Path file) {
        exporting.write(file, filter());
    }

    /** A name for the file, with the day. */
    String proposedName() {
        return Text.of("audit.export.name", vault.name(), LocalDate.now(clock).toString());
    }

    /** Takes the screen away; an export that runs goes on to its end in no case. */
    public void close() {
        if (!closed) {
            closed = true;
            deaf.run();
            checking.stop();
            exporting.cancel();
            searching.stop();
            exits.closed().run();
        }
    }

    Clock clock() {
        return clock;
    }

    Exporting exporting() {
        return exporting;
    }

    /** The newest first. */
    ObservableList<AuditRow> rows() {
        return searching.rows();
    }

    ReadOnlyObjectProperty<Reach> reachProperty() {
        return searching.reachProperty();
    }

    ReadOnlyObjectProperty<Outcome> checkProperty() {
        return checking.outcomeProperty();
    }

    /** That the log is damaged, or could not be read; empty if neither. */
    ReadOnlyObjectProperty<Optional<FailureWords>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** How much was found where. */
    StringBinding status() {
        return status;
    }

    StringProperty textProperty() {
        return text;
    }

    ObjectProperty<EventGroup> groupProperty() {
        return group;
    }

    ObjectProperty<Period> periodProperty() {
        return period;
    }

    /** The entry to whose secret the log is narrowed. */
    ReadOnlyObjectProperty<Optional<AuditEntry>> onlyProperty() {
        return only;
    }
}
