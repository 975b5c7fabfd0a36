package dev.lockstep.words.sync;

import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.apply.Tally;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.words.BriefTrouble;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;

/** What is said of rows that were applied. */
public final class ResultWords {
    private ResultWords() {}

    /** What became of a row, in a word or in sentences. */
    public static String of(RowResult result, Spelling spelling) {
        return switch (result) {
            case RowResult.Done done -> done(done.action());
            case RowResult.Remembered remembered -> Text.of("sync.result.remembered");
            case RowResult.Refused refused -> Text.of("sync.result.refused", BriefTrouble.of(refused.trouble()));
            case RowResult.NotSent unsent -> Text.of("sync.result.not-sent", BriefTrouble.of(unsent.trouble()));
            case RowResult.Unknown unknown -> StateWords.sent(unknown.action(), spelling.exact(unknown.sent()));
            case RowResult.NotKept unkept ->
                Text.of(
                        "sync.result.not-kept",
                        FailureWords.of(unkept.failure()).what());
            case RowResult.NotTried untried -> stop(untried.why());
        };
    }

    private static String done(Action action) {
        return switch (action) {
            case CREATE -> Text.of("sync.result.created");
            case UPDATE -> Text.of("sync.result.updated");
            case DELETE -> Text.of("sync.result.deleted");
            case ADOPT -> Text.of("sync.result.adopted");
            case PULL_NEW -> Text.of("sync.result.pulled-new");
            case PULL_VERSION -> Text.of("sync.result.pulled-version");
        };
    }

    private static String stop(Stop why) {
        return switch (why) {
            case Stop.Cancelled cancelled -> Text.of("sync.stop.cancelled");
            case Stop.Suspended suspended -> Text.of("sync.stop.suspended");
            case Stop.AtRemote remote -> Text.of("sync.stop.remote", BriefTrouble.of(remote.trouble()));
            case Stop.InVault vault ->
                Text.of("sync.stop.vault", FailureWords.of(vault.failure()).what());
        };
    }

    /** Whether it came to what was wanted. */
    public static boolean isGood(RowResult result) {
        return result instanceof RowResult.Done || result instanceof RowResult.Remembered;
    }

    /** What all rows came to, in one line. */
    public static String summary(Tally tally) {
        List<String> parts = new ArrayList<>();
        parts.add(Text.of("sync.tally.created", tally.done(Action.CREATE)));
        parts.add(Text.of("sync.tally.updated", tally.done(Action.UPDATE)));
        if (tally.done(Action.ADOPT) > 0) {
            parts.add(Text.of("sync.tally.adopted", tally.done(Action.ADOPT)));
        }
        int pulled = tally.done(Action.PULL_NEW) + tally.done(Action.PULL_VERSION);
        if (pulled > 0) {
            parts.add(Text.of("sync.tally.pulled", pulled));
        }
        parts.add(Text.of("sync.tally.conflicts", tally.conflicts()));
        parts.add(Text.of("sync.tally.blocked", tally.blocked()));
        parts.add(Text.of("sync.tally.deleted", tally.done(Action.DELETE)));
        parts.add(Text.of("sync.tally.unknown", tally.unknown()));
        if (tally.failed() > 0) {
            parts.add(Text.of("sync.tally.failed", tally.failed()));
        }
        if (tally.untried() > 0) {
            parts.add(Text.of("sync.tally.untried", tally.untried()));
        }
        return String.join(", ", parts);
    }
}
