package dev.lockstep.ui.secrets;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.settings.Settings;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Countdown;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The selected secret and its value, which is shown for a while and closed as soon as it is not. */
final class DetailsViewModel {
    private static final Look MASKED = new Look.Masked();
    private static final Duration REST = Duration.ofMillis(300);

    private final Catalog catalog;
    private final Secrets secrets;
    private final Background background;
    private final Supplier<Settings> habits;
    private final Discretion discretion;
    private final Consumer<Exception> failed;
    private final Countdown countdown;
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(new Subject.Nothing());
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(MASKED);
    private long turn;

    /**
     * Nothing is selected yet.
     *
     * @param habits how long a value stays revealed, and whether hints are shown unasked
     * @param discretion in presentation mode nothing is opened
     */
    DetailsViewModel(
            OpenVault vault,
            Background background,
            Supplier<Settings> habits,
            Discretion discretion,
            Consumer<Exception> failed) {
        this.discretion = discretion;
        catalog = vault.catalog();
        secrets = vault.secrets();
        this.background = background;
        this.habits = habits;
        this.failed = failed;
        countdown = new Countdown(background, this::mask);
    }

    ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Seconds until the value is masked again; zero while it is masked. */
    ReadOnlyIntegerProperty secondsLeftProperty() {
        return countdown.leftProperty();
    }

    /** Shows these secrets as they are now; a value stays revealed only while its secret stays the one shown. */
    void show(List<SecretId> ids) {
        Subject now = subjectOf(ids);
        boolean other = !id(now).equals(id(subject.get()));
        if (other) {
            mask();
        }
        subject.set(now);
        if (other && habits.get().look().valueHint()) {
            hintSoon();
        }
    }

    /** A hint that was not asked for waits until the selection rests, since opening a value is noted in the vault. */
    private void hintSoon() {
        long mine = turn;
        background.after(REST, () -> {
            if (mine == turn && entry().filter(Hint::possible).isPresent()) {
                hint();
            }
        });
    }

    Optional<Entry> entry() {
        return subject.get() instanceof Subject.One one ? Optional.of(one.entry()) : Optional.empty();
    }

    /** Shows the value for a while, or masks it if it is shown. */
    void toggle() {
        switch (look.get()) {
            case Look.Masked masked -> open(value -> Optional.of(new Look.Revealed(value, Edges.of(value))));
            case Look.Opening opening -> mask();
            case Look.Revealed revealed -> mask();
            case Look.Hinted hinted -> open(value -> Optional.of(new Look.Revealed(value, Edges.of(value))));
        }
    }

    /** Shows the first and last four characters for a while, if the value is long enough. */
    void hint() {
        open(value -> {
            try (value) {
                return Hint.of(value).map(Look.Hinted::new);
            }
        });
    }

    /** Masks and closes the value. */
    void mask() {
        turn++;
        countdown.stop();
        become(MASKED);
    }

    private void open(Function<SecretValue, Optional<Look>> how) {
        mask();
        entry().filter(entry -> entry.size() > 0 && !discretion.presenting())
                .ifPresent(entry -> request(entry.id(), how));
    }

    private void request(SecretId id, Function<SecretValue, Optional<Look>> how) {
        long mine = turn;
        become(new Look.Opening());
        background
                .job(progress -> secrets.reveal(id))
                .onDone(value -> opened(mine, value, how))
                .onFailed(failure -> {
                    mask();
                    failed.accept(failure);
                })
                .start();
    }

    private void opened(long mine, SecretValue value, Function<SecretValue, Optional<Look>> how) {
        if (mine != turn) {
            value.close();
            return;
        }
        Optional<Look> shown = how.apply(value);
        become(shown.orElse(MASKED));
        if (shown.isPresent()) {
            countdown.start(habits.get().protection().reveal());
        }
    }

    private void become(Look next) {
        Look former = look.get();
        look.set(next);
        switch (former) {
            case Look.Revealed revealed -> revealed.value().close();
            case Look.Hinted hinted -> hinted.hint().close();
            case Look.Masked masked -> {}
            case Look.Opening opening -> {}
        }
    }

    private Subject subjectOf(List<SecretId> ids) {
        if (ids.size() > 1) {
            return new Subject.Many(ids.size());
        }
        return ids.stream()
                .flatMap(id -> catalog.entry(id).stream())
                .findFirst()
                .<Subject>map(Subject.One::new)
                .orElse(new Subject.Nothing());
    }

    private static Optional<SecretId> id(Subject of) {
        return of instanceof Subject.One one ? Optional.of(one.entry().id()) : Optional.empty();
    }
}
