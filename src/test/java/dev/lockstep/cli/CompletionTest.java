package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cli.ProgramProcess.Ended;
import dev.lockstep.remote.Vendor;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.formats.Formats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What shells offer when the tabulator key is pressed: the real ones, with the scripts that are written for them. */
class CompletionTest {
    private static final Set<String> WITH_G = Set.of("get", "generate");
    private static final Set<String> REMOTE = Set.of("list", "test", "add");
    private static final Set<String> VENDORS =
            Arrays.stream(Vendor.values()).map(Vendor::id).collect(Collectors.toSet());
    private static final Set<String> FORMATS =
            Formats.all().stream().map(ImportFormat::id).collect(Collectors.toSet());

    /** Types a line and the tabulator key into a zsh of its own, and fails where the pattern is not shown then. */
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "PS1=; autoload -U compinit; compinit -u -D; source '$1'; echo rea''dy"
            zpty -r shell shown '*ready*'
            zpty -w -n shell "$2"$'\\t'
            zpty -r shell shown "*$3*"
            """;

    @TempDir
    private Path folder;

    private String script(CompletionCommand.Shell shell) throws Exception {
        ScriptedTerminal terminal = new ScriptedTerminal();
        assertEquals(
                0,
                CommandGround.program(terminal, Map.of()).run(List.of("completion", Choices.word(shell))),
                terminal::complained);
        return Files.writeString(folder.resolve("script"), terminal.said()).toString();
    }

    /** Every command's own options, and those of the commands below it. */
    private static List<OptionSpec> options(CommandLine of) {
        List<OptionSpec> options = new ArrayList<>();
        for (CommandLine command : of.getSubcommands().values()) {
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.inherited())
                    .forEach(options::add);
            options.addAll(options(command));
        }
        return options;
    }

    @ParameterizedTest
    @EnumSource(CompletionCommand.Shell.class)
    void everyOptionIsInTheScriptWhichTheShellUnderstands(CompletionCommand.Shell shell) throws Exception {
        Path script = Path.of(script(shell));

        String text = Files.readString(script);
        for (OptionSpec option : options(Commands.line(new Globals()))) {
            String name = option.longestName();
            assertTrue(text.contains(name) || text.contains(" -l " + name.substring(2) + " "), name);
        }
        Installed.require(Choices.word(shell));
        assertEquals(new Ended(0, "", ""), Installed.run(Choices.word(shell), "-n", script.toString()));
    }

    /** What bash would offer for the last of some words. */
    private Set<String> bash(String... words) throws Exception {
        Installed.require("bash");
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "--norc",
                "-c",
                "compopt() { :; }; source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\";"
                        + " _complete_lockstep; printf '%s\\n' \"${COMPREPLY[@]}\"",
                "bash",
                script(CompletionCommand.Shell.BASH),
                "lockstep"));
        command.addAll(List.of(words));
        Ended ended = Installed.run(command.toArray(String[]::new));
        assertEquals("", ended.errors());
        return ended.out().lines().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bashOffersCommandsOptionsAndChoices() throws Exception {
        assertEquals(WITH_G, bash("g"));
        assertEquals(Set.of("--reveal"), bash("get", "--re"));
        assertEquals(Set.of("--reveal"), bash("--json", "get", "--re"));
        assertEquals(REMOTE, bash("remote", ""));
        assertEquals(VENDORS, bash("remote", "add", ""));
        assertEquals(FORMATS, bash("import", "--format", ""));
    }

    /** What fish would offer for the last word of a line. */
    private Set<String> fish(String line) throws Exception {
        Installed.require("fish");
        Ended ended = Installed.run(
                "fish",
                "--no-config",
                "-c",
                "source $argv[1]; complete -C $argv[2]",
                script(CompletionCommand.Shell.FISH),
                "lockstep " + line);
        assertEquals("", ended.errors());
        return ended.out().lines().map(offer -> offer.split("\t")[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void fishOffersCommandsOptionsAndChoices() throws Exception {
        assertEquals(WITH_G, fish("g"));
        assertEquals(Set.of("--reveal"), fish("get --re"));
        assertEquals(Set.of("--reveal"), fish("--json get --re"));
        assertEquals(REMOTE, fish("remote "));
        assertEquals(Set.of("--tag", "--trash"), fish("list --t"));
        assertEquals(Set.of(), fish("remote list --t"));
        assertEquals(Set.of("--mapping"), fish("remote add --map"));
        assertEquals(VENDORS, fish("remote add "));
        assertEquals(FORMATS, fish("import --format "));
    }

    private void assertZshShows(String pattern, String line) throws Exception {
        Installed.require("zsh");
        String[] command = {
            "zsh", "-f", "-c", ZSH, "zsh", script(CompletionCommand.Shell.ZSH), "lockstep " + line, pattern
        };
        Ended ended = Installed.run(command);
        assertEquals(0, ended.code(), ended.out() + ended.errors());
    }

    @Test
    void zshCompletesCommandsAndOptions() throws Exception {
        assertZshShows("generate", "gene");
        assertZshShows("--reveal", "get --re");
        assertZshShows("infisical", "import --format inf");
    }
}
