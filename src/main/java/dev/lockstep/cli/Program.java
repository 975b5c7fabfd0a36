package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of Lockstep: reads it, runs the command that it names, and says in one place what went wrong. */
public final class Program {
    private final Services services;
    private final Runnable beforeSecrets;

    /** @param beforeSecrets is called once the command line was read and before a command runs, which may read secrets */
    public Program(Services services, Runnable beforeSecrets) {
        this.services = services;
        this.beforeSecrets = beforeSecrets;
    }

    /**
     * Runs one command line to its end.
     *
     * @return the exit code for the shell
     * @throws RuntimeException a fault of this program, about which nothing was told yet
     */
    public int run(List<String> arguments) {
        Globals globals = new Globals();
        CommandLine line = Commands.line(globals, arguments);
        try {
            ParseResult read = line.parseArgs(arguments.toArray(String[]::new));
            return run(read, globals).number();
        } catch (ChildEnded e) {
            return e.code();
        } catch (ParameterException e) {
            return tell(Usage.of(e)).number();
        } catch (OutputClosedException e) {
            return ExitCode.OUTPUT_CLOSED.number();
        } catch (IOException e) {
            return tell(Failures.of(e, false)).number();
        }
    }

    private ExitCode run(ParseResult read, Globals globals) throws IOException, ChildEnded {
        Output output = new Output(services.terminal(), globals.json());
        ParseResult last = read;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandSpec spec = last.commandSpec();
        if (read.isVersionHelpRequested()) {
            output.line(Text.of("app.name") + " " + services.version());
        } else if (last.isUsageHelpRequested() || !(spec.userObject() instanceof Command)) {
            CommandLine explained = read.hasSubcommand() ? spec.commandLine() : Commands.line(new Globals());
            output.line(explained.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
        } else if (spec.userObject() instanceof Command command) {
            beforeSecrets.run();
            return run(command, new Invocation(services, globals, output));
        }
        output.flush();
        return ExitCode.OK;
    }

    private ExitCode run(Command command, Invocation invocation) throws ChildEnded {
        try {
            ExitCode code = command.run(invocation);
            invocation.output().flush();
            return code;
        } catch (ChildEnded e) {
            throw e;
        } catch (Exception e) {
            return tell(Failures.of(e, invocation.globals().keyFile().get().isPresent()));
        }
    }

    private ExitCode tell(Failures failure) {
        if (!failure.words().isEmpty()) {
            services.terminal().errors().println(Text.of("cli.says", failure.words()));
        }
        return failure.code();
    }
}
