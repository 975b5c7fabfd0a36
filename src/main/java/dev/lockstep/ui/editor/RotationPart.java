package dev.lockstep.ui.editor;

import dev.lockstep.vault.Entry;
import dev.lockstep.vault.SecretDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The day by which a new value is due, and how long before it the secret counts as due soon. A new value in place of a stored one moves the
 * day on, unless the user has chosen another.
 */
final class RotationPart {
    /** Days from today that are one click away. */
    static final List<Integer> QUICK_DAYS = List.of(30, 90, 365);
    /** The most lead days. */
    static final int MAX_LEAD = 3650;

    private final Clock clock;
    private final ObjectProperty<@Nullable LocalDate> rotateBy = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> leadDays = new SimpleObjectProperty<>(SecretDetails.DEFAULT_LEAD_DAYS);
    private final ReadOnlyObjectWrapper<Renewal> renewal = new ReadOnlyObjectWrapper<>(new Renewal.None());
    private @Nullable Entry stored;
    private boolean renewed;

    RotationPart(Clock clock) {
        this.clock = clock;
        rotateBy.subscribe(this::chosen);
    }

    ObjectProperty<@Nullable LocalDate> rotateByProperty() {
        return rotateBy;
    }

    ObjectProperty<Integer> leadDaysProperty() {
        return leadDays;
    }

    ReadOnlyObjectProperty<Renewal> renewalProperty() {
        return renewal.getReadOnlyProperty();
    }

    void start(Optional<LocalDate> day, int lead) {
        renewed = false;
        renewal.set(new Renewal.None());
        rotateBy.set(day.orElse(null));
        leadDays.set(lead);
    }

    /** Tells which stored secret is edited; null for a new one. */
    void edits(@Nullable Entry entry) {
        stored = entry;
    }

    /** Told after each edit of the value whether it differs from the stored one. */
    void valueChanged(boolean changed) {
        if (changed == renewed) {
            return;
        }
        renewed = changed;
        if (changed) {
            renew();
        } else {
            keep();
        }
    }

    private void renew() {
        Entry entry = stored;
        LocalDate day = rotateBy.get();
        if (entry == null || day == null || !entry.rotateBy().equals(Optional.of(day))) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        Optional<Integer> days = entry.rotationDays(clock.getZone());
        if (days.isPresent()) {
            LocalDate next = today.plusDays(days.get());
            if (next.isAfter(day)) {
                renewal.set(new Renewal.Moved(day, next, days.get()));
                rotateBy.set(next);
            }
        } else if (!day.minusDays(entry.leadDays()).isAfter(today)) {
            renewal.set(new Renewal.Unmoved(day));
        }
    }

    /** Goes back to the day as it is stored, where a new value has moved it. */
    void keep() {
        if (renewal.get() instanceof Renewal.Moved moved) {
            rotateBy.set(moved.former());
        }
        renewal.set(new Renewal.None());
    }

    /** A day that the user has chosen leaves nothing to say. */
    private void chosen(@Nullable LocalDate day) {
        LocalDate said = switch (renewal.get()) {
            case Renewal.None none -> day;
            case Renewal.Moved moved -> moved.next();
            case Renewal.Unmoved unmoved -> unmoved.former();
        };
        if (!Objects.equals(day, said)) {
            renewal.set(new Renewal.None());
        }
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
