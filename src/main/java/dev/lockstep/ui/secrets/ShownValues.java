package dev.lockstep.ui.secrets;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Countdown;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Secrets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The values that are shown in the table itself: those of the rows on the screen when it was asked for, masked together. */
final class ShownValues {
    private final Secrets secrets;
    private final Background background;
    private final Supplier<Duration> revealFor;
    private final Discretion discretion;
    private final Consumer<Exception> failed;
    private final Countdown countdown;
    private final Map<SecretId, SecretValue> open = new HashMap<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private long turn;

    /** @param discretion in presentation mode nothing is opened */
    ShownValues(
            Secrets secrets,
            Background background,
            Supplier<Duration> revealFor,
            Discretion discretion,
            Consumer<Exception> failed) {
        this.discretion = discretion;
        this.secrets = secrets;
        this.background = background;
        this.revealFor = revealFor;
        this.failed = failed;
        countdown = new Countdown(background, this::mask);
    }

    /** How many values are shown. */
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The value to draw in a row; empty where bullets are due. It is closed by this object. */
    Optional<SecretValue> of(SecretId id) {
        return Optional.ofNullable(open.get(id));
    }

    boolean any() {
        return count.get() > 0;
    }

    void show(List<SecretId> ids) {
        mask();
        if (discretion.presenting()) {
            return;
        }
        long mine = turn;
        background
                .job(progress -> openAll(ids))
                .onDone(values -> opened(mine, values))
                .onFailed(failed)
                .start();
    }

    /** Masks and closes all of them. */
    void mask() {
        turn++;
        countdown.stop();
        List<SecretValue> former = List.copyOf(open.values());
        open.clear();
        count.set(0);
        former.forEach(SecretValue::close);
    }

    private void opened(long mine, Map<SecretId, SecretValue> values) {
        if (mine != turn) {
            values.values().forEach(SecretValue::close);
            return;
        }
        open.putAll(values);
        count.set(values.size());
        countdown.start(revealFor.get());
    }

    private Map<SecretId, SecretValue> openAll(List<SecretId> ids) throws Exception {
        Map<SecretId, SecretValue> values = new HashMap<>();
        try {
            for (SecretId id : ids) {
                values.put(id, secrets.reveal(id));
            }
            return values;
        } catch (Exception e) {
            values.values().forEach(SecretValue::close);
            throw e;
        }
    }
}
