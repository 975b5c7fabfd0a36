package dev.lockstep.words;

import dev.lockstep.remote.Trouble;

/** Why a vendor was asked in vain, in so few words that a list shows them whole. */
public final class BriefTrouble {
    private BriefTrouble() {}

    /** One short phrase, to stand in a sentence or a cell. */
    public static String of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.AlreadyExists there -> Text.of("trouble.exists.brief");
            case Trouble.NotFound gone -> Text.of("trouble.not-found.brief");
            case Trouble.ChangedMeanwhile other -> Text.of("trouble.changed.brief");
            case Trouble.Refused refused -> Text.of("trouble.refused.brief");
            case Trouble.Unauthorized unknown -> Text.of("trouble.unauthorized.brief");
            case Trouble.Forbidden forbidden -> Text.of("trouble.forbidden.brief");
            case Trouble.UpgradeNeeded upgrade -> Text.of("trouble.upgrade.brief");
            case Trouble.RateLimited limited -> Text.of("trouble.limited.brief");
            case Trouble.Unavailable away -> away(away.cause());
            case Trouble.OutcomeUnknown unknown -> Text.of("trouble.unknown.brief");
            case Trouble.ProtocolError odd -> Text.of("trouble.odd.brief");
            case Trouble.Paused paused -> Text.of("remotes.state.paused");
            case Trouble.Cancelled cancelled -> Text.of("trouble.cancelled.brief");
        };
    }

    private static String away(Trouble.Cause cause) {
        return switch (cause) {
            case NO_SUCH_HOST -> Text.of("trouble.no-host.brief");
            case NO_CONNECTION -> Text.of("trouble.no-connection.brief");
            case TIMED_OUT -> Text.of("trouble.timed-out.brief");
            case NOT_TRUSTED -> Text.of("trouble.not-trusted.brief");
            case NO_AUTHORITIES -> Text.of("trouble.no-authorities.brief");
            case SERVER_ERROR -> Text.of("trouble.server.brief");
            case SEALED -> Text.of("trouble.sealed.brief");
        };
    }
}
