package dev.lockstep.cli;

import dev.lockstep.vault.CheckFinding;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.words.FindingWords;
import dev.lockstep.words.Text;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** Reads everything that the vault holds, and tells what is not as it was last saved. */
final class VerifyCommand implements Command {
    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "verify", Text.of("cli.verify"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            CheckReport report = vault.check(Progress.UNTOLD);
            write(report, invocation.output());
            return report.sound() ? ExitCode.OK : ExitCode.NOT_FOUND;
        }
    }

    private static void write(CheckReport report, Output output) throws IOException {
        if (output.isJson()) {
            output.object(json -> {
                json.writeBooleanField("sound", report.sound());
                json.writeStringField("saved", report.saved().toString());
                json.writeNumberField("secrets", report.secrets());
                json.writeNumberField("formerValues", report.formerValues());
                Output.array(json, "findings", report.findings(), (each, finding) -> {
                    each.writeStringField("kind", Choices.word(finding.kind()));
                    each.writeStringField("name", finding.name());
                    each.writeNumberField("expected", finding.expected());
                    each.writeNumberField("found", finding.found());
                });
                json.writeNumberField("more", report.more());
            });
            return;
        }
        for (CheckFinding finding : report.findings()) {
            output.line(FindingWords.of(finding));
        }
        output.line(
                report.sound()
                        ? Text.of("cli.verify.sound", report.secrets(), report.formerValues())
                        : Text.of("cli.verify.unsound", report.findings().size() + report.more()));
    }
}
