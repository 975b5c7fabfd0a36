package dev.lockstep.ui.shell;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Trash;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Knows what the user is to be asked about because it is in the trash for long, and asks again every hour. It deletes nothing. */
final class TrashCare {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<List<SecretId>> due = new ReadOnlyObjectWrapper<>(List.of());
    private final AtomicBoolean stale = new AtomicBoolean();
    private @Nullable Trash trash;
    private @Nullable Runnable deaf;
    private Background.@Nullable Cancellable hour;

    /** @param failed told why the trash could not be kept */
    TrashCare(Background background, Consumer<Exception> failed) {
        this.background = background;
        this.failed = failed;
    }

    /** What has been in the trash for long; empty where nobody is to be asked. */
    ReadOnlyObjectProperty<List<SecretId>> dueProperty() {
        return due.getReadOnlyProperty();
    }

    /** After how many days it is asked. */
    int days() {
        Trash known = trash;
        return known == null ? 0 : known.days();
    }

    /** Begins to look after the trash of a vault; not where nothing could be done about it. */
    void watch(OpenVault vault) {
        forget();
        if (!vault.readOnly()) {
            trash = vault.trash();
            deaf = vault.onChange(this::changed);
            look();
            tick();
        }
    }

    private void changed() {
        if (!stale.getAndSet(true)) {
            background.onScreen(this::look);
        }
    }

    private void tick() {
        hour = background.after(HOUR, () -> {
            look();
            tick();
        });
    }

    private void look() {
        stale.set(false);
        Trash mine = trash;
        if (mine != null) {
            background
                    .job(progress -> mine.due())
                    .onDone(found -> {
                        if (mine.equals(trash)) {
                            due.set(found);
                        }
                    })
                    .start();
        }
    }

    /** Leaves everything where it is, and asks no more for as many days. */
    void keep() {
        Trash mine = trash;
        if (mine != null) {
            background
                    .job(progress -> {
                        mine.keep();
                        return true;
                    })
                    .onDone(kept -> look())
                    .onFailed(failed)
                    .start();
        }
    }

    /** The vault is locked. */
    void forget() {
        trash = null;
        if (deaf != null) {
            deaf.run();
            deaf = null;
        }
        if (hour != null) {
            hour.cancel();
            hour = null;
        }
        due.set(List.of());
    }
}
