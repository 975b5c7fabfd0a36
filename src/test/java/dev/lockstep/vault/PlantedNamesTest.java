package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links, folders and pipes that somebody put under the names that a vault uses, in a folder that others can write. */
class PlantedNamesTest {
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    @TempDir
    private Path folder;

    @Test
    void aLinkBesideAVaultIsNeverWrittenThrough() throws Exception {
        Sample sample = Sample.get();
        byte[] precious = "precious content of another program".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (String companion : COMPANIONS) {
            Path file = sample.in(folder);
            Path victim = Files.write(folder.resolve("victim"), precious);
            Path planted = Files.createSymbolicLink(folder.resolve("sample.lockstep" + companion), victim);
            sample.refuses(new Failure.NoPermission(), file);
            assertArrayEquals(precious, Files.readAllBytes(victim));
            assertTrue(Files.isSymbolicLink(planted));
            Files.delete(planted);
            sample.open(file).close();
        }
    }

    @Test
    void aFolderOrAPipeBesideAVaultIsRefusedAtOnce() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        for (String companion : COMPANIONS) {
            Path planted = folder.resolve("sample.lockstep" + companion);
            Files.createDirectory(planted);
            sample.refuses(new Failure.NoPermission(), file);
            Files.delete(planted);
            if (UnreadableFileTest.made("mkfifo", planted.toString())) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> sample.refuses(new Failure.NoPermission(), file));
                Files.delete(planted);
            }
        }
        sample.open(file).close();
    }

    @Test
    void creatingNeverFollowsALinkAndLeavesWhatWasPlanted() throws Exception {
        Path victim = folder.resolve("victim");
        Path file = folder.resolve("new.lockstep");
        Files.createSymbolicLink(file, victim);
        assertEquals(new Failure.FileExists(), failureOf(() -> TestVaults.create(file)));
        assertTrue(Files.notExists(victim) && Files.isSymbolicLink(file));
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(new Failure.FileExists(), failureOf(() -> TestVaults.create(file)));
        Files.delete(file);
        for (String companion : COMPANIONS) {
            Path planted = Files.createSymbolicLink(folder.resolve("new.lockstep" + companion), victim);
            assertEquals(new Failure.NoPermission(), failureOf(() -> TestVaults.create(file)));
            assertTrue(Files.notExists(victim));
            assertTrue(Files.notExists(file, LinkOption.NOFOLLOW_LINKS), "no file is left when creating fails");
            Files.delete(planted);
        }
        TestVaults.create(file).close();
    }
}
