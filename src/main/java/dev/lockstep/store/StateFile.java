package dev.lockstep.store;

import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * A small file of this computer beside no vault, readable by its owner only: what this computer remembers of a vault. A write is not waited
 * for and may be lost with the power.
 */
public final class StateFile {
    private final Path path;

    /** @param path in a folder that is made when it is first needed */
    public StateFile(Path path) {
        this.path = path;
    }

    /**
     * The content; empty if there is no such file, or it is longer than the limit.
     *
     * @throws VaultException if it cannot be read
     */
    public Optional<byte[]> read(int limit) throws VaultException {
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) > limit) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        }
    }

    /** Writes bytes at a place and leaves the others as they are. */
    public void write(long position, byte[] bytes) throws VaultException {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                create();
            }
            try (FileChannel channel =
                    FileChannel.open(path, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
                channel.write(ByteBuffer.wrap(bytes), position);
            }
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        }
    }

    /**
     * Locks it, without waiting.
     *
     * @return empty if somebody else has it locked, in this process or another
     * @throws VaultException if it cannot be made or locked
     */
    public Optional<StateLock> lock() throws VaultException {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                create();
            }
        } catch (FileAlreadyExistsException e) {
            // Another one was as quick.
            return StateLock.on(path);
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        }
        return StateLock.on(path);
    }

    private void create() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, NewFile.ownerOnly(folder, "rwx------"));
        }
        Files.createFile(path, NewFile.ownerOnly(path, "rw-------"));
    }

    public void delete() throws VaultException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        }
    }
}
