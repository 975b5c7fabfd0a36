package dev.lockstep.cli;

import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.words.Text;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what {@code apply} would do, after a look at the remotes. No value is shown. In JSON it is the file of {@code transfer.PlanExport}. */
final class PlanCommand implements Command {
    private final Given<Boolean> known = Given.flag("--no-check", Text.of("cli.plan.no-check"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "plan", Text.of("cli.plan"), known);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (SyncPlace place = SyncPlace.open(invocation)) {
            boolean whole = known.isSet()
                    || Looked.at(place, place.remotes(List.of()), false).isWhole();
            Plan plan = place.sync().plan(place.collection());
            PlanLines lines = new PlanLines(plan, new Terms(place::name));
            if (invocation.output().isJson()) {
                lines.json(invocation.output());
            } else {
                lines.lines(invocation.output());
            }
            if (!whole) {
                return ExitCode.INCOMPLETE;
            }
            boolean open = !plan.rows(Filter.OPEN).isEmpty()
                    || !plan.rows(Filter.BLOCKED).isEmpty();
            return open ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }
}
