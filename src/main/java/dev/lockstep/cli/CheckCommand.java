package dev.lockstep.cli;

import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Lists remotes, and reads values there if that is asked for, changing nothing. */
final class CheckCommand implements Command {
    private final Given<List<String>> remote = Given.texts("--remote", "NAME", Text.of("cli.sync.remote"));
    private final Given<Boolean> verify = Given.flag("--verify", Text.of("cli.check.verify"));

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Syntax.of(this, "check", Text.of("cli.check"), remote, verify);
        spec.usageMessage().description(Text.of("cli.check"), Text.of("cli.check.exit"));
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (SyncPlace place = SyncPlace.open(invocation)) {
            List<Remote> remotes = place.remotes(remote.get().orElse(List.of()));
            Looked looked = Looked.at(place, remotes, verify.isSet());
            Plan plan = place.sync().plan(remotes, Set.of());
            int open = plan.rows(Filter.OPEN).size();
            CheckLines lines = new CheckLines(place, looked, plan);
            if (invocation.output().isJson()) {
                lines.json(invocation.output(), open);
            } else {
                lines.lines(invocation.output(), open);
            }
            if (!looked.isWhole(plan)) {
                return ExitCode.INCOMPLETE;
            }
            return open > 0 ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }
}
