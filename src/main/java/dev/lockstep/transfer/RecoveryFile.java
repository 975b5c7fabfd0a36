package dev.lockstep.transfer;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The recovery code as a text file for its owner: UTF-8, lines end with a line feed, the code on a line of its own.
 *
 * @param head the lines before the code
 * @param tail the lines after it
 */
public record RecoveryFile(String head, SecretValue code, String tail) {

    /** Writes a file that did not exist, readable by its owner only where the file system knows owners. */
    public void save(Path target) throws VaultException {
        try {
            write(target);
        } catch (FileAlreadyExistsException e) {
            throw new VaultException(new Failure.FileExists(), e);
        } catch (AccessDeniedException e) {
            throw new VaultException(new Failure.NoPermission(), e);
        } catch (NoSuchFileException e) {
            throw new VaultException(new Failure.FileMissing(), e);
        } catch (IOException e) {
            throw new VaultException(new Failure.InputOutput(), e);
        }
    }

    private void write(Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(
                target, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(target))) {
            fill(channel, target);
        }
    }

    private void fill(FileChannel channel, Path target) throws IOException {
        ByteBuffer text = text();
        try {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        } finally {
            wipe(text);
        }
    }

    /** Outside the heap, since the channel would copy it there anyway and keep the copy. */
    private ByteBuffer text() {
        byte[] before = (head + "\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\n\n" + tail + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer text = ByteBuffer.allocateDirect(before.length + code.size() + after.length);
        text.put(before);
        code.use(text::put);
        return text.put(after).flip();
    }

    private static void wipe(ByteBuffer text) {
        text.clear();
        while (text.hasRemaining()) {
            text.put((byte) 0);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path target) {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
