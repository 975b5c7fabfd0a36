package dev.lockstep.cli;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.formats.Formats;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Brings secrets from a file or folder of another program into one collection, in one transaction, after it was shown what would happen. */
final class ImportCommand implements Command {
    private final Given<Path> source = Given.fileOperand(0, "FILE", Text.of("cli.import.file"));
    private final Given<String> format =
            Given.word("--format", "FORMAT", ids(), Text.of("cli.import.format", listed()));
    private final Given<Boolean> dryRun = Given.flag("--dry-run", Text.of("cli.import.dry-run"));
    private final Given<OnConflict> onConflict =
            Given.choice("--on-conflict", OnConflict.class, Text.of("cli.import.on-conflict"));
    private final Consent consent = new Consent(Text.of("cli.import.yes"));
    private final SourceKeys keys = new SourceKeys();

    /** What becomes of a secret whose value differs. */
    enum OnConflict {
        SKIP,
        REPLACE
    }

    @Override
    public CommandSpec spec() {
        return keys.addTo(
                Syntax.of(this, "import", Text.of("cli.import"), source, format, dryRun, onConflict, consent.given()));
    }

    private static List<String> ids() {
        return Formats.all().stream().map(ImportFormat::id).toList();
    }

    private static String listed() {
        return String.join(", ", ids());
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        ImportFormat chosen = format();
        try (ImportSource read = keys.read(chosen, source.value(), invocation.terminal());
                OpenVault vault = invocation.open()) {
            SecretCollection into = invocation.search(vault).target();
            ImportPlan plan = ImportPlan.of(
                    vault.importing(), into, read, onConflict.get().orElse(OnConflict.SKIP));
            plan.write(invocation.output(), chosen.id());
            invocation.output().flush();
            if (dryRun.isSet() || plan.writes() == 0) {
                return ExitCode.OK;
            }
            consent.require(
                    invocation.terminal(),
                    Text.of("cli.import.ask", plan.writes(), into.title()),
                    Text.of("cli.import.needs-yes"));
            write(vault.importing(), into, plan);
            if (!invocation.output().isJson()) {
                invocation.output().line(Text.of("cli.import.done", plan.writes()));
            }
            return ExitCode.OK;
        }
    }

    private ImportFormat format() throws ImportException, InterruptedException, Refusal {
        if (format.get().isPresent()) {
            return Formats.of(format.get().get())
                    .orElseThrow(() -> new Refusal(ExitCode.USAGE, Text.of("cli.import.formats", listed())));
        }
        return Formats.likely(source.value())
                .orElseThrow(() -> new ImportException(ImportException.Reason.UNKNOWN_FORMAT));
    }

    private static void write(Importing importing, SecretCollection into, ImportPlan plan) throws Exception {
        importing.write(into.id(), plan.items(), plan.choices(), done -> {});
    }
}
