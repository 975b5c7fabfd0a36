package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.dotenv.DotenvFormat;
import dev.lockstep.use.Reference;
import dev.lockstep.use.VariableNames;
import dev.lockstep.vault.Progress;
import dev.lockstep.words.ImportWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code .env} file in which a value may be a reference. Closing overwrites its values. */
final class EnvironmentFile implements AutoCloseable {
    private static final byte[] SCHEME = Reference.SCHEME.getBytes(StandardCharsets.US_ASCII);

    private final ImportSource source;
    private final List<Variable> variables = new ArrayList<>();

    /**
     * One variable of it.
     *
     * @param reference what its value is in truth, if its whole value is one
     */
    record Variable(String name, int line, SecretValue value, Optional<Reference> reference) {}

    private EnvironmentFile(ImportSource source) throws Refusal {
        this.source = source;
        List<String> problems = new ArrayList<>();
        source.problems().stream()
                .filter(problem -> problem.kind().isLost() && problem.kind() != ImportProblem.Kind.OVERRIDDEN)
                .map(ImportWords::of)
                .forEach(problems::add);
        for (ImportEntry entry : source.entries()) {
            int line = entry.place().line();
            if (!VariableNames.isPortable(entry.name())) {
                problems.add(Text.of("cli.run.file.name", line, Legible.line(entry.name())));
            } else if (isReference(entry.value())) {
                Optional<Reference> reference =
                        entry.value().use(bytes -> Reference.standing(new String(bytes, StandardCharsets.UTF_8)));
                variables.add(new Variable(entry.name(), line, entry.value(), reference));
                if (reference.isEmpty()) {
                    problems.add(Text.of("cli.run.file.reference", line, entry.name()));
                }
            } else {
                variables.add(new Variable(entry.name(), line, entry.value(), Optional.empty()));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(ExitCode.DATA, Text.of("cli.run.refused", Variables.lines(problems)));
        }
    }

    /** @param file empty for one without variables; to be closed by the caller */
    static EnvironmentFile read(Optional<Path> file) throws Exception {
        ImportSource source = file.isEmpty()
                ? new ImportSource(List.of(), List.of(), List.of())
                : new DotenvFormat().read(file.get(), ImportOptions.NONE, Progress.UNTOLD);
        try {
            return new EnvironmentFile(source);
        } catch (Refusal e) {
            source.close();
            throw e;
        }
    }

    private static boolean isReference(SecretValue value) {
        if (value.size() < SCHEME.length) {
            return false;
        }
        for (int i = 0; i < SCHEME.length; i++) {
            if (value.at(i) != SCHEME[i]) {
                return false;
            }
        }
        return true;
    }

    List<Variable> variables() {
        return variables;
    }

    @Override
    public void close() {
        source.close();
    }
}
