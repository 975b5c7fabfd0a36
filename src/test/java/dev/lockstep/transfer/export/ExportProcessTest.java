package dev.lockstep.transfer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.transfer.ExportException;
import dev.lockstep.transfer.dotenv.DotenvExport;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.KilledProcess;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an export when its process, its disk or its stream ends before it. */
class ExportProcessTest {
    @TempDir
    private Path folder;

    private Path vaultFile;
    private Path target;

    @BeforeEach
    void create() throws Exception {
        vaultFile = folder.resolve("v.lockstep");
        target = Files.createDirectory(folder.resolve("out")).resolve("secrets.env");
        try (OpenVault vault = TestVaults.create(vaultFile)) {
            for (int i = 0; i < 200; i++) {
                TestVaults.add(vault, "KEY_" + i, "value " + "x".repeat(2000));
            }
        }
    }

    /** Exports to a file, and stays half-way if it is told to. */
    public static void main(String[] arguments) throws Exception {
        boolean stay = arguments.length > 2;
        try (OpenVault vault = TestVaults.unlock(Path.of(arguments[0]))) {
            export(vault, Path.of(arguments[1]), (done, total) -> {
                if (stay && done >= total * 3 / 4) {
                    System.out.println("half-way");
                    stay();
                }
            });
        }
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void export(OpenVault vault, Path target, Progress progress) throws Exception {
        new Export(vault, new DotenvExport(), ExportOptions.NONE)
                .toFile(AwkwardSecrets.ids(vault), target, false, progress);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.toList();
        }
    }

    private Process halfWay() throws IOException {
        Process process = KilledProcess.start(
                ExportProcessTest.class, vaultFile.toString(), target.toString(), "and stay half-way");
        assertEquals("half-way", process.inputReader().readLine());
        assertTrue(Files.size(left().getFirst()) > 0, "something stands there half-way");
        return process;
    }

    @Test
    void nothingIsLeftOfAProcessThatIsToldToEnd() throws Exception {
        Process process = halfWay();
        process.destroy();
        process.waitFor();
        assertEquals(List.of(), left());
    }

    @Test
    void whatAKilledProcessLeavesIsPrivateAndTheNextExportRemovesIt() throws Exception {
        Process process = halfWay();
        KilledProcess.kill(process);
        process.waitFor();
        assertEquals(1, left().size());
        Path draft = left().getFirst();
        assertTrue(draft.getFileName().toString().startsWith(".lockstep-"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(draft)));
        Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minusSeconds(61)));
        try (OpenVault vault = TestVaults.unlock(vaultFile)) {
            export(vault, target, Progress.UNTOLD);
        }
        assertEquals(List.of(target), left());
    }

    @Test
    void whatAnotherProcessIsWritingStays() throws Exception {
        Process process = halfWay();
        Path draft = left().getFirst();
        Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minusSeconds(61)));
        try (OpenVault vault = TestVaults.unlock(vaultFile)) {
            export(vault, target.resolveSibling("other.env"), Progress.UNTOLD);
        }
        assertTrue(Files.exists(draft));
        process.destroy();
        process.waitFor();
    }

    @Test
    void othersCannotReadItWhateverTheMaskOfTheProcess() throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"));
        command.addAll(KilledProcess.command(ExportProcessTest.class, vaultFile.toString(), target.toString()));
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void aFullDiskIsNamedAndNothingIsLeft() throws Exception {
        Path disk = target.getParent();
        assumeTrue(made("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "no small disk here");
        try (OpenVault vault = TestVaults.unlock(vaultFile)) {
            ExportException full = assertThrows(ExportException.class, () -> export(vault, target, Progress.UNTOLD));
            assertEquals(ExportException.Reason.DISK_FULL, full.reason());
            assertEquals(List.of(), left());
            assertEquals(0, exports(vault));
        } finally {
            assertTrue(made("umount", "-l", disk.toString()));
        }
    }

    private static boolean made(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private static long exports(OpenVault vault) throws Exception {
        return vault.audit().page(1, 10_000).entries().stream()
                .filter(entry -> entry.event() == AuditEvent.EXPORTED)
                .count();
    }

    @Test
    void ofAStreamThatEndsTheLogTells() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no device that is always full");
        try (OpenVault vault = TestVaults.unlock(vaultFile);
                OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
            Export export = new Export(vault, new DotenvExport(), ExportOptions.NONE);
            assertThrows(
                    IOException.class, () -> export.toStream(AwkwardSecrets.ids(vault), full, "-", Progress.UNTOLD));
            assertEquals(1, exports(vault), "values may have gone out");
        }
    }
}
