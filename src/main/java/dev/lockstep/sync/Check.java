package dev.lockstep.sync;

import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.remote.Trouble;
import java.time.Instant;

/** What came of asking a remote whether it can be worked with. */
public sealed interface Check {
    /** When it was asked. */
    Instant when();

    /** It let us in. */
    record Welcome(Instant when, Greeting greeting) implements Check {}

    /** It did not, or nobody was reached. */
    record Troubled(Instant when, Trouble trouble) implements Check {}
}
