package dev.lockstep.remote.mixpeek;

import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Statuses;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What an error of Mixpeek means: the first row of a table that fits. */
final class MixpeekTroubles {
    private static final String ANY = "";
    private static final String TAKEN = "(?i)alreadyexists|exists\\b|taken\\b|duplicate";
    private static final String PLAN = "(?i)\\b(tier|credits?|plan|upgrade)\\b";
    private static final String WRONG_KEY =
            "(?i)\\b(invalid|missing|expired|revoked|unknown)\\b.{0,40}\\b(api[ _-]?key|token|credentials?)\\b";

    private static final List<Row> TABLE = List.of(
            new Row(409, ANY, Asked.CREATE, MixpeekTroubles::taken),
            new Row(400, TAKEN, Asked.CREATE, MixpeekTroubles::taken),
            new Row(422, TAKEN, Asked.CREATE, MixpeekTroubles::taken),
            new Row(403, "NotEnabledError", Asked.ANY, error -> new Trouble.UpgradeNeeded(error.text())),
            new Row(403, PLAN, Asked.ANY, error -> new Trouble.UpgradeNeeded(error.text())),
            new Row(403, WRONG_KEY, Asked.ANY, error -> new Trouble.Unauthorized(error.text())),
            new Row(404, "NotFoundError", Asked.ONE, error -> new Trouble.NotFound(false)),
            new Row(404, "NotFoundError", Asked.ANY, error -> new Trouble.Forbidden(error.text())),
            new Row(404, ANY, Asked.ANY, error -> new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED)));

    private MixpeekTroubles() {}

    /** What was asked for when the error came. */
    enum Asked {
        LIST,
        CREATE,
        /** Something with one secret that is named in the path. */
        ONE,
        /** In the table: any of these. */
        ANY
    }

    /**
     * One row.
     *
     * @param says found anywhere in type, code or words
     */
    private record Row(int status, Pattern says, Asked asked, Function<MixpeekError, Trouble> trouble) {
        Row(int status, String says, Asked asked, Function<MixpeekError, Trouble> trouble) {
            this(status, Pattern.compile(says), asked, trouble);
        }

        boolean fits(MixpeekError error, Asked call) {
            return status == error.status()
                    && (asked == Asked.ANY || asked == call)
                    && (says.matcher(error.type()).find()
                            || says.matcher(error.code()).find()
                            || says.matcher(error.said()).find());
        }
    }

    static Trouble of(MixpeekError error, Asked asked) {
        return TABLE.stream()
                .filter(row -> row.fits(error, asked))
                .findFirst()
                .map(row -> row.trouble().apply(error))
                .orElseGet(() -> Statuses.trouble(error.status(), error.text()).trouble());
    }

    private static Trouble taken(MixpeekError error) {
        return new Trouble.AlreadyExists(Optional.empty());
    }
}
