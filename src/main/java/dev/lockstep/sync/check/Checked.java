package dev.lockstep.sync.check;

import dev.lockstep.model.Failure;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.Setback;
import java.time.Instant;
import java.util.Optional;

/** What came of a check of one remote. */
public sealed interface Checked {
    /** It was listed, and what was found is remembered. */
    record Listed(Instant begun, int count) implements Checked {}

    /**
     * It was not listed to the end, or what was listed cannot be kept: what was known of it is still what is known.
     *
     * @param trouble what the vendor said, if it was that
     */
    record Incomplete(Instant when, Setback why, Optional<Trouble> trouble) implements Checked {}

    /** The remote is paused, or all are; it was not asked. */
    record Paused() implements Checked {}

    /** The vault could not tell how to ask, or could not remember what was found. */
    record Unkept(Failure failure) implements Checked {}
}
