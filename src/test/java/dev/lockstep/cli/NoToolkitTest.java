package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cli.VaultCommands.Ended;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.vault.KilledProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That every command does its work without a class of the toolkit or of a screen. */
class NoToolkitTest {
    /** Every command as it succeeds, one after the other; run alone does not, since a test starts no program in its own place. */
    private static final String LINES = """
            init --recovery-to FOLDER/code
            unlock
            list
            get KEY --reveal
            set MORE
            tag MORE --add x
            mv MORE MOVED
            generate --save FRESH
            rm FRESH
            restore FRESH
            history KEY
            audit
            backup
            verify
            import FOLDER/in.env --yes
            export --format json --out-file FOLDER/out --yes
            run --only KEY true
            inject --in-file FOLDER/in.env --reveal
            remote list
            remote test
            apply --yes
            check
            plan
            remote add kv-v2 Other --set address=ADDRESS --set mount=other --credential-fd token=5
            completion fish
            help
            """;

    @TempDir
    private Path folder;

    /** Runs lines, each some minutes after the one before, and tells how it ended. Arguments: vault file, time of the first, lines. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        Instant now = Instant.parse(arguments[1]);
        for (String line : arguments[2].split("\n")) {
            now = now.plus(Duration.ofMinutes(10));
            Path vault = line.startsWith("init ") ? file.resolveSibling("new.lockstep") : file;
            try (VaultCommands commands = new VaultCommands(vault, Clock.fixed(now, ZoneOffset.UTC))) {
                ScriptedTerminal terminal =
                        new ScriptedTerminal().descriptor(0, "value").descriptor(5, KvSimulator.TOKEN);
                Ended ended = commands.run(terminal, line.split(" "));
                System.out.println(ended.code() + " " + line);
                System.err.print(ended.errors());
            }
        }
    }

    @Test
    void noClassOfTheToolkitIsLoaded() throws Exception {
        Path log = folder.resolve("classes");
        Files.writeString(folder.resolve("in.env"), "NEW={{ KEY }}\n");
        try (SyncGround ground = new SyncGround(folder)) {
            ground.remote(Vendor.KV_V2);
            ground.add("KEY", "value");
            String lines = LINES.replace("FOLDER", folder.toString())
                    .replace(
                            "ADDRESS", ground.practice(Vendor.KV_V2).simulator().address());
            List<String> command = KilledProcess.command(
                    NoToolkitTest.class,
                    ground.file().toString(),
                    ground.clock().instant().toString(),
                    lines);
            command.add(1, "-Xlog:class+load:file=" + log);

            ProgramProcess.Ended said = Installed.run(command.toArray(String[]::new));

            assertEquals(
                    lines.lines()
                            .map(line ->
                                    (line.startsWith("run ") ? ExitCode.NO_PROGRAM : ExitCode.OK).number() + " " + line)
                            .toList(),
                    said.out().lines().toList(),
                    said.errors());
        }
        assertEquals(
                Commands.line(new Globals()).getSubcommands().keySet(),
                LINES.lines().map(line -> line.split(" ")[0]).collect(Collectors.toSet()));
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains(ApplyCommand.class.getName())));
        assertEquals(
                List.of(),
                loaded.stream()
                        .filter(line -> Arrays.stream(
                                        new String[] {" javafx.", " com.sun.javafx.", " dev.lockstep.ui."})
                                .anyMatch(line::contains))
                        .toList());
    }
}
