package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Counts;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** Keeps the screen true: to the vault after each of its changes, several of them at once, and to the time every minute, and to the date. */
final class Following implements AutoCloseable {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final OpenVault vault;
    private final Background background;
    private final Parts parts;
    private final Runnable deaf;
    private final Clock clock;
    private final AtomicBoolean stale = new AtomicBoolean();
    private final ReadOnlyIntegerWrapper tellings = new ReadOnlyIntegerWrapper();
    private LocalDate day;
    private Background.@Nullable Cancellable minute;

    Following(OpenVault vault, Background background, Parts parts, Clock clock) {
        this.vault = vault;
        this.background = background;
        this.parts = parts;
        this.clock = clock;
        day = LocalDate.now(clock);
        deaf = vault.onChange(this::changed);
        load();
        tick();
    }

    /** Grows by one whenever everything is to be told anew. */
    ReadOnlyIntegerProperty tellingsProperty() {
        return tellings.getReadOnlyProperty();
    }

    /** Has everything told anew. */
    void retell() {
        tellings.set(tellings.get() + 1);
    }

    @Override
    public void close() {
        deaf.run();
        if (minute != null) {
            minute.cancel();
        }
    }

    private void changed() {
        if (!stale.getAndSet(true)) {
            background.onScreen(this::load);
        }
    }

    private void load() {
        stale.set(false);
        background
                .job(progress -> new Holdings(
                        vault.catalog().counts(), vault.collections().all()))
                .onDone(now -> parts.sidebar().update(now.counts(), now.collections()))
                .onFailed(parts.notices()::failed)
                .start();
        parts.list().ask();
    }

    private void tick() {
        minute = background.after(MINUTE, () -> {
            retell();
            turnPage();
            tick();
        });
    }

    /** What was due tomorrow is due today once the day has changed. */
    private void turnPage() {
        LocalDate now = LocalDate.now(clock);
        if (!now.equals(day)) {
            day = now;
            load();
        }
    }

    private record Holdings(Counts counts, List<SecretCollection> collections) {}
}
