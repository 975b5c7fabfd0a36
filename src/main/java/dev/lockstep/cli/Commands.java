package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** All commands, in the order of the help. */
final class Commands {
    private Commands() {}

    /** A new command goes here. */
    private static List<Command> all() {
        return List.of(
                new InitCommand(),
                new UnlockCommand(),
                new ListCommand(),
                new GetCommand(),
                new SetCommand(),
                new RemoveCommand(),
                new RestoreCommand(),
                new MoveCommand(),
                new TagCommand(),
                new GenerateCommand(),
                new HistoryCommand(),
                new AuditCommand(),
                new BackupCommand(),
                new VerifyCommand(),
                new ImportCommand(),
                new ExportCommand(),
                new RunCommand(),
                new InjectCommand(),
                new RemoteCommand(),
                new CheckCommand(),
                new PlanCommand(),
                new ApplyCommand(),
                new CompletionCommand(),
                new HelpCommand());
    }

    /** The whole command line, ready to read arguments. */
    static CommandLine line(Globals globals) {
        CommandSpec root = CommandSpec.create().name("lockstep");
        root.usageMessage()
                .description(Text.of("cli.about"))
                .width(Syntax.WIDTH)
                .sortOptions(false);
        root.usageMessage()
                .exitCodeListHeading(Text.of("cli.exit.heading") + "%n")
                .exitCodeList(exitCodes());
        root.addOption(OptionSpec.builder("--help", "-h")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description(Text.of("cli.option.help"))
                .build());
        root.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description(Text.of("cli.option.version"))
                .build());
        globals.addTo(root);
        all().forEach(command -> {
            CommandSpec spec = command.spec();
            root.addSubcommand(spec.name(), spec);
        });
        return new CommandLine(root).setExpandAtFiles(false).setInterpolateVariables(false);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(Integer.toString(code.number()), code.words()));
        return codes;
    }
}
