package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.model.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room for a backup, a restore or a repair: said by that name, nothing half done is left, and the vault goes on. */
class BackupDiskFullTest {
    @TempDir
    private Path folder;

    private static void mount(Path at, String size) throws Exception {
        assumeTrue(
                UnreadableFileTest.made("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", at.toString()),
                "this user may not mount a small disk");
    }

    @Test
    void whereBackupsGo() throws Exception {
        Computer computer = new Computer(folder);
        Path stick = Files.createDirectory(folder.resolve("stick"));
        computer.choose(stick);
        mount(stick, "64k");
        try (OpenVault vault = computer.create()) {
            assertEquals(new Failure.DiskFull(), failureOf(() -> vault.backups().make(Progress.UNTOLD)));
            assertEquals(List.of(), Computer.names(stick));
            assertTrue(UnreadableFileTest.made("mount", "-o", "remount,size=2m", stick.toString()));
            vault.backups().make(Progress.UNTOLD);
            assertEquals(1, Computer.names(stick).size());
            TestVaults.add(vault, "DELTA", "delta value");
        } finally {
            assertTrue(UnreadableFileTest.made("umount", "-l", stick.toString()));
        }
    }

    @Test
    void whereTheVaultIs() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path stick = Files.createDirectory(folder.resolve("stick"));
        mount(disk, "900k");
        try {
            Computer computer = new Computer(disk);
            computer.choose(stick);
            try (OpenVault vault = computer.create()) {
                vault.backups().make(Progress.UNTOLD);
                TestVaults.add(vault, "DELTA", "delta value");
                Backup backup = vault.backups().list().getFirst();
                int rest = (int) (Files.getFileStore(disk).getUsableSpace() / 4096) - 12;
                Files.write(disk.resolve("ballast"), new byte[rest * 4096]);
                assertEquals(
                        new Failure.DiskFull(), failureOf(() -> vault.backups().restore(backup, Progress.UNTOLD)));
                Files.write(disk.resolve("more"), new byte[8 * 4096]);
                assertEquals(new Failure.DiskFull(), failureOf(() -> vault.repair("Recovered", Progress.UNTOLD)));
                Files.delete(disk.resolve("more"));
                assertEquals("delta value", Sample.value(vault, "DELTA"));
                Files.delete(disk.resolve("ballast"));
                assertEquals(
                        List.of("state", "work.lockstep", "work.lockstep-shm", "work.lockstep-wal"),
                        Computer.names(disk));
                vault.backups().restore(backup, Progress.UNTOLD);
                assertEquals(3, vault.catalog().counts().all());
            }
        } finally {
            assertTrue(UnreadableFileTest.made("umount", "-l", disk.toString()));
        }
    }
}
