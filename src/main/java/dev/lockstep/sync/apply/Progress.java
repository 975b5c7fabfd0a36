package dev.lockstep.sync.apply;

import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What became of the rows so far. */
final class Progress {
    private final Follower follower;
    private final Attempt attempt;
    private final Map<RowKey, RowResult> results = new ConcurrentHashMap<>();

    Progress(Follower follower, Attempt attempt) {
        this.follower = follower;
        this.attempt = attempt;
    }

    Attempt attempt() {
        return attempt;
    }

    void starting(List<Row> rows) {
        follower.starting(rows);
    }

    void began(Row row) {
        follower.began(row);
    }

    void ended(Row row, RowResult result) {
        results.put(row.key(), result);
        follower.ended(new Applied(row, result));
    }

    /** It is known by now that a row whose outcome was unknown was done. */
    void found(List<Row> rows, String there) {
        for (Row row : rows) {
            if (row.key().there().equals(there) && results.get(row.key()) instanceof RowResult.Unknown unknown) {
                ended(row, new RowResult.Done(unknown.action()));
            }
        }
    }

    /** Those of these rows of which something became, in their order. */
    List<Applied> of(List<Row> rows) {
        List<Applied> applied = new ArrayList<>();
        for (Row row : rows) {
            RowResult result = results.get(row.key());
            if (result != null) {
                applied.add(new Applied(row, result));
            }
        }
        return applied;
    }
}
