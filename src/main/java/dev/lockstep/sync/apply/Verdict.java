package dev.lockstep.sync.apply;

import dev.lockstep.remote.Trouble;

/** What the trouble that a write ended with says of it. */
enum Verdict {
    /** The vendor does not do it; other rows may go. */
    REFUSED,
    /** Nothing was written, and no other row would get through. */
    NOT_SENT,
    /** It may have been written. */
    UNKNOWN;

    static Verdict of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.AlreadyExists exists -> REFUSED;
            case Trouble.NotFound notFound -> REFUSED;
            case Trouble.ChangedMeanwhile changed -> REFUSED;
            case Trouble.Refused refused -> REFUSED;
            case Trouble.Forbidden forbidden -> REFUSED;
            case Trouble.Unauthorized unauthorized -> NOT_SENT;
            case Trouble.UpgradeNeeded upgrade -> NOT_SENT;
            case Trouble.RateLimited limited -> NOT_SENT;
            case Trouble.Unavailable unavailable -> NOT_SENT;
            case Trouble.Paused paused -> NOT_SENT;
            case Trouble.Cancelled cancelled -> NOT_SENT;
            case Trouble.OutcomeUnknown unknown -> UNKNOWN;
            case Trouble.ProtocolError error -> error.breach() == Trouble.Breach.REDIRECT ? NOT_SENT : UNKNOWN;
        };
    }
}
