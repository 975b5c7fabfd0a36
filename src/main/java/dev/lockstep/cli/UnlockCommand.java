package dev.lockstep.cli;

import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Text;
import picocli.CommandLine.Model.CommandSpec;

/** Opens the vault and closes it again, to see that it can be. */
final class UnlockCommand implements Command {
    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "unlock", Text.of("cli.unlock"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            int secrets = vault.catalog().counts().all();
            Output output = invocation.output();
            if (output.isJson()) {
                output.object(json -> {
                    json.writeStringField("vault", vault.file().toString());
                    json.writeStringField("openedBy", Choices.word(vault.openedBy()));
                    json.writeBooleanField("readOnly", vault.readOnly());
                    json.writeNumberField("secrets", secrets);
                });
            } else {
                output.line(Text.of("cli.unlock.done", vault.name(), secrets));
            }
            return ExitCode.OK;
        }
    }
}
