package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Explains a command, or the JSON that commands answer with. */
final class HelpCommand implements Command {
    private static final String JSON = "json";

    private final Given<String> topic = Given.optional(0, "COMMAND", Text.of("cli.help.command"));
    private final Given<Boolean> man = Given.flag("--man", Text.of("cli.help.man"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "help", Text.of("cli.help"), topic, man);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        CommandLine line = Commands.line(new Globals());
        Optional<String> asked = topic.get();
        if (asked.equals(Optional.of(JSON))) {
            invocation.output().line(json());
            return ExitCode.OK;
        }
        if (asked.isPresent()) {
            line = line.getSubcommands().get(asked.get());
            if (line == null) {
                throw new Refusal(ExitCode.USAGE, Text.of("cli.help.unknown"));
            }
        }
        String page = man.isSet()
                ? new ManPage(line.getCommandSpec(), invocation.services().version()).roff()
                : line.getUsageMessage(Ansi.OFF);
        invocation.output().line(page.stripTrailing());
        return ExitCode.OK;
    }

    private static String json() throws Exception {
        try (InputStream text = Objects.requireNonNull(HelpCommand.class.getResourceAsStream("json.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
