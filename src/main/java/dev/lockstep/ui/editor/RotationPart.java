package dev.lockstep.ui.editor;

import dev.lockstep.vault.SecretDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The day by which a new value is due, and how long before it the secret counts as due soon. */
final class RotationPart {
    /** Days from today that are one click away. */
    static final List<Integer> QUICK_DAYS = List.of(30, 90, 365);
    /** The most lead days. */
    static final int MAX_LEAD = 3650;

    private final Clock clock;
    private final ObjectProperty<@Nullable LocalDate> rotateBy = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> leadDays = new SimpleObjectProperty<>(SecretDetails.DEFAULT_LEAD_DAYS);

    RotationPart(Clock clock) {
        this.clock = clock;
    }

    ObjectProperty<@Nullable LocalDate> rotateByProperty() {
        return rotateBy;
    }

    ObjectProperty<Integer> leadDaysProperty() {
        return leadDays;
    }

    void start(Optional<LocalDate> day, int lead) {
        rotateBy.set(day.orElse(null));
        leadDays.set(lead);
    }

    /** Sets the day so many days from today. */
    void in(int days) {
        rotateBy.set(LocalDate.now(clock).plusDays(days));
    }

    void never() {
        rotateBy.set(null);
    }

    boolean past() {
        LocalDate day = rotateBy.get();
        return day != null && day.isBefore(LocalDate.now(clock));
    }
}
