package dev.lockstep.cli;

import dev.lockstep.words.Text;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the script by which a shell completes commands and options. */
final class CompletionCommand implements Command {
    private final Given<Shell> shell = Given.choiceOperand(0, Shell.class, Text.of("cli.completion.shell"));

    /** The shells. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "completion", Text.of("cli.completion"), shell);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        CommandLine line = Commands.line(new Globals());
        String script = switch (shell.value()) {
            case BASH, ZSH -> AutoComplete.bash(line.getCommandName(), line);
            case FISH -> new FishCompletion(line.getCommandSpec()).script();
        };
        invocation.output().line(script);
        return ExitCode.OK;
    }
}
