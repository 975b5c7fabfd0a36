package dev.lockstep.cli;

import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Does what {@code plan} shows, after another look at the remotes. Rows that nobody decided are left alone. A signal lets the rows in flight come to
 * their end; what is left is in the next plan. In JSON:
 *
 * <pre>
 * digest | rows: remote, there, secret, operation, result ("done", "remembered", "refused", "not-sent", "unknown", "not-kept", "not-tried")
 * | conflicts, blocked, failed, unknown, untried: numbers
 * </pre>
 */
final class ApplyCommand implements Command {
    private final Given<Boolean> yes = Given.flag("--yes", Text.of("cli.apply.yes"));
    private final Given<Integer> confirm = Given.number("--confirm", "N", Text.of("cli.apply.confirm"));
    private final Given<String> digest = Given.text("--plan", "DIGEST", Text.of("cli.apply.plan"));
    private final Given<List<String>> resolve = Given.texts("--resolve", "NAME=CHOICE", Text.of("cli.apply.resolve"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "apply", Text.of("cli.apply"), yes, confirm, digest, resolve);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (SyncPlace place = SyncPlace.open(invocation)) {
            boolean whole = Looked.at(place, place.remotes(List.of()), false).isWhole();
            Plan shown = place.sync().plan(place.collection());
            if (digest.get()
                    .filter(wanted -> !wanted.equals(shown.digest().text()))
                    .isPresent()) {
                throw new Refusal(ExitCode.TRY_AGAIN, Text.of("cli.apply.stale"));
            }
            Plan plan = new Resolutions(resolve.get().orElse(List.of())).decide(shown);
            Terms terms = new Terms(place::name);
            Telling telling = new Telling(invocation.output(), terms);
            if (!plan.ticked().isEmpty()) {
                requireConsent(invocation, new PlanLines(plan, terms));
                if (place.sync().unfinished().isPresent()) {
                    place.sync().abandon();
                }
            }
            Outcome outcome = place.sync().apply(plan, typed(invocation.terminal(), plan), telling);
            ExitCode code = telling.end(outcome);
            return code == ExitCode.OK && !whole ? ExitCode.INCOMPLETE : code;
        }
    }

    /** What is left of a run that was cut short is in the plan, so that the consent is to the whole. */
    private void requireConsent(Invocation invocation, PlanLines lines) throws IOException, Refusal {
        if (yes.isSet()) {
            return;
        }
        if (!invocation.output().isJson()) {
            lines.lines(invocation.output());
            invocation.output().flush();
        }
        Optional<String> said = invocation
                .terminal()
                .ask(Text.of("cli.apply.ask", lines.plan().ticked().size()));
        if (said.isEmpty()) {
            throw new Refusal(ExitCode.UNAVAILABLE, Text.of("cli.apply.no-terminal"));
        }
        if (!Set.of("y", "yes").contains(said.get().strip())) {
            throw new Refusal(ExitCode.INTERRUPTED, Text.of("cli.apply.declined"));
        }
    }

    /** The number of deletions, where there are so many that it has to be said. */
    private OptionalInt typed(Terminal terminal, Plan plan) throws IOException, Refusal {
        OptionalInt wanted = plan.confirmation();
        if (wanted.isEmpty()) {
            return OptionalInt.empty();
        }
        Optional<String> said = confirm.get().map(String::valueOf);
        if (said.isEmpty() && !yes.isSet()) {
            said = terminal.ask(Text.of("cli.apply.ask-deletions"));
        }
        if (said.filter(number -> number.strip().equals(Integer.toString(wanted.getAsInt())))
                .isEmpty()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.apply.unconfirmed", wanted.getAsInt()));
        }
        return wanted;
    }
}
