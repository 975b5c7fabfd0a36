package dev.lockstep.words;

import dev.lockstep.remote.Trouble;
import java.time.ZoneId;

/** What the user reads when a vendor was asked in vain. */
public final class TroubleWords {
    private TroubleWords() {}

    /**
     * What happened, what it means and what can be done.
     *
     * @param vendor what it is called
     */
    public static FailureWords of(Trouble trouble, String vendor, ZoneId zone) {
        return switch (trouble) {
            case Trouble.AlreadyExists there ->
                new FailureWords(
                        Text.of("trouble.exists.what", vendor),
                        Text.of("trouble.nothing-written"),
                        Text.of("trouble.exists.advice"),
                        "REMOTE-EXISTS");
            case Trouble.NotFound gone ->
                new FailureWords(
                        gone.deleted()
                                ? Text.of("trouble.not-found.deleted", vendor)
                                : Text.of("trouble.not-found.what", vendor),
                        Text.of("trouble.nothing-changed"),
                        Text.of("trouble.not-found.advice"),
                        "REMOTE-NOT-FOUND");
            case Trouble.ChangedMeanwhile other ->
                new FailureWords(
                        Text.of("trouble.changed.what", vendor),
                        Text.of("trouble.nothing-written"),
                        Text.of("trouble.changed.advice"),
                        "REMOTE-CHANGED");
            case Trouble.Refused refused ->
                new FailureWords(
                        Text.of("trouble.refused.what", vendor),
                        told(Text.of("trouble.nothing-written"), refused.told()),
                        Text.of("trouble.refused.advice"),
                        "REMOTE-REFUSED");
            case Trouble.Unauthorized unknown ->
                new FailureWords(
                        Text.of("trouble.unauthorized.what", vendor),
                        told(Text.of("trouble.nothing-changed"), unknown.told()),
                        Text.of("trouble.unauthorized.advice"),
                        "REMOTE-UNAUTHORIZED");
            case Trouble.Forbidden forbidden ->
                new FailureWords(
                        Text.of("trouble.forbidden.what", vendor),
                        told(Text.of("trouble.nothing-changed"), forbidden.told()),
                        Text.of("trouble.forbidden.advice", vendor),
                        "REMOTE-FORBIDDEN");
            case Trouble.UpgradeNeeded upgrade ->
                new FailureWords(
                        Text.of("trouble.upgrade.what", vendor),
                        told(Text.of("trouble.nothing-changed"), upgrade.told()),
                        Text.of("trouble.upgrade.advice", vendor),
                        "REMOTE-UPGRADE");
            case Trouble.RateLimited limited ->
                new FailureWords(
                        Text.of("trouble.limited.what", vendor),
                        Text.of("trouble.nothing-changed"),
                        limited.until()
                                .map(until -> Text.of("trouble.limited.until", Ago.exact(until, zone)))
                                .orElseGet(() -> Text.of("trouble.limited.advice")),
                        "REMOTE-LIMITED");
            case Trouble.Unavailable away -> away(away.cause(), vendor);
            case Trouble.OutcomeUnknown unknown ->
                new FailureWords(
                        Text.of("trouble.unknown.what", vendor),
                        Text.of("trouble.unknown.meaning"),
                        Text.of("trouble.unknown.advice"),
                        "REMOTE-OUTCOME-UNKNOWN");
            case Trouble.ProtocolError odd ->
                new FailureWords(
                        Text.of("trouble.odd.what", vendor),
                        breach(odd.breach()),
                        Text.of("trouble.odd.advice"),
                        "REMOTE-ODD-" + odd.breach().name().replace('_', '-'));
            case Trouble.Paused paused ->
                new FailureWords(
                        Text.of("trouble.paused.what"),
                        Text.of("trouble.paused.meaning"),
                        Text.of("trouble.paused.advice"),
                        "REMOTE-PAUSED");
            case Trouble.Cancelled cancelled ->
                new FailureWords(
                        Text.of("trouble.cancelled.what"),
                        Text.of("trouble.nothing-written"),
                        Text.of("trouble.cancelled.advice"),
                        "REMOTE-CANCELLED");
        };
    }

    private static FailureWords away(Trouble.Cause cause, String vendor) {
        return switch (cause) {
            case NO_SUCH_HOST ->
                unreached(Text.of("trouble.no-host.what"), Text.of("trouble.no-host.advice"), "REMOTE-NO-HOST");
            case NO_CONNECTION ->
                unreached(
                        Text.of("trouble.no-connection.what", vendor),
                        Text.of("trouble.no-connection.advice"),
                        "REMOTE-NO-CONNECTION");
            case TIMED_OUT ->
                unreached(
                        Text.of("trouble.timed-out.what", vendor),
                        Text.of("trouble.timed-out.advice"),
                        "REMOTE-TIMED-OUT");
            case NOT_TRUSTED ->
                new FailureWords(
                        Text.of("trouble.not-trusted.what", vendor),
                        Text.of("trouble.not-trusted.meaning"),
                        Text.of("trouble.not-trusted.advice"),
                        "REMOTE-NOT-TRUSTED");
            case NO_AUTHORITIES ->
                unreached(
                        Text.of("trouble.no-authorities.what"),
                        Text.of("trouble.no-authorities.advice"),
                        "REMOTE-NO-AUTHORITIES");
            case SERVER_ERROR ->
                unreached(
                        Text.of("trouble.server.what", vendor),
                        Text.of("trouble.server.advice"),
                        "REMOTE-SERVER-ERROR");
            case SEALED ->
                unreached(Text.of("trouble.sealed.what", vendor), Text.of("trouble.sealed.advice"), "REMOTE-SEALED");
        };
    }

    private static FailureWords unreached(String what, String advice, String code) {
        return new FailureWords(what, Text.of("trouble.nothing-changed"), advice, code);
    }

    private static String breach(Trouble.Breach breach) {
        return switch (breach) {
            case TOO_LARGE -> Text.of("trouble.odd.large");
            case TOO_DEEP -> Text.of("trouble.odd.deep");
            case NOT_JSON -> Text.of("trouble.odd.json");
            case UNEXPECTED -> Text.of("trouble.odd.unexpected");
            case REDIRECT -> Text.of("trouble.odd.redirect");
            case NOT_HTTP -> Text.of("trouble.odd.http");
        };
    }

    /** With what the vendor says itself, if it says anything. */
    private static String told(String meaning, String told) {
        return told.isEmpty() ? meaning : Text.of("trouble.told", meaning, Legible.line(told));
    }
}
