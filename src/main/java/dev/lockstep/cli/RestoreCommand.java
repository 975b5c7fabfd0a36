package dev.lockstep.cli;

import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Text;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Takes a secret out of the trash, or makes a former value of a secret the present one. */
final class RestoreCommand implements Command {
    private final Given<String> name = Given.operand(0, "NAME", Text.of("cli.restore.name"));
    private final Given<Long> version = Given.count("--version-number", "N", Text.of("cli.restore.version"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "restore", Text.of("cli.restore"), name, version);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            Output output = invocation.output();
            if (version.get().isPresent()) {
                Entry present = search.secret(name.value());
                vault.history()
                        .restore(
                                present.id(),
                                present.valueVersion(),
                                version.get().get());
                output.line(Text.of("cli.restore.value", output.shown(present.name())));
                return ExitCode.OK;
            }
            for (Entry restored :
                    vault.secrets().restore(List.of(search.trashed(name.value()).id()))) {
                output.line(Text.of("cli.restore.done", output.shown(restored.name())));
            }
            return ExitCode.OK;
        }
    }
}
