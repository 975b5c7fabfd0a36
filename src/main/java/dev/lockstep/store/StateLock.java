package dev.lockstep.store;

import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A lock on a small file of this computer. The system takes it from a process that ends, however it does. */
public final class StateLock implements AutoCloseable {
    /** What this process has locked: to a system a lock may be the whole process's, and gone as soon as any part of it closes the file. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private StateLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Locks a file that is there, without waiting.
     *
     * @return empty if somebody else has it locked, in this process or another
     */
    static Optional<StateLock> on(Path path) throws VaultException {
        Path held = path.toAbsolutePath();
        if (!HELD.add(held)) {
            return Optional.empty();
        }
        Optional<StateLock> lock = Optional.empty();
        try {
            lock = locked(held);
            return lock;
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(held);
            }
        }
    }

    private static Optional<StateLock> locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(new StateLock(path, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws VaultException {
        try {
            channel.close();
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        } finally {
            HELD.remove(path);
        }
    }
}
