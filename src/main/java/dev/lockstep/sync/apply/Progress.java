package dev.lockstep.sync.apply;

import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What became of the rows so far. */
final class Progress {
    private final Follower follower;
    private final Map<RowKey, RowResult> results = new ConcurrentHashMap<>();

    Progress(Follower follower) {
        this.follower = follower;
    }

    void began(Row row) {
        follower.began(row);
    }

    void ended(Row row, RowResult result) {
        results.put(row.key(), result);
        follower.ended(new Applied(row, result));
    }

    Optional<RowResult> result(Row row) {
        return Optional.ofNullable(results.get(row.key()));
    }

    /** Those of these rows of which something became, in their order. */
    List<Applied> of(List<Row> rows) {
        List<Applied> applied = new ArrayList<>();
        rows.forEach(row -> result(row).ifPresent(result -> applied.add(new Applied(row, result))));
        return applied;
    }
}
