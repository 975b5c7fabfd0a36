package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.ui.kit.Background;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** A check while it runs. It is told by several threads at once, and tells the screen of many changes together. */
final class CheckRun implements CheckProgress {
    private final Background background;
    private final Map<RemoteId, Integer> names = new ConcurrentHashMap<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    CheckRun(Background background) {
        this.background = background;
    }

    /** How many names of a remote were seen so far; none before it answered. */
    int names(RemoteId remote) {
        return names.getOrDefault(remote, 0);
    }

    /** Grows whenever there is something new to show. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    @Override
    public void reached(RemoteId remote, int count) {
        names.put(remote, count);
        if (telling.compareAndSet(false, true)) {
            background.onScreen(() -> {
                telling.set(false);
                changes.set(changes.get() + 1);
            });
        }
    }
}
