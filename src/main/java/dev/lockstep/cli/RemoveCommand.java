package dev.lockstep.cli;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Moves secrets to the trash, all or, if one is not there, none. */
final class RemoveCommand implements Command {
    private final Given<List<String>> names = Given.operands(0, "NAME", Text.of("cli.rm.names"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "rm", Text.of("cli.rm"), names);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            List<SecretId> found = new ArrayList<>();
            for (String name : names.value()) {
                found.add(search.secret(name).id());
            }
            vault.secrets().trash(found);
            invocation.output().line(Text.of("cli.rm.done", found.size()));
            return ExitCode.OK;
        }
    }
}
