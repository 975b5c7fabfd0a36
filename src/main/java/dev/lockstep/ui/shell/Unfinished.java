package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.OpenVault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Offers the edits that were sealed when the vault locked, one after the other. */
final class Unfinished {
    private final Background background;
    private final Consumer<Drafts.Draft> restore;
    private final Deque<Drafts.Draft> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Drafts.Draft>> offered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable OpenVault vault;

    /** @param restore opens the editor with a draft */
    Unfinished(Background background, Consumer<Drafts.Draft> restore) {
        this.background = background;
        this.restore = restore;
    }

    ReadOnlyObjectProperty<Optional<Drafts.Draft>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Begins to offer what a vault holds. */
    void offer(OpenVault opened) {
        forget();
        vault = opened;
        waiting.addAll(opened.drafts().all());
        next();
    }

    void restore() {
        offered.get().ifPresent(restore);
        next();
    }

    void discard() {
        OpenVault from = vault;
        offered.get().ifPresent(draft -> {
            if (from != null) {
                background
                        .job(progress -> {
                            from.drafts().discard(draft.id());
                            return draft;
                        })
                        .start();
            }
        });
        next();
    }

    void forget() {
        waiting.clear();
        vault = null;
        offered.set(Optional.empty());
    }

    private void next() {
        offered.set(Optional.ofNullable(waiting.poll()));
    }
}
