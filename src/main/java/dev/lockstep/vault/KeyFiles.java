package dev.lockstep.vault;

import dev.lockstep.crypto.KeyFile;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.UsableSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;

/** Key files on the drives of this computer. Their bytes pass through memory outside the heap, since a channel would leave copies there. */
final class KeyFiles {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private KeyFiles() {}

    /**
     * Reads a key file, to be closed by the caller.
     *
     * @throws VaultException {@code KeyFileMissing}, {@code KeyFileDamaged} for anything that is no key file, {@code NoPermission}, {@code
     *     InputOutput}
     */
    static KeyFile read(Path file) throws VaultException {
        if (!Files.exists(file)) {
            throw new VaultException(new Failure.KeyFileMissing());
        }
        if (!Files.isRegularFile(file)) {
            throw new VaultException(new Failure.KeyFileDamaged());
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(KeyFile.MAX_SIZE + 1);
        byte[] content = {};
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            content = new byte[buffer.flip().remaining()];
            buffer.get(content);
            return KeyFile.parse(content);
        } catch (IOException e) {
            throw named(e, file);
        } finally {
            wipe(buffer);
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Makes a key file that did not exist, readable by its owner only. If it fails, none is left behind. */
    static void create(Path file, SecureRandom random) throws VaultException {
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner(file))) {
            fill(channel, file, random);
        } catch (IOException e) {
            throw named(e, file);
        }
    }

    private static void fill(FileChannel channel, Path file, SecureRandom random) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(KeyFile.MAX_SIZE);
        try (KeyFile made = KeyFile.generate(random)) {
            byte[] text = made.text();
            buffer.put(text).flip();
            Arrays.fill(text, (byte) 0);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        } finally {
            wipe(buffer);
        }
    }

    /** Whether others than its owner may read a file, as far as the file system tells. */
    static boolean exposed(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return OTHERS.stream().anyMatch(permissions::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static void wipe(ByteBuffer buffer) {
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
    }

    private static FileAttribute<?>[] owner(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[0];
    }

    private static VaultException named(IOException cause, Path file) {
        Failure failure = switch (cause) {
            case FileAlreadyExistsException e -> new Failure.FileExists();
            case AccessDeniedException e -> new Failure.NoPermission();
            case NoSuchFileException e -> new Failure.FileMissing();
            default -> full(file) ? new Failure.DiskFull() : new Failure.InputOutput();
        };
        return new VaultException(failure, cause);
    }

    private static boolean full(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && UsableSpace.at(folder) < KeyFile.MAX_SIZE;
        } catch (IOException e) {
            return false;
        }
    }
}
