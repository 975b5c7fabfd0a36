package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Makes a file appear whole or not at all, under a name that was free, readable by its owner only. */
final class NewFile {
    private NewFile() {}

    static <E extends Exception> void create(Path file, Writer<E> writer) throws VaultException, E {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new VaultException(new Failure.FileMissing());
        }
        if (!Files.isWritable(folder)) {
            throw new VaultException(new Failure.NoPermission());
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new VaultException(new Failure.FileExists());
        }
        Path draft = draft(folder, file);
        try {
            Files.createFile(draft, ownerOnly(folder, "rw-------"));
            writer.write(draft);
            force(draft);
            claim(draft, file);
            force(folder);
        } catch (IOException e) {
            throw StoreFailures.of(e, file);
        } finally {
            discard(draft);
        }
    }

    /** A hidden name, free so far, for what is to become a file in a folder. */
    static Path draft(Path folder, Path file) {
        return folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".new");
    }

    /** The permissions for a new file or folder, where the system knows such. */
    static FileAttribute<?>[] ownerOnly(Path place, String permissions) {
        boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Gives the draft its name. A link never replaces what another program put there meanwhile; a move is for file systems without. */
    private static void claim(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException withoutLinks) {
            Files.move(draft, file);
        }
    }

    /** Waits until a file, or the names in a folder, are on the medium; not every system can open a folder for that. */
    static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            if (!folder) {
                throw e;
            }
        }
    }

    /** Deletes a file and what SQLite may have put beside it, but nothing that others planted there. */
    static void discard(Path file) throws VaultException {
        try {
            Files.deleteIfExists(file);
            for (String companion : VaultFile.COMPANIONS) {
                Path beside = VaultFile.beside(file, companion);
                if (Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(beside);
                }
            }
        } catch (IOException e) {
            throw StoreFailures.of(e, file);
        }
    }

    @FunctionalInterface
    interface Writer<E extends Exception> {
        void write(Path draft) throws VaultException, E;
    }
}
