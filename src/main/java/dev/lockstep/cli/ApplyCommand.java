package dev.lockstep.cli;

import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Does what {@code plan} shows, after another look at the remotes. Rows that nobody decided are left alone. A signal lets the rows in flight come to
 * their end; what is left is in the next plan.
 */
final class ApplyCommand implements Command {
    private final Given<Boolean> yes = Given.flag("--yes", Text.of("cli.apply.yes"));
    private final Given<List<String>> remote = Given.texts("--remote", "NAME", Text.of("cli.sync.remote"));
    private final Given<List<String>> resolve = Given.texts("--resolve", "NAME=CHOICE", Text.of("cli.apply.resolve"));
    private final Given<Integer> confirm = Given.number("--confirm", "N", Text.of("cli.apply.confirm"));
    private final Given<List<String>> emptied = Given.texts("--emptied", "NAME=N", Text.of("cli.sync.emptied"));
    private final Given<String> digest = Given.text("--plan", "DIGEST", Text.of("cli.apply.plan"));

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Syntax.of(this, "apply", Text.of("cli.apply"), yes, remote, resolve, confirm, emptied, digest);
        spec.usageMessage().description(Text.of("cli.apply"), Text.of("cli.apply.exit"));
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (SyncPlace place = SyncPlace.open(invocation)) {
            List<Remote> remotes = place.remotes(remote.get().orElse(List.of()));
            Looked looked = Looked.at(place, remotes, false);
            Plan shown = new Emptied(emptied.get().orElse(List.of())).plan(place, remotes);
            if (digest.get()
                    .filter(wanted -> !wanted.equals(shown.digest().text()))
                    .isPresent()) {
                throw new Refusal(ExitCode.TRY_AGAIN, Text.of("cli.apply.stale"));
            }
            Plan plan = new Resolutions(resolve.get().orElse(List.of())).decide(shown);
            if (!invocation.output().isJson()) {
                new PlanLines(place, plan).lines(invocation.output());
                invocation.output().flush();
            }
            OptionalInt deletions = plan.confirmation();
            if (!plan.ticked().isEmpty()) {
                requireConsent(invocation, plan.ticked().size(), deletions);
                if (place.sync().unfinished().isPresent()) {
                    place.sync().abandon();
                }
            }
            Telling telling = new Telling(invocation.output(), new Terms(place::name), new ResultLines(place, plan));
            ExitCode code = telling.end(place.sync().apply(plan, deletions, telling));
            return code == ExitCode.OK && !(looked.isWhole(plan) && isAnswered(place, remotes, plan))
                    ? ExitCode.INCOMPLETE
                    : code;
        }
    }

    /** Whether it is known of all that was sent what became of it, by earlier runs too; applying may have found it out. */
    private static boolean isAnswered(SyncPlace place, List<Remote> remotes, Plan before) throws Exception {
        return isAnswered(before) || isAnswered(place.sync().plan(remotes, Set.of()));
    }

    private static boolean isAnswered(Plan plan) {
        return plan.rows().stream().noneMatch(row -> row.reason() instanceof Reason.OutcomeUnknown);
    }

    /** What is left of a run that was cut short is in the plan, so that the consent is to the whole. Many deletions are consented to by their number. */
    private void requireConsent(Invocation invocation, int rows, OptionalInt deletions) throws IOException, Refusal {
        boolean counted = yes.isSet() || confirm.get().isPresent();
        if (counted && deletions.isPresent() && !confirm.get().equals(Optional.of(deletions.getAsInt()))) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.apply.unconfirmed", deletions.getAsInt()));
        }
        if (yes.isSet()) {
            return;
        }
        if (invocation.output().isJson()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.apply.json"));
        }
        boolean typed = deletions.isPresent() && !counted;
        String question =
                typed ? Text.of("cli.apply.ask-deletions", rows, deletions.getAsInt()) : Text.of("cli.apply.ask", rows);
        String said = invocation
                .terminal()
                .ask(question)
                .orElseThrow(() -> new Refusal(ExitCode.UNAVAILABLE, Text.of("cli.apply.no-terminal")))
                .strip();
        Set<String> consents = typed ? Set.of(Integer.toString(deletions.getAsInt())) : Consent.YES;
        if (!consents.contains(said)) {
            throw new Refusal(ExitCode.INTERRUPTED, Text.of("cli.apply.declined"));
        }
    }
}
