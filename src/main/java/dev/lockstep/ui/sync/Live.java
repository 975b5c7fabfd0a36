package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.ui.kit.Background;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Rows while they are applied. It is told by several threads at once, and tells the screen of many changes together. */
final class Live implements Follower {
    private final Background background;
    private final Map<RowKey, Step> steps = new ConcurrentHashMap<>();
    private final AtomicBoolean telling = new AtomicBoolean();
    private volatile List<Row> rows;
    private volatile boolean started;
    private final AtomicInteger done = new AtomicInteger();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    /** @param rows that are about to be applied; none if that shows only once the remotes are listed */
    Live(List<Row> rows, Background background) {
        this.rows = List.copyOf(rows);
        this.background = background;
    }

    /** Where a row is; one that is in none of these waits. */
    sealed interface Step {
        record Running() implements Step {}

        record Over(RowResult result) implements Step {}
    }

    List<Row> rows() {
        return rows;
    }

    Optional<Step> step(Row row) {
        return Optional.ofNullable(steps.get(row.key()));
    }

    /** How many are over. */
    int done() {
        return done.get();
    }

    /** Whether the remotes were listed again, and the rows are being applied. */
    boolean started() {
        return started;
    }

    /** Grows whenever there is something new to show. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    @Override
    public void looking(Set<RemoteId> remotes) {
        tell();
    }

    @Override
    public void starting(List<Row> all) {
        if (rows.isEmpty()) {
            rows = List.copyOf(all);
        }
        started = true;
        tell();
    }

    @Override
    public void began(Row row) {
        steps.putIfAbsent(row.key(), new Step.Running());
        tell();
    }

    @Override
    public void ended(Applied applied) {
        Step before = steps.put(applied.row().key(), new Step.Over(applied.result()));
        if (!(before instanceof Step.Over)) {
            done.incrementAndGet();
        }
        tell();
    }

    private void tell() {
        if (telling.compareAndSet(false, true)) {
            background.onScreen(() -> {
                telling.set(false);
                changes.set(changes.get() + 1);
            });
        }
    }
}
