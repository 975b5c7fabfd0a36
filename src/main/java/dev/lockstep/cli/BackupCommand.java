package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.vault.Backup;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Makes a checked copy of the vault, or lists those that are there. */
final class BackupCommand implements Command {
    private final Given<Boolean> list = Given.flag("--list", Text.of("cli.backup.list"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "backup", Text.of("cli.backup"), list);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            Output output = invocation.output();
            if (!list.isSet()) {
                output.line(vault.backups().make(Progress.UNTOLD).toString());
                return ExitCode.OK;
            }
            List<Backup> backups = vault.backups().list();
            if (output.isJson()) {
                output.array("backups", backups, BackupCommand::members);
            } else {
                for (Backup backup : backups) {
                    output.row(backup.taken(), Choices.word(backup.kind()), state(backup.state()), backup.file());
                }
            }
            return backups.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }

    private static void members(JsonGenerator json, Backup backup) throws IOException {
        json.writeStringField("file", backup.file().toString());
        json.writeStringField("taken", backup.taken().toString());
        json.writeNumberField("size", backup.size());
        json.writeStringField("kind", Choices.word(backup.kind()));
        switch (backup.state()) {
            case Backup.State.Known known -> {
                json.writeStringField("state", "known");
                json.writeNumberField("secrets", known.secrets());
                json.writeStringField("saved", known.saved().toString());
            }
            case Backup.State.Sealed sealed -> {
                json.writeStringField("state", "sealed");
                json.writeNumberField("secrets", sealed.secrets());
            }
            case Backup.State.OtherKey other -> json.writeStringField("state", "other-key");
            case Backup.State.Unreadable broken -> {
                json.writeStringField("state", "unreadable");
                json.writeStringField(
                        "reason", FailureWords.of(broken.failure()).code());
            }
        }
    }

    private static String state(Backup.State state) {
        return switch (state) {
            case Backup.State.Known known -> Text.of("cli.secrets", known.secrets());
            case Backup.State.Sealed sealed -> Text.of("cli.secrets", sealed.secrets());
            case Backup.State.OtherKey other -> Text.of("cli.backup.other-key");
            case Backup.State.Unreadable broken ->
                FailureWords.of(broken.failure()).what();
        };
    }
}
