package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.apply.Tally;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Tells of each row when it came to its end, in a line; or of all, in JSON. */
final class Telling implements Follower {
    private final Output output;
    private final Terms terms;
    private final ResultLines lines;
    private final ReentrantLock turn = new ReentrantLock();

    Telling(Output output, Terms terms, ResultLines lines) {
        this.output = output;
        this.terms = terms;
        this.lines = lines;
    }

    @Override
    public void starting(List<Row> rows) {
        if (!rows.isEmpty()) {
            tell("");
        }
    }

    @Override
    public void ended(Applied applied) {
        tell(lines.line(applied));
    }

    private void tell(String line) {
        if (output.isJson()) {
            return;
        }
        turn.lock();
        try {
            output.line(line);
            output.flush();
        } catch (IOException e) {
            // Nobody reads any more: what was begun goes on, and the end of the command says so.
        } finally {
            turn.unlock();
        }
    }

    /** Tells what all came to. */
    ExitCode end(Outcome outcome) throws IOException, Refusal {
        return switch (outcome) {
            case Outcome.Stale stale -> throw new Refusal(ExitCode.TRY_AGAIN, Text.of("cli.apply.stale"));
            case Outcome.Unconfirmed unconfirmed ->
                throw new Refusal(
                        ExitCode.USAGE,
                        Text.of(
                                "cli.apply.unconfirmed",
                                unconfirmed.plan().confirmation().orElse(0)));
            case Outcome.Ended ended -> ended(ended);
        };
    }

    private ExitCode ended(Outcome.Ended ended) throws IOException {
        Tally tally = ended.tally();
        if (output.isJson()) {
            output.object(json -> write(json, ended));
        } else {
            for (String line : lines.end(ended)) {
                output.line(line);
            }
        }
        if (ended.rows().stream().anyMatch(Telling::isCancelled)) {
            return ExitCode.INTERRUPTED;
        }
        int left = tally.conflicts() + tally.blocked() + tally.failed() + tally.unknown() + tally.untried();
        return left > 0 ? ExitCode.INCOMPLETE : ExitCode.OK;
    }

    private static boolean isCancelled(Applied applied) {
        return applied.result() instanceof RowResult.NotTried untried
                && (untried.why() instanceof Stop.Cancelled || untried.why() instanceof Stop.Suspended);
    }

    private void write(JsonGenerator json, Outcome.Ended ended) throws IOException {
        json.writeStringField("digest", ended.plan().digest().text());
        Output.array(json, "rows", ended.rows(), this::row);
        json.writeNumberField("conflicts", ended.tally().conflicts());
        json.writeNumberField("blocked", ended.tally().blocked());
        json.writeNumberField("failed", ended.tally().failed());
        json.writeNumberField("unknown", ended.tally().unknown());
        json.writeNumberField("untried", ended.tally().untried());
    }

    private void row(JsonGenerator json, Applied applied) throws IOException {
        json.writeStringField("remote", terms.remote(applied.row().key().remote()));
        json.writeStringField("there", applied.row().key().there());
        json.writeStringField("secret", applied.row().name());
        json.writeStringField("operation", terms.operation(applied.row().operation()));
        json.writeStringField("result", Terms.of(applied.result()));
        json.writeStringField("message", lines.result(applied));
    }
}
