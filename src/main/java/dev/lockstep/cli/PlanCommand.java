package dev.lockstep.cli;

import dev.lockstep.sync.apply.Unfinished;
import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what {@code apply} would do, after a look at the remotes. No value is shown. In JSON it is the file of {@code transfer.PlanExport}. */
final class PlanCommand implements Command {
    private final Given<List<String>> remote = Given.texts("--remote", "NAME", Text.of("cli.sync.remote"));
    private final Given<List<String>> emptied = Given.texts("--emptied", "NAME=N", Text.of("cli.sync.emptied"));
    private final Given<Boolean> known = Given.flag("--no-check", Text.of("cli.plan.no-check"));
    private final Given<Boolean> markdown = Given.flag("--markdown", Text.of("cli.plan.markdown"));

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Syntax.of(this, "plan", Text.of("cli.plan"), remote, emptied, known, markdown);
        spec.usageMessage().description(Text.of("cli.plan"), Text.of("cli.plan.exit"));
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (SyncPlace place = SyncPlace.open(invocation)) {
            List<Remote> remotes = place.remotes(remote.get().orElse(List.of()));
            Optional<Looked> looked = known.isSet() ? Optional.empty() : Optional.of(Looked.at(place, remotes, false));
            Plan plan = new Emptied(emptied.get().orElse(List.of())).plan(place, remotes);
            PlanLines lines = new PlanLines(place, plan);
            if (invocation.output().isJson()) {
                lines.json(invocation.output());
            } else if (markdown.isSet()) {
                lines.markdown(invocation.output());
            } else {
                lines.lines(invocation.output());
                next(place, plan, invocation.output());
            }
            if (!looked.map(found -> found.isWhole(plan)).orElseGet(() -> Looked.isPlanned(plan))) {
                return ExitCode.INCOMPLETE;
            }
            boolean open = !plan.rows(Filter.OPEN).isEmpty()
                    || !plan.rows(Filter.BLOCKED).isEmpty();
            return open ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }

    private static void next(SyncPlace place, Plan plan, Output output) throws Exception {
        Optional<Unfinished> left = place.sync().unfinished();
        if (left.isPresent()) {
            output.line(Text.of("cli.plan.unfinished", left.get().tasks()));
        }
        if (!plan.ticked().isEmpty()) {
            output.line(Text.of("cli.plan.digest", plan.digest().text()));
        }
    }
}
