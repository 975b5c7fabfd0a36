package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.ExportException;
import dev.lockstep.transfer.PrivateFile;
import dev.lockstep.use.Form;
import dev.lockstep.use.Reference;
import dev.lockstep.use.Template;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Puts values in the places of references in a text. Either the whole is written or nothing. */
final class InjectCommand implements Command {
    private final Given<Path> input = Given.file("-i", "--in-file", "FILE", Text.of("cli.inject.in-file"));
    private final Given<Path> target = Given.file("-o", "--out-file", "FILE", Text.of("cli.inject.out-file"));
    private final Given<Form> mode = Given.choice("--mode", Form.class, Text.of("cli.inject.mode"));
    private final Given<Boolean> replace = Given.flag("--replace", Text.of("cli.inject.replace"));
    private final Given<Boolean> reveal = Given.flag("--reveal", Text.of("cli.inject.reveal"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "inject", Text.of("cli.inject"), input, target, mode, replace, reveal);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        if (target.get().isEmpty() && invocation.terminal().outputIsTerminal() && !reveal.isSet()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.inject.terminal"));
        }
        try (Template template = template(invocation.terminal())) {
            Map<Reference, SecretId> meant = new HashMap<>();
            try (Handed handed = open(invocation, template, meant)) {
                requireFit(template, meant, handed);
                Filling filling = out -> template.fill(
                        reference -> handed.value(Objects.requireNonNull(meant.get(reference))), form(), out);
                if (target.get().isPresent()) {
                    toFile(filling, target.get().get().toAbsolutePath());
                } else {
                    filling.into(invocation.terminal().output());
                }
            }
        } catch (Template.TooLargeException e) {
            throw new Refusal(ExitCode.DATA, Text.of("cli.inject.too-large", Template.MAX_FILLED >> 20));
        }
        return ExitCode.OK;
    }

    private Form form() {
        return mode.get().orElse(Form.RAW);
    }

    private Template template(Terminal terminal) throws Exception {
        if (input.get().isEmpty() && terminal.inputIsTerminal()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.inject.no-template"));
        }
        Template template = Template.of(new TemplateSource(terminal).read(input.get()));
        if (!template.faults().isEmpty()) {
            List<String> problems =
                    template.faults().stream().map(InjectCommand::words).toList();
            template.close();
            throw new Refusal(ExitCode.DATA, Text.of("cli.inject.refused", Variables.lines(problems)));
        }
        return template;
    }

    private static String words(Template.Fault fault) {
        return switch (fault.kind()) {
            case OPEN -> Text.of("cli.inject.fault.open", fault.line());
            case NO_NAME -> Text.of("cli.inject.fault.no-name", fault.line());
            case TOO_MANY -> Text.of("cli.inject.fault.too-many", fault.line(), Template.MAX_REFERENCES);
        };
    }

    private Handed open(Invocation invocation, Template template, Map<Reference, SecretId> meant) throws Exception {
        try (OpenVault vault = invocation.open()) {
            References references =
                    new References(vault, invocation.search(vault).chosen());
            List<String> problems = new ArrayList<>();
            for (Template.Use use : template.uses()) {
                List<Entry> found = references.find(use.reference());
                if (found.size() == 1) {
                    meant.put(use.reference(), found.getFirst().id());
                } else {
                    String written = Legible.line(use.reference().written());
                    problems.add(
                            found.isEmpty()
                                    ? Text.of("cli.reference.unknown", use.line(), written)
                                    : Text.of("cli.reference.ambiguous", use.line(), written));
                }
            }
            if (!problems.isEmpty()) {
                throw new Refusal(ExitCode.NOT_FOUND, Text.of("cli.inject.refused", Variables.lines(problems)));
            }
            String to = target.get().map(Path::getFileName).map(Path::toString).orElse("inject");
            return Handed.open(vault, meant.values(), to);
        }
    }

    private void requireFit(Template template, Map<Reference, SecretId> meant, Handed handed) throws Refusal {
        List<String> problems = new ArrayList<>();
        for (Template.Use use : template.uses()) {
            SecretValue value = handed.value(Objects.requireNonNull(meant.get(use.reference())));
            if (!value.use(form()::takes)) {
                problems.add(Text.of(
                        "cli.inject.form",
                        use.line(),
                        Legible.line(use.reference().written())));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(ExitCode.DATA, Text.of("cli.inject.refused", Variables.lines(problems)));
        }
    }

    private void toFile(Filling filling, Path file) throws IOException, ExportException {
        try {
            PrivateFile.requirePlace(file, replace.isSet());
            try (PrivateFile draft = new PrivateFile(file)) {
                filling.into(Channels.newOutputStream(draft.channel()));
                draft.keep(replace.isSet());
            }
        } catch (Template.TooLargeException e) {
            throw e;
        } catch (IOException e) {
            throw ExportException.of(e, Optional.ofNullable(file.getParent()).orElse(file));
        }
    }

    @FunctionalInterface
    private interface Filling {
        void into(OutputStream out) throws IOException;
    }
}
