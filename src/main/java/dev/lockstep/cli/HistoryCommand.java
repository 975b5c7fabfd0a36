package dev.lockstep.cli;

import dev.lockstep.vault.Entry;
import dev.lockstep.vault.History;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Text;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the values that a secret has and had, without showing any. */
final class HistoryCommand implements Command {
    private final Given<String> name = Given.operand(0, "NAME", Text.of("cli.history.name"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "history", Text.of("cli.history"), name);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            Entry found = invocation.search(vault).secret(name.value());
            List<History.Version> versions = vault.history().versions(found.id());
            Output output = invocation.output();
            if (output.isJson()) {
                output.array("versions", versions, (json, version) -> {
                    json.writeNumberField("number", version.version());
                    json.writeStringField("written", version.written().toString());
                    json.writeStringField("origin", Choices.word(version.origin()));
                    json.writeNumberField("size", version.size());
                    json.writeBooleanField("present", version.present());
                });
                return ExitCode.OK;
            }
            for (History.Version version : versions) {
                output.row(
                        version.version(),
                        version.written(),
                        Choices.word(version.origin()),
                        Text.of("cli.bytes", version.size()),
                        version.present() ? Text.of("cli.history.present") : "");
            }
            return ExitCode.OK;
        }
    }
}
