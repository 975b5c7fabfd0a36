package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What explains the command line: help, manual pages, completions, and the shape of JSON. */
class HelpTest {
    @TempDir
    private Path folder;

    private final ScriptedTerminal terminal = new ScriptedTerminal();

    private String said(String... arguments) {
        assertEquals(
                0, CommandGround.program(terminal, java.util.Map.of()).run(List.of(arguments)), terminal::complained);
        return terminal.said();
    }

    private static CommandLine line() {
        return Commands.line(new Globals());
    }

    /** Every command's own options. */
    private static List<String> options() {
        List<String> names = new ArrayList<>();
        for (CommandLine command : line().getSubcommands().values()) {
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.inherited())
                    .map(OptionSpec::longestName)
                    .forEach(names::add);
        }
        return names;
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
    void bashUnderstandsItsScriptWhichKnowsEveryOption() throws Exception {
        String script = said("completion", "bash");

        assertAccepted("bash", "-n", script);
        options().forEach(option -> assertTrue(script.contains(option), option));
    }

    @Test
    void fishIsToldOfEveryCommandAndOption() throws Exception {
        String script = said("completion", "fish");

        options().forEach(option -> assertTrue(script.contains(" -l " + option.substring(2) + " "), option));
        line().getSubcommands().keySet().forEach(name -> assertTrue(script.contains(" -a " + name + " -d "), name));
        if (installed("fish")) {
            assertAccepted("fish", "--no-execute", script);
        }
    }

    @Test
    void manReadsAPageOfEveryCommandWithoutWarning() throws Exception {
        assumeTrue(installed("groff"), "groff is not installed");
        List<CommandLine> all = new ArrayList<>(line().getSubcommands().values());
        all.add(line());
        for (CommandLine command : all) {
            String page = new ManPage(command.getCommandSpec(), "1.2.3").roff();
            Path file = Files.writeString(folder.resolve("page"), page);
            Path told = folder.resolve("told");
            Process groff = new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", file.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(told.toFile())
                    .start();
            assertEquals(0, groff.waitFor());
            assertEquals("", Files.readString(told), command.getCommandName());
        }
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

    private static boolean installed(String program) {
        return java.util.Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private void assertAccepted(String shell, String option, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script"), script);
        assertEquals(
                0,
                new ProcessBuilder(shell, option, file.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
    }
}
