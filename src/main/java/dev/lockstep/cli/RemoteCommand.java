package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What concerns remotes themselves: a command for each. */
final class RemoteCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Syntax.of(this, "remote", Text.of("cli.remote"));
        for (Command each : List.of(new RemoteListCommand(), new RemoteTestCommand(), new RemoteAddCommand())) {
            CommandSpec part = each.spec();
            spec.addSubcommand(part.name(), part);
        }
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws Refusal {
        throw new Refusal(ExitCode.USAGE, Text.of("cli.remote.which"));
    }
}
