package dev.lockstep.sync.ledger;

import dev.lockstep.remote.Trouble;

/** Why a listing came to no good end: a {@link Trouble} without what the vendor told, or what was listed. */
public enum Setback implements Coded {
    REFUSED(1),
    UNAUTHORIZED(2),
    FORBIDDEN(3),
    UPGRADE_NEEDED(4),
    RATE_LIMITED(5),
    UNAVAILABLE(6),
    PROTOCOL_ERROR(7),
    PAUSED(8),
    CANCELLED(9),
    /** More names there than are kept are those of several secrets. */
    SAME_NAME(10),
    /** There is more than is kept of one remote. */
    TOO_MANY(12);

    private final int code;

    Setback(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    public static Setback of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Refused refused -> REFUSED;
            case Trouble.Unauthorized unauthorized -> UNAUTHORIZED;
            case Trouble.Forbidden forbidden -> FORBIDDEN;
            case Trouble.UpgradeNeeded upgrade -> UPGRADE_NEEDED;
            case Trouble.RateLimited limited -> RATE_LIMITED;
            case Trouble.Unavailable unavailable -> UNAVAILABLE;
            case Trouble.Paused paused -> PAUSED;
            case Trouble.Cancelled cancelled -> CANCELLED;
            case Trouble.AlreadyExists exists -> PROTOCOL_ERROR;
            case Trouble.NotFound notFound -> PROTOCOL_ERROR;
            case Trouble.ChangedMeanwhile changed -> PROTOCOL_ERROR;
            case Trouble.OutcomeUnknown unknown -> PROTOCOL_ERROR;
            case Trouble.ProtocolError error -> PROTOCOL_ERROR;
        };
    }
}
