package dev.lockstep.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completions of the shell fish, one line for each command and option. */
final class FishCompletion {
    private final CommandSpec root;
    private final StringBuilder script = new StringBuilder();

    FishCompletion(CommandSpec root) {
        this.root = root;
    }

    String script() {
        String name = root.name();
        script.append("complete -c ").append(name).append(" -f\n");
        root.options().forEach(option -> option("", option));
        for (CommandLine each : root.subcommands().values()) {
            CommandSpec command = each.getCommandSpec();
            begin("__fish_use_subcommand");
            script.append(" -a ").append(command.name());
            describe(command.usageMessage().description());
            command.options().stream()
                    .filter(option -> !option.inherited())
                    .forEach(option -> option("__fish_seen_subcommand_from " + command.name(), option));
            command.positionalParameters().stream()
                    .filter(operand -> operand.completionCandidates() != null)
                    .forEach(operand -> {
                        begin("__fish_seen_subcommand_from " + command.name());
                        script.append(" -a ")
                                .append(quoted(words(operand.completionCandidates())))
                                .append('\n');
                    });
            boolean file = command.positionalParameters().stream().anyMatch(operand -> operand.type() == Path.class);
            if (file) {
                begin("__fish_seen_subcommand_from " + command.name());
                script.append(" -F\n");
            }
        }
        return script.toString().stripTrailing();
    }

    private void option(String condition, OptionSpec option) {
        begin(condition);
        for (String name : option.names()) {
            script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            script.append(option.type() == Path.class ? " -r -F" : " -x");
            if (option.completionCandidates() != null) {
                script.append(" -a ").append(quoted(words(option.completionCandidates())));
            }
        }
        describe(option.description());
    }

    private void begin(String condition) {
        script.append("complete -c ").append(root.name());
        if (!condition.isEmpty()) {
            script.append(" -n ").append(quoted(condition));
        }
    }

    private void describe(String[] description) {
        script.append(" -d ").append(quoted(String.join(" ", description))).append('\n');
    }

    private static String words(Iterable<String> candidates) {
        return StreamSupport.stream(candidates.spliterator(), false).collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
