package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Given<Path> manTo = Given.file("--man-to", "FOLDER", Text.of("cli.help.man-to"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "help", Text.of("cli.help"), topic, man, manTo);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        CommandLine line = Commands.line(new Globals());
        if (manTo.get().isPresent()) {
            writePages(line, Files.createDirectories(manTo.get().get()), invocation);
            return ExitCode.OK;
        }
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
        String page = man.isSet() ? page(line, invocation) : line.getUsageMessage(Ansi.OFF);
        invocation.output().line(page.stripTrailing());
        return ExitCode.OK;
    }

    private static String page(CommandLine of, Invocation invocation) {
        return new ManPage(of.getCommandSpec(), invocation.services().version()).roff();
    }

    /** Writes a page for a command and each below it, in section 1. */
    private static void writePages(CommandLine of, Path folder, Invocation invocation) throws IOException {
        Files.writeString(folder.resolve(ManPage.name(of.getCommandSpec()) + ".1"), page(of, invocation));
        for (CommandLine below : of.getSubcommands().values()) {
            writePages(below, folder, invocation);
        }
    }

    private static String json() throws Exception {
        try (InputStream text = Objects.requireNonNull(HelpCommand.class.getResourceAsStream("json.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
