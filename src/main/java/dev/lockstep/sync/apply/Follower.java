package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Row;
import java.util.List;
import java.util.Set;

/** Follows how a plan is applied. It is called by several threads at once, which wait for it: it is to return soon. */
public interface Follower {
    /** Follows nothing. */
    Follower NONE = new Follower() {};

    /** Before anything is done, these remotes are listed again. */
    default void looking(Set<RemoteId> remotes) {}

    /** The plan still holds, and these rows are about to be applied. */
    default void starting(List<Row> rows) {}

    /** It is a row's turn. */
    default void began(Row row) {}

    /** What became of a row; of one whose outcome was unknown this may be told a second time. */
    default void ended(Applied applied) {}
}
