package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that may not be written. Permission bits do not bind root, so there a real mount or attribute is used. */
class MediumTest {
    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.in(folder);
    }

    /** Takes the right to write away; closing gives it back. */
    interface Protection extends AutoCloseable {
        @Override
        void close();
    }

    private static boolean run(String... command) {
        try {
            return UnreadableFileTest.made(command);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Protection withoutWriting(Path path) throws Exception {
        if (path.toFile().setWritable(false) && !Files.isWritable(path)) {
            return () -> assertTrue(path.toFile().setWritable(true));
        }
        assertTrue(path.toFile().setWritable(true));
        boolean immutable = run("chattr", "+i", path.toString()) && !Files.isWritable(path);
        assumeTrue(immutable, "this user may write everything, and the file system has no immutable attribute");
        return () -> assertTrue(run("chattr", "-i", path.toString()));
    }

    private static Protection mountedReadOnly(Path path) throws Exception {
        assumeTrue(run("mount", "--bind", path.toString(), path.toString()), "this user may not mount");
        Protection mounted = () -> assertTrue(run("umount", "-l", path.toString()));
        if (!run("mount", "-o", "remount,ro,bind", path.toString())) {
            mounted.close();
            assumeTrue(false, "this system has no read-only bind mounts");
        }
        return mounted;
    }

    private void opensForReadingOnly() throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (OpenVault vault = sample.open(file)) {
            assertTrue(vault.readOnly());
            SecretId alpha = Sample.entry(vault, "ALPHA").id();
            assertEquals("alpha value", TestVaults.text(vault.secrets().reveal(alpha)));
            assertTrue(Sample.entry(vault, "ALPHA").lastRevealed().isEmpty());
            assertEquals(new Failure.ReadOnly(), failureOf(() -> TestVaults.add(vault, "NEW", "x")));
            assertEquals(new Failure.ReadOnly(), failureOf(() -> vault.secrets().trash(List.of(alpha))));
            vault.layout(new Layout(List.of(), List.of(), Query.Order.ID, true));
            assertEquals(3, vault.catalog().counts().all());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "something was left beside the file");
        }
    }

    @Test
    void aFileThatMayNotBeWritten() throws Exception {
        try (Protection protection = withoutWriting(file)) {
            opensForReadingOnly();
        }
    }

    @Test
    void aFolderThatMayNotBeWritten() throws Exception {
        try (Protection protection = withoutWriting(folder)) {
            opensForReadingOnly();
            assertEquals(
                    new Failure.NoPermission(), failureOf(() -> TestVaults.create(folder.resolve("new.lockstep"))));
        }
    }

    @Test
    void aMediumThatMayNotBeWritten() throws Exception {
        try (Protection protection = mountedReadOnly(folder)) {
            opensForReadingOnly();
            assertEquals(
                    new Failure.NoPermission(), failureOf(() -> TestVaults.create(folder.resolve("new.lockstep"))));
        }
    }

    /** A crash left confirmed changes in the log; then the file became read-only: they are shown, never an older state. */
    @Test
    void aLogLeftByACrashIsReadWhereTheFileMayNotBeWritten() throws Exception {
        Path copy = crashed();
        try (Protection protection = withoutWriting(copy);
                OpenVault vault = sample.open(copy)) {
            assertTrue(vault.readOnly());
            assertEquals("in the log only", Sample.value(vault, "CONFIRMED"));
        }
    }

    @Test
    void aLogThatCannotBeReadForWantOfItsIndexIsNotIgnored() throws Exception {
        Path copy = crashed();
        Files.delete(copy.resolveSibling("sample.lockstep-shm"));
        try (Protection protection = mountedReadOnly(copy.getParent())) {
            assertEquals(new Failure.NoPermission(), failureOf(() -> sample.open(copy)));
        }
        try (OpenVault vault = sample.open(copy)) {
            assertEquals("in the log only", Sample.value(vault, "CONFIRMED"));
        }
    }

    private Path crashed() throws Exception {
        Path crashed = Files.createDirectory(folder.resolve("crashed"));
        try (OpenVault vault = sample.open(file)) {
            TestVaults.add(vault, "CONFIRMED", "in the log only");
            copyAll(crashed);
        }
        return crashed.resolve(file.getFileName());
    }

    private void copyAll(Path target) throws IOException {
        for (String ending : List.of("", "-wal", "-shm")) {
            Path source = folder.resolve("sample.lockstep" + ending);
            Files.copy(source, target.resolve(source.getFileName()));
        }
    }

    @Test
    void aFileBehindALinkIsWrittenWhereItIs() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.lockstep"), file);
        try (OpenVault vault = sample.open(link)) {
            assertFalse(vault.readOnly());
            TestVaults.add(vault, "NEW", "by the link");
            assertTrue(Files.exists(folder.resolve("sample.lockstep-wal")));
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals("by the link", Sample.value(vault, "NEW"));
        }
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void aFileDeletedOrReplacedWhileOpenTakesNoMoreChanges() throws Exception {
        for (boolean replaced : new boolean[] {false, true}) {
            Files.write(file, sample.present());
            try (OpenVault vault = sample.open(file)) {
                TestVaults.add(vault, "SAVED", "before");
                Path aside = folder.resolve("aside.lockstep");
                Files.move(file, aside);
                if (replaced) {
                    Files.write(file, sample.present());
                }
                assertEquals(new Failure.FileMissing(), failureOf(() -> TestVaults.add(vault, "LOST", "after")));
                assertEquals("before", Sample.value(vault, "SAVED"));
                Files.move(aside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                TestVaults.add(vault, "AGAIN", "back in place");
            }
            try (OpenVault vault = sample.open(file)) {
                assertEquals("back in place", Sample.value(vault, "AGAIN"));
                assertEquals(5, vault.catalog().counts().all());
            }
        }
    }
}
