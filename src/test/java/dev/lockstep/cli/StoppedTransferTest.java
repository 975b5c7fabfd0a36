package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cli.ProgramProcess.Ended;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal while many secrets move in or out: by real processes. */
@EnabledOnOs(OS.LINUX)
class StoppedTransferTest {
    private static final int SECRETS = 10_000;

    @TempDir
    private Path home;

    private Path file;
    private Path source;
    private ProgramProcess lockstep;

    @BeforeEach
    void aVaultAndManySecrets() throws Exception {
        file = home.resolve("a.lockstep");
        TestVaults.create(file).close();
        source = Files.writeString(
                home.resolve("many.env"),
                IntStream.range(0, SECRETS)
                        .mapToObj(i -> "KEY_" + i + "=value " + i + " " + "x".repeat(200))
                        .collect(Collectors.joining("\n", "", "\n")));
        lockstep = new ProgramProcess(home, file);
    }

    private static List<String> left(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** How many secrets there are, in a vault that is sound. */
    private int secrets() throws Exception {
        try (OpenVault vault = TestVaults.unlock(file)) {
            assertTrue(vault.check(Progress.UNTOLD).sound());
            return vault.catalog().counts().all();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void ofAnImportAllIsThereOrNothing(String signal, int code) throws Exception {
        Process process = lockstep.start("import", source.toString(), "--yes");
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.contains("become secrets")) {
            line = out.readLine();
        }
        assertNotNull(line, "the plan is told before anything is written");

        ProgramProcess.signal(process, signal);

        Ended ended = ProgramProcess.ended(process);
        assertEquals(code, ended.code(), ended.errors());
        int secrets = secrets();
        assertTrue(secrets == 0 || secrets == SECRETS, secrets + " of " + SECRETS);
        assertEquals(List.of(), left(lockstep.temporary()));
        assertEquals(
                List.of("a.lockstep"),
                left(home).stream().filter(name -> name.contains("lockstep")).toList());
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void ofAnExportTheWholeFileIsThereOrNothing(String signal, int code) throws Exception {
        assertEquals(0, lockstep.run("import", source.toString(), "--yes").code());
        Path target = Files.createDirectory(home.resolve("out")).resolve("secrets.env");
        try (WatchService watch = home.getFileSystem().newWatchService()) {
            WatchKey created = target.getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = lockstep.start("export", "--format", "dotenv", "--out-file", target.toString(), "--yes");
            assertEquals(created, watch.poll(1, TimeUnit.MINUTES), "nothing was begun");

            ProgramProcess.signal(process, signal);

            Ended ended = ProgramProcess.ended(process);
            assertEquals(code, ended.code(), ended.errors());
        }
        if (Files.exists(target)) {
            assertEquals(SECRETS, Files.readAllLines(target).size());
        }
        assertEquals(Files.exists(target) ? List.of("secrets.env") : List.of(), left(target.getParent()));
        assertEquals(List.of(), left(lockstep.temporary()));
    }
}
