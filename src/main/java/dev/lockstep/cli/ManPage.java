package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the language of man(7). */
final class ManPage {
    /** Characters of a line, as far as words allow. */
    private static final int WIDTH = 79;

    private final CommandSpec spec;
    private final String version;
    private final StringBuilder page = new StringBuilder();

    ManPage(CommandSpec spec, String version) {
        this.spec = spec;
        this.version = version;
    }

    /** Its name without the section: {@code lockstep-list}. */
    static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    String roff() {
        String name = name(spec);
        page.append(".TH ").append(quoted(name.toUpperCase(Locale.ROOT))).append(" 1 \"\" ");
        page.append(quoted(Text.of("app.name") + " " + version)).append('\n');
        section(Text.of("cli.man.name"));
        line(name + " - " + about(spec).replaceFirst("(?s)[.:] .*", "."));
        section(Text.of("cli.man.synopsis"));
        synopsis();
        section(Text.of("cli.man.description"));
        line(about(spec));
        spec.positionalParameters().forEach(this::operand);
        section(Text.of("cli.man.options"));
        spec.options().forEach(this::option);
        commands();
        exitCodes();
        above();
        return page.toString();
    }

    private void synopsis() {
        page.append(".B ").append(escaped(spec.qualifiedName(" "))).append('\n');
        line(Text.of("cli.man.some-options"));
        spec.positionalParameters()
                .forEach(operand ->
                        page.append(".I ").append(escaped(shape(operand))).append('\n'));
        if (!spec.subcommands().isEmpty()) {
            page.append(".I COMMAND\n");
        }
    }

    private static String shape(PositionalParamSpec operand) {
        String label = operand.paramLabel() + (operand.arity().max() > 1 ? "..." : "");
        return operand.required() ? label : "[" + label + "]";
    }

    private void operand(PositionalParamSpec operand) {
        tagged(operand.paramLabel(), words(operand));
    }

    private void option(OptionSpec option) {
        String names = String.join(", ", option.names());
        tagged(option.arity().max() > 0 ? names + " " + option.paramLabel() : names, words(option));
    }

    private void commands() {
        Map<String, CommandLine> all = spec.subcommands();
        if (!all.isEmpty()) {
            section(Text.of("cli.man.commands"));
            all.values().forEach(each -> tagged(name(each.getCommandSpec()) + "(1)", about(each.getCommandSpec())));
        }
    }

    private void exitCodes() {
        section(Text.of("cli.man.exit"));
        for (ExitCode code : ExitCode.values()) {
            tagged(Integer.toString(code.number()), code.words());
        }
    }

    private void above() {
        if (spec.parent() != null) {
            section(Text.of("cli.man.see"));
            line(name(spec.parent()) + "(1)");
        }
    }

    private void section(String title) {
        page.append(".SH ").append(escaped(title)).append('\n');
    }

    private void tagged(String tag, String words) {
        page.append(".TP\n.B ").append(escaped(tag)).append('\n');
        line(words);
    }

    /** Breaks it into lines, of which none begins as a request does. */
    private void line(String text) {
        int used = 0;
        for (String word : escaped(text).split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > WIDTH) {
                page.append('\n');
                used = 0;
            }
            boolean request = used == 0 && (word.startsWith(".") || word.startsWith("'"));
            page.append(used > 0 ? " " : request ? "\\&" : "").append(word);
            used += 1 + word.length();
        }
        page.append('\n');
    }

    private static String about(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private static String words(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private static String quoted(String text) {
        return '"' + escaped(text).replace("\"", "\\(dq") + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
    }
}
