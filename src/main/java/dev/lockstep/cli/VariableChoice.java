package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.use.VariableNames;
import dev.lockstep.use.VariableNames.Problem;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides which variables a program gets. Those of a file come after those of a collection, and replace them.
 *
 * @param program as the audit log tells it
 */
record VariableChoice(
        OpenVault vault, Optional<SecretCollection> collection, String prefix, boolean caseless, String program) {
    /**
     * Opens the values of secrets; nothing is opened if a single variable cannot be.
     *
     * @return to be closed by the caller
     */
    Variables open(List<Entry> secrets, EnvironmentFile file) throws Exception {
        VariableNames names = VariableNames.of(secrets.stream().map(Entry::name).toList(), prefix, caseless);
        List<String> problems = new ArrayList<>();
        names.problems().forEach(problem -> problems.add(words(problem)));
        Map<String, SecretId> wanted = new LinkedHashMap<>();
        secrets.stream()
                .filter(entry -> names.variables().containsKey(entry.name()))
                .forEach(entry -> wanted.put(names.variables().getOrDefault(entry.name(), ""), entry.id()));
        Map<String, SecretValue> plain = new LinkedHashMap<>();
        References references = new References(vault, collection);
        for (EnvironmentFile.Variable variable : file.variables()) {
            if (variable.reference().isEmpty()) {
                plain.put(variable.name(), variable.value());
                wanted.remove(variable.name());
                continue;
            }
            List<Entry> found = references.find(variable.reference().get());
            if (found.size() == 1) {
                wanted.put(variable.name(), found.getFirst().id());
            } else {
                String written = Legible.line(variable.reference().get().written());
                problems.add(
                        found.isEmpty()
                                ? Text.of("cli.reference.unknown", variable.line(), written)
                                : Text.of("cli.reference.ambiguous", variable.line(), written));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(ExitCode.DATA, Text.of("cli.run.refused", Variables.lines(problems)));
        }
        return variables(wanted, plain);
    }

    private Variables variables(Map<String, SecretId> wanted, Map<String, SecretValue> plain) throws Exception {
        try (Handed handed = Handed.open(vault, wanted.values(), program)) {
            Variables variables = new Variables();
            wanted.forEach((name, secret) -> variables.set(name, handed.value(secret), true));
            plain.forEach((name, value) -> variables.set(name, value, false));
            return variables;
        }
    }

    private static String words(Problem problem) {
        return switch (problem) {
            case Problem.NotPortable bad -> Text.of("cli.run.name.bad", shown(bad.secret()), shown(bad.variable()));
            case Problem.Own own -> Text.of("cli.run.name.own", shown(own.secret()), shown(own.variable()));
            case Problem.Steering steering ->
                Text.of("cli.run.name.steering", shown(steering.secret()), shown(steering.variable()));
            case Problem.Same same ->
                Text.of(
                        "cli.run.name.same",
                        same.secrets().stream().map(VariableChoice::shown).collect(Collectors.joining(", ")),
                        shown(same.variable()));
        };
    }

    private static String shown(String text) {
        return Legible.line(text);
    }
}
