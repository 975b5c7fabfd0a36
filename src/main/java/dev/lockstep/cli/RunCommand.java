package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.use.Mask;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Runs another program with secrets in its environment, after the vault is closed. Nothing is written but to the audit log. */
final class RunCommand implements Command {
    private final Given<List<String>> only = Given.texts("--only", "NAME", Text.of("cli.run.only"));
    private final Given<String> prefix = Given.text("--prefix", "TEXT", Text.of("cli.run.prefix"));
    private final Given<Path> file = Given.file("--env-file", "FILE", Text.of("cli.run.env-file"));
    private final Given<Boolean> mask = Given.flag("--mask-output", Text.of("cli.run.mask-output"));
    private final Given<Boolean> verbose = Given.flag("--verbose", Text.of("cli.run.verbose"));
    private final Given<List<String>> command = Given.operands(0, "COMMAND", Text.of("cli.run.command"));

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Syntax.of(this, "run", Text.of("cli.run"), only, prefix, file, mask, verbose, command);
        spec.parser().stopAtPositional(true);
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        Programs programs = invocation.services().reach().programs();
        try (Variables variables = variables(invocation, programs)) {
            variables.requireFit(programs, mask.isSet());
            PrintStream errors = invocation.terminal().errors();
            if (verbose.isSet()) {
                tell(variables, invocation.services().environment(), errors);
            }
            invocation.output().flush();
            if (mask.isSet()) {
                masked(programs, variables, errors);
            }
            throw new ChildEnded(
                    programs.run(new Programs.Start(command.value(), variables.values(), Optional.empty())));
        }
    }

    /** The vault is closed, and its keys are overwritten, when this returns. */
    private Variables variables(Invocation invocation, Programs programs) throws Exception {
        try (EnvironmentFile given = EnvironmentFile.read(file.get());
                OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            boolean collection = file.get().isEmpty()
                    || search.chosen().isPresent()
                    || only.get().isPresent();
            return new VariableChoice(vault, search.chosen(), prefix.get().orElse(""), programs.caseless(), program())
                    .open(
                            collection
                                    ? new Chosen(only.get().orElse(List.of())).in(vault, search.target())
                                    : List.of(),
                            given);
        }
    }

    /** What the audit log calls it: never an argument. */
    private String program() {
        Path name = Path.of(command.value().getFirst()).getFileName();
        return name == null ? "" : name.toString();
    }

    private void masked(Programs programs, Variables variables, PrintStream errors) throws Exception {
        List<String> seen = variables.secrets().entrySet().stream()
                .filter(each -> Mask.isTooShort(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!seen.isEmpty()) {
            errors.println(Text.of("cli.says", Text.of("cli.run.unmasked", Mask.SHORTEST, String.join(", ", seen))));
        }
        try (Mask known = Mask.of(variables.secrets().values())) {
            throw new ChildEnded(
                    programs.run(new Programs.Start(command.value(), variables.values(), Optional.of(known))));
        } catch (Mask.TooMuchException e) {
            throw new Refusal(ExitCode.DATA, Text.of("cli.run.too-much", Mask.MOST_BYTES >> 20));
        }
    }

    private static void tell(Variables variables, Map<String, String> environment, PrintStream errors) {
        Map<String, SecretValue> values = variables.values();
        errors.println(Text.of("cli.says", Text.of("cli.run.sets", values.size(), String.join(" ", values.keySet()))));
        String replaced =
                values.keySet().stream().filter(environment::containsKey).collect(Collectors.joining(" "));
        if (!replaced.isEmpty()) {
            errors.println(Text.of("cli.says", Text.of("cli.run.replaces", Legible.line(replaced))));
        }
    }
}
