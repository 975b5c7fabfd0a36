package dev.lockstep.sync.apply;

import dev.lockstep.model.Failure;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.Action;
import java.time.Instant;

/** What became of one row of a plan. */
public sealed interface RowResult {
    /** It was done; where something was written, the vendor said that it was, or it was found there afterwards. */
    record Done(Action action) implements RowResult {}

    /** Both sides were the same already, which is remembered now. */
    record Remembered() implements RowResult {}

    /** The vendor did not do it; nothing was written. */
    record Refused(Trouble trouble) implements RowResult {}

    /** It did not get through, so nothing was written, and the rows after it at this remote were not tried. */
    record NotSent(Trouble trouble) implements RowResult {}

    /** It was sent, and no answer came: it may have been done or not. */
    record Unknown(Action action, Instant sent) implements RowResult {}

    /** This vault could not do its part; nothing was written there. */
    record NotKept(Failure failure) implements RowResult {}

    /** Its turn did not come. */
    record NotTried(Stop why) implements RowResult {}
}
