package dev.lockstep.ui.shell;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.apply.Unfinished;
import dev.lockstep.sync.check.Concern;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.OpenVault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Knows what wants a look at the remotes of the open vault, and what was cut short there; nobody is asked. It looks a while after the vault was
 * opened, when the list is on the screen, and a while after changes.
 */
final class RemoteCare {
    /** Opening a vault is not to be slowed down. */
    static final Duration AFTER_OPENING = Duration.ofSeconds(1);

    /** So long after a change it is looked; other changes may follow. */
    static final Duration CALM = Duration.ofSeconds(2);

    private final Background background;
    private final ReadOnlyObjectWrapper<Map<RemoteId, Concern>> concerns = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<CutShort>> cutShort = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean stale = new AtomicBoolean();
    private Runnable deaf = () -> {};
    private boolean later;
    private @Nullable Watched watched;
    private Background.@Nullable Cancellable waiting;
    private Background.@Nullable Cancellable looking;

    private record Watched(OpenVault vault, Sync sync) {}

    private record Seen(Map<RemoteId, Concern> concerns, Optional<CutShort> cutShort) {}

    /**
     * What was begun and not ended.
     *
     * @param rows the most that may be left to do
     * @param unknown how many were sent without an answer
     */
    record CutShort(int rows, int unknown) {
        static CutShort of(Unfinished unfinished, Map<RemoteId, Concern> concerns) {
            int unknown = concerns.entrySet().stream()
                    .filter(remote -> unfinished.remotes().contains(remote.getKey()))
                    .mapToInt(remote -> remote.getValue().unanswered())
                    .sum();
            return new CutShort(unfinished.tasks(), unknown);
        }
    }

    RemoteCare(Background background) {
        this.background = background;
    }

    /** What is known of each remote; empty until it was looked, and where there are none. */
    ReadOnlyObjectProperty<Map<RemoteId, Concern>> concernsProperty() {
        return concerns.getReadOnlyProperty();
    }

    /** What was cut short, unless the user wants to see to it later. */
    ReadOnlyObjectProperty<Optional<CutShort>> cutShortProperty() {
        return cutShort.getReadOnlyProperty();
    }

    void follow(OpenVault vault, Sync sync) {
        forget();
        watched = new Watched(vault, sync);
        deaf = vault.onChange(this::changed);
        look(AFTER_OPENING);
    }

    /** Tells no more of what was cut short until the vault is opened again. */
    void later() {
        later = true;
        cutShort.set(Optional.empty());
    }

    /** The vault is locked. */
    void forget() {
        deaf.run();
        deaf = () -> {};
        watched = null;
        later = false;
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
        concerns.set(Map.of());
        cutShort.set(Optional.empty());
    }

    private void changed() {
        if (!stale.getAndSet(true)) {
            background.onScreen(() -> {
                stale.set(false);
                look(CALM);
            });
        }
    }

    private void look(Duration delay) {
        Watched mine = watched;
        if (mine == null) {
            return;
        }
        if (mine.vault().remotes().all().isEmpty()) {
            told(mine, new Seen(Map.of(), Optional.empty()));
        } else if (waiting == null) {
            waiting = background.after(delay, () -> {
                waiting = null;
                read(mine);
            });
        }
    }

    private void read(Watched mine) {
        looking = background
                .job(progress -> seen(mine.sync()))
                .onDone(seen -> told(mine, seen))
                .start();
    }

    private static Seen seen(Sync sync) throws VaultException {
        Map<RemoteId, Concern> concerns = sync.concerns();
        return new Seen(concerns, sync.unfinished().map(left -> CutShort.of(left, concerns)));
    }

    private void told(Watched of, Seen seen) {
        if (of.equals(watched)) {
            concerns.set(seen.concerns());
            cutShort.set(later ? Optional.empty() : seen.cutShort());
        }
    }
}
