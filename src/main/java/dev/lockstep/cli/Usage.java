package dev.lockstep.cli;

import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The words for a wrong command line. What was typed is never repeated but for names of options: it may be a value, in the wrong place. */
final class Usage {
    private static final int SHOWN = 60;

    private Usage() {}

    static Failures of(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return new Failures(ExitCode.USAGE, Text.of("cli.usage", words(wrong), command));
    }

    private static String words(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> Text.of("cli.usage.missing", names(missing.getMissing()));
            default -> {
                ArgSpec about = wrong.getArgSpec();
                yield about == null
                        ? Text.of("cli.usage.wrong")
                        : Text.of("cli.usage.bad", name(about), about.paramLabel());
            }
        };
    }

    private static String unmatched(UnmatchedArgumentException wrong) {
        List<String> unmatched = wrong.getUnmatched();
        String first = unmatched.isEmpty() ? "" : unmatched.getFirst();
        if (first.startsWith("-")) {
            return Text.of("cli.usage.option", shown(first));
        }
        CommandLine at = wrong.getCommandLine();
        boolean command = at.getParent() == null;
        return command ? Text.of("cli.usage.command", shown(first)) : Text.of("cli.usage.many");
    }

    private static String shown(String option) {
        int end = option.indexOf('=');
        String name = end < 0 ? option : option.substring(0, end);
        return Legible.line(name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name);
    }

    private static String names(List<ArgSpec> missing) {
        return missing.stream().map(Usage::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec about) {
        return about instanceof OptionSpec option ? option.longestName() : about.paramLabel();
    }
}
