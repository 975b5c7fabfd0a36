package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.cli.ProgramProcess.Ended;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What explains the command line: help, manual pages, and the shape of JSON. */
class HelpTest {
    @TempDir
    private Path folder;

    private final ScriptedTerminal terminal = new ScriptedTerminal();

    private String said(String... arguments) {
        return said(terminal, arguments);
    }

    private static String said(ScriptedTerminal terminal, String... arguments) {
        assertEquals(
                0, CommandGround.program(terminal, java.util.Map.of()).run(List.of(arguments)), terminal::complained);
        return terminal.said();
    }

    private static CommandLine line() {
        return Commands.line(new Globals());
    }

    @Test
    void theHelpListsEveryCommandAndExitCode() {
        String help = said("--help");

        line().getSubcommands().keySet().forEach(name -> assertTrue(help.contains("\n  " + name + " "), name));
        for (ExitCode code : ExitCode.values()) {
            assertTrue(
                    Pattern.compile("(?m)^  " + code.number() + " ")
                            .matcher(help)
                            .find(),
                    code.toString());
        }
    }

    @Test
    void everyCommandHasTheNameThatItIsAskedForBy() {
        line().getSubcommands()
                .forEach((name, command) ->
                        assertEquals(name, command.getCommandSpec().name()));
    }

    @Test
    void theNameOfACommandIsNoValueOfAnOption() {
        var program = CommandGround.program(terminal, java.util.Map.of());
        assertEquals(ExitCode.USAGE.number(), program.run(List.of("--vault", "list")));
        assertTrue(terminal.complained().contains("Missing: --vault"), terminal::complained);
    }

    @Test
    void theHelpOfOneCommandIsWhatTheWholeCommandLineTellsOfIt() {
        line().getSubcommands().forEach((name, command) -> {
            String told = command.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing() + "\n";
            assertEquals(told, said(new ScriptedTerminal(), name, "--help"));
            assertEquals(told, said(new ScriptedTerminal(), "help", name));
        });
    }

    @Test
    void theVersionIsTold() {
        assertEquals("Lockstep 1.2.3\n", said("--version"));
    }

    @Test
    void everyOptionIsExplained() {
        for (CommandLine command : line().getSubcommands().values()) {
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertTrue(
                            option.description().length > 0 && !option.description()[0].isBlank(), option.toString()));
            command.getCommandSpec()
                    .positionalParameters()
                    .forEach(operand -> assertTrue(!operand.description()[0].isBlank(), operand.toString()));
        }
    }

    @Test
    void manReadsAPageOfEveryCommandWithoutWarning() throws Exception {
        Installed.require("groff");
        Path pages = folder.resolve("man");
        assertEquals("", said("help", "--man-to", pages.toString()));

        Set<String> written = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(pages)) {
            for (Path page : all) {
                Ended groff = Installed.run("groff", "-man", "-Tutf8", "-ww", page.toString());
                assertEquals(new Ended(0, groff.out(), ""), groff);
                written.add(page.getFileName().toString());
            }
        }
        assertEquals(line().getSubcommands().size() + 4, written.size());
        assertTrue(
                written.containsAll(Set.of("lockstep.1", "lockstep-get.1", "lockstep-remote-add.1")),
                written.toString());
    }

    @Test
    void everyMemberOfEveryAnswerIsExplained() throws Exception {
        CommandGround ground = CommandGround.create(folder);
        ground.set("KEY", "x");
        ground.done("backup");
        String env =
                Files.writeString(folder.resolve("x.env"), "KEY=2\nnonsense\n").toString();
        Set<String> members = new TreeSet<>();
        for (String[] command : new String[][] {
            {"unlock"},
            {"list"},
            {"get", "KEY"},
            {"history", "KEY"},
            {"audit"},
            {"backup", "--list"},
            {"verify"},
            {"import", env, "--dry-run"}
        }) {
            collect(ground.json(command), members);
        }
        String explained = said("help", "json");

        assertTrue(members.size() > 40, members.toString());
        members.forEach(name -> assertTrue(
                Pattern.compile("(?m)^ +(\\w+, )?" + name + "[ ,]")
                        .matcher(explained)
                        .find(),
                name));
    }

    private static void collect(JsonNode node, Set<String> members) {
        node.properties().forEach(member -> {
            members.add(member.getKey());
            collect(member.getValue(), members);
        });
        if (node.isArray()) {
            node.forEach(each -> collect(each, members));
        }
    }
}
