package dev.lockstep.transfer;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Row;

/** The words in which a plan is told to people, as on the screen. They may hold names, and are written as safely as these. */
public interface PlanWording {
    String title();

    /** The name of a remote. */
    String remote(RemoteId remote);

    String banner(Banner banner);

    String operation(Operation operation);

    /** Why a row is what it is, in one sentence. */
    String reason(Row row);

    /** The head of a column. */
    String column(Column column);

    /** What a table tells of each row. */
    enum Column {
        TICKED,
        OPERATION,
        SECRET,
        THERE,
        REASON
    }
}
