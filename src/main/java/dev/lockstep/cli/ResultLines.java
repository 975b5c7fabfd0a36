package dev.lockstep.cli;

import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.ResultWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** What became of the rows of a plan, for people: a line for each, the summary, and what to do next. */
final class ResultLines {
    private final SyncPlace place;
    private final RowWords names;
    private final boolean several;
    private final Lined lined;

    ResultLines(SyncPlace place, Plan plan) {
        this.place = place;
        this.names = new RowWords(place);
        List<Row> rows = plan.ticked();
        this.several = rows.stream().map(row -> row.key().remote()).distinct().count() > 1;
        this.lined = new Lined("  ", rows.stream().map(row -> parts(row, "")).toList());
    }

    private List<String> parts(Row row, String result) {
        String remote = several ? place.shown(row.key().remote()) : "";
        return List.of(remote, names.here(row), names.there(row), result);
    }

    String line(Applied applied) {
        return lined.line(parts(applied.row(), result(applied)));
    }

    /** What became of one row, in a sentence or two. */
    String result(Applied applied) {
        return ResultWords.of(applied.result(), place.spelling());
    }

    /** What all came to; nothing if there was nothing to do. */
    List<String> end(Outcome.Ended ended) {
        if (ended.rows().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", ResultWords.summary(ended.tally())));
        SequencedSet<String> advice = new LinkedHashSet<>();
        ended.rows().forEach(applied -> advice(applied).ifPresent(advice::add));
        lines.addAll(advice);
        if (ended.tally().unknown() > 0) {
            lines.add(Text.of("sync.ended.unknown"));
        }
        if (ended.tally().failed() + ended.tally().untried() > 0) {
            lines.add(Text.of("cli.apply.again"));
        }
        return lines;
    }

    private Optional<String> advice(Applied applied) {
        return switch (applied.result()) {
            case RowResult.Refused refused -> advice(applied.row(), refused.trouble());
            case RowResult.NotSent unsent -> advice(applied.row(), unsent.trouble());
            case RowResult.NotKept unkept ->
                Optional.of(FailureWords.of(unkept.failure()).advice());
            case RowResult.NotTried untried ->
                switch (untried.why()) {
                    case Stop.AtRemote remote -> advice(applied.row(), remote.trouble());
                    case Stop.InVault vault ->
                        Optional.of(FailureWords.of(vault.failure()).advice());
                    case Stop.Cancelled cancelled -> Optional.empty();
                    case Stop.Suspended suspended -> Optional.empty();
                };
            case RowResult.Done done -> Optional.empty();
            case RowResult.Remembered remembered -> Optional.empty();
            case RowResult.Unknown unknown -> Optional.empty();
        };
    }

    private Optional<String> advice(Row row, Trouble trouble) {
        return Optional.of(Text.of(
                "cli.apply.advice",
                place.shown(row.key().remote()),
                place.advice(row.key().remote(), trouble)));
    }
}
