package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A vault's place in the file system: what stands there and beside it, looked at before SQLite may interpret or touch anything. */
final class VaultFile {
    /** What SQLite appends to a file's name for its journal, its log and the log's index. */
    static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SQLITE_HEADER = 100;
    private static final int VERSIONS_AT = 18;
    private static final int FORMAT_AT = 60;

    /** SQLite's number for files with a write-ahead log, in its fields for who may write and who may read. */
    private static final byte WITH_LOG = 2;

    private static final int APPLICATION_ID_AT = 68;

    private final Path path;
    private final @Nullable Object identity;

    private VaultFile(Path path, @Nullable Object identity) {
        this.path = path;
        this.identity = identity;
    }

    /** The file of that name, links followed. */
    static VaultFile at(Path named) throws VaultException {
        try {
            if (Files.exists(named) && !Files.isRegularFile(named)) {
                throw new VaultException(new Failure.NotAVault());
            }
            checkHeader(named);
            Path path = named.toRealPath();
            for (String companion : COMPANIONS) {
                checkCompanion(beside(path, companion));
            }
            return new VaultFile(path, identity(path));
        } catch (IOException e) {
            throw StoreFailures.of(e, named);
        }
    }

    static Path beside(Path file, String companion) {
        return file.resolveSibling(file.getFileName() + companion);
    }

    private static @Nullable Object identity(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** A link planted where SQLite writes would let it write elsewhere, and a pipe would keep it waiting for ever. */
    private static void checkCompanion(Path companion) throws VaultException {
        if (Files.exists(companion, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(companion, LinkOption.NOFOLLOW_LINKS)) {
            throw new VaultException(new Failure.NoPermission());
        }
    }

    private static void checkHeader(Path file) throws IOException, VaultException {
        ByteBuffer header = ByteBuffer.allocate(SQLITE_HEADER);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {}
        }
        if (header.hasRemaining() || !isVault(header.array())) {
            throw new VaultException(new Failure.NotAVault());
        }
        if (header.get(VERSIONS_AT) > WITH_LOG || header.get(VERSIONS_AT + 1) > WITH_LOG) {
            throw new VaultException(new Failure.FileDamaged());
        }
        if (header.getInt(FORMAT_AT) > Migrations.NEWEST) {
            throw new VaultException(new Failure.NewerFormat(header.getInt(FORMAT_AT), Migrations.NEWEST));
        }
    }

    /** Whether a file with this beginning is a vault, as far as that can be seen. */
    static boolean isVault(byte[] beginning) {
        return beginning.length >= SQLITE_HEADER
                && Arrays.equals(beginning, 0, SQLITE_MAGIC.length, SQLITE_MAGIC, 0, SQLITE_MAGIC.length)
                && ByteBuffer.wrap(beginning).getInt(APPLICATION_ID_AT) == Connections.APPLICATION_ID;
    }

    Path path() {
        return path;
    }

    /** Whether the file and its folder can be written, so that a log can stand beside it. */
    boolean writable() {
        Path folder = path.getParent();
        return Files.isWritable(path) && folder != null && Files.isWritable(folder);
    }

    /** Whether saved changes still stand in a log beside the file. */
    boolean hasLog() throws VaultException {
        return logSize() > 0;
    }

    /** How long the log beside the file is, in bytes. */
    long logSize() throws VaultException {
        Path log = beside(path, "-wal");
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        }
    }

    /**
     * Refuses to go on once the file was deleted or another was put in its place, as some programs that copy folders do: what is written to
     * the old one would be lost.
     *
     * @throws VaultException {@code FileMissing}
     */
    void requireSame() throws VaultException {
        try {
            if (!Objects.equals(identity, identity(path))) {
                throw new VaultException(new Failure.FileMissing());
            }
        } catch (IOException e) {
            throw StoreFailures.of(e, path);
        }
    }
}
