package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** All commands. */
final class Commands {
    private Commands() {}

    /** In the order of the help. A new command goes here and below. */
    private static final List<String> NAMES = List.of(
            "init",
            "unlock",
            "list",
            "get",
            "set",
            "rm",
            "restore",
            "mv",
            "tag",
            "generate",
            "history",
            "audit",
            "backup",
            "verify",
            "import",
            "export",
            "run",
            "inject",
            "remote",
            "check",
            "plan",
            "apply",
            "completion",
            "help");

    private static Command named(String name) {
        return switch (name) {
            case "init" -> new InitCommand();
            case "unlock" -> new UnlockCommand();
            case "list" -> new ListCommand();
            case "get" -> new GetCommand();
            case "set" -> new SetCommand();
            case "rm" -> new RemoveCommand();
            case "restore" -> new RestoreCommand();
            case "mv" -> new MoveCommand();
            case "tag" -> new TagCommand();
            case "generate" -> new GenerateCommand();
            case "history" -> new HistoryCommand();
            case "audit" -> new AuditCommand();
            case "backup" -> new BackupCommand();
            case "verify" -> new VerifyCommand();
            case "import" -> new ImportCommand();
            case "export" -> new ExportCommand();
            case "run" -> new RunCommand();
            case "inject" -> new InjectCommand();
            case "remote" -> new RemoteCommand();
            case "check" -> new CheckCommand();
            case "plan" -> new PlanCommand();
            case "apply" -> new ApplyCommand();
            case "completion" -> new CompletionCommand();
            case "help" -> new HelpCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The whole command line, ready to read arguments. */
    static CommandLine line(Globals globals) {
        return line(globals, NAMES);
    }

    /**
     * The command line with those commands alone whose names are among the arguments: a start makes no others. It reads the arguments as the
     * whole one does; its help lacks the others.
     */
    static CommandLine line(Globals globals, Collection<String> arguments) {
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
        for (String name : NAMES) {
            if (arguments.contains(name)) {
                root.addSubcommand(name, named(name).spec());
            }
        }
        return new CommandLine(root).setExpandAtFiles(false).setInterpolateVariables(false);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(Integer.toString(code.number()), code.words()));
        return codes;
    }
}
