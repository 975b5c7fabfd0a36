package dev.lockstep.cli;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.export.Export;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportFormat.Need;
import dev.lockstep.transfer.export.ExportFormat.Objection;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.formats.ExportFormats;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Query;
import dev.lockstep.words.RefusalWords;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Writes secrets in the format of somebody else, to a file or to standard output, after it was said who can read it then. */
final class ExportCommand implements Command {
    private final Given<String> format =
            Given.word("--format", "FORMAT", ids(), Text.of("cli.export.format", listed()));
    private final Given<Path> target = Given.file("-o", "--out-file", "FILE", Text.of("cli.export.out-file"));
    private final Given<List<String>> only = Given.texts("--only", "NAMES", Text.of("cli.export.only"));
    private final Given<Boolean> replace = Given.flag("--replace", Text.of("cli.inject.replace"));
    private final Given<Boolean> reveal = Given.flag("--reveal", Text.of("cli.export.reveal"));
    private final Consent consent = new Consent(Text.of("cli.export.yes"));
    private final Given<Integer> passphraseFd =
            Given.number("--passphrase-fd", "N", Text.of("cli.export.passphrase-fd"));
    private final Given<String> object = Given.text("--object", "NAME", Text.of("cli.export.object"));
    private final Given<String> namespace = Given.text("--namespace", "NAME", Text.of("cli.export.namespace"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                this,
                "export",
                Text.of("cli.export"),
                format,
                target,
                only,
                replace,
                reveal,
                consent.given(),
                passphraseFd,
                object,
                namespace);
    }

    private static List<String> ids() {
        return ExportFormats.all().stream().map(ExportFormat::id).toList();
    }

    private static String listed() {
        return String.join(", ", ids());
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        ExportFormat chosen = format.get()
                .flatMap(ExportFormats::of)
                .orElseThrow(() -> new Refusal(ExitCode.USAGE, Text.of("cli.export.formats", listed())));
        boolean inTheClear = chosen.holdsValues() && !chosen.isSealed();
        requireReader(invocation.terminal(), chosen, inTheClear);
        try (OpenVault vault = invocation.open()) {
            List<SecretId> secrets = secrets(vault, invocation.search(vault));
            if (secrets.isEmpty()) {
                throw new Refusal(ExitCode.NOT_FOUND, Text.of("cli.export.nothing"));
            }
            if (inTheClear && target.get().isPresent()) {
                consent.require(
                        invocation.terminal(),
                        Text.of("cli.export.ask", secrets.size()),
                        Text.of("cli.export.needs-yes"));
            }
            try (SecretBuffer typed = chosen.needs().contains(Need.PASSPHRASE)
                            ? new Passwords(invocation.terminal()).chosen(passphraseFd.get())
                            : new SecretBuffer(1);
                    Passphrase passphrase = typed.isEmpty() ? null : Passphrase.of(typed)) {
                return write(invocation, new Export(vault, chosen, options(chosen, passphrase)), secrets);
            }
        }
    }

    /** Values go to standard output only if that was said, and bytes that are no text never to a terminal. */
    private void requireReader(Terminal terminal, ExportFormat chosen, boolean inTheClear) throws Refusal {
        if (target.get().isPresent()) {
            return;
        }
        if (chosen.isSealed() && terminal.outputIsTerminal()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.export.needs-file"));
        }
        if (inTheClear && !reveal.isSet()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.export.needs-reveal"));
        }
    }

    private List<SecretId> secrets(OpenVault vault, Search search) throws Refusal {
        if (only.get().isPresent()) {
            return new Chosen(only.get().get())
                    .in(vault, search.target()).stream().map(Entry::id).toList();
        }
        Catalog.Hits hits = vault.catalog().find(new Query(search.scope(), "", Query.Order.NAME, false));
        List<SecretId> found = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            found.add(hits.id(i));
        }
        return found;
    }

    private ExportOptions options(ExportFormat chosen, @Nullable Passphrase passphrase) throws Refusal {
        ExportOptions options = new ExportOptions(
                Optional.ofNullable(passphrase),
                KdfParameters.DEFAULT,
                object.get().orElse(""),
                namespace.get().orElse(""));
        Set<Objection> objections = chosen.objections(options);
        if (!objections.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    objections.stream().map(ExportCommand::objection).collect(Collectors.joining(" ")));
        }
        return options;
    }

    private static String objection(Objection objection) {
        return switch (objection) {
            case NO_PASSPHRASE -> Text.of("cli.export.no-passphrase");
            case OBJECT_NAME -> Text.of("cli.export.object-name");
            case NAMESPACE -> Text.of("cli.export.bad-namespace");
        };
    }

    private ExitCode write(Invocation invocation, Export export, List<SecretId> secrets) throws Exception {
        Export.Outcome outcome = target.get().isPresent()
                ? export.toFile(secrets, target.get().get(), replace.isSet(), Progress.UNTOLD)
                : export.toStream(secrets, invocation.terminal().output(), "stdout", Progress.UNTOLD);
        return switch (outcome) {
            case Export.Outcome.Written written -> {
                if (target.get().isPresent()) {
                    invocation.output().line(Text.of("cli.export.done", written.secrets()));
                }
                yield ExitCode.OK;
            }
            case Export.Outcome.Refused refused ->
                throw new Refusal(
                        ExitCode.DATA,
                        Text.of(
                                "cli.export.refused",
                                refused.refusals().stream()
                                        .map(RefusalWords::of)
                                        .collect(Collectors.joining("\n  ", "\n  ", ""))));
        };
    }
}
