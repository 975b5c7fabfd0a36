package dev.lockstep.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

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
            command(each.getCommandSpec(), "__fish_use_subcommand", seen(each.getCommandSpec()) + notBelow(each));
        }
        return script.toString().stripTrailing();
    }

    /**
     * @param offered when its name is
     * @param chosen when what it takes is
     */
    private void command(CommandSpec command, String offered, String chosen) {
        begin(offered);
        script.append(" -a ").append(command.name());
        describe(command.usageMessage().description());
        command.options().stream().filter(option -> !option.inherited()).forEach(option -> option(chosen, option));
        for (PositionalParamSpec operand : command.positionalParameters()) {
            if (operand.completionCandidates() != null) {
                begin(chosen);
                script.append(" -a ")
                        .append(quoted(words(operand.completionCandidates())))
                        .append('\n');
            }
            if (operand.type() == Path.class) {
                begin(chosen);
                script.append(" -F\n");
            }
        }
        String others = "; and not __fish_seen_subcommand_from "
                + String.join(" ", command.subcommands().keySet());
        for (CommandLine each : command.subcommands().values()) {
            CommandSpec below = each.getCommandSpec();
            command(below, chosen + others, chosen + "; and " + seen(below));
        }
    }

    private static String seen(CommandSpec command) {
        return "__fish_seen_subcommand_from " + command.name();
    }

    /** Not where a command below another one has its name. */
    private String notBelow(CommandLine command) {
        return root.subcommands().entrySet().stream()
                .filter(other -> other.getValue().getSubcommands().containsKey(command.getCommandName()))
                .map(other -> "; and not __fish_seen_subcommand_from " + other.getKey())
                .collect(Collectors.joining());
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
