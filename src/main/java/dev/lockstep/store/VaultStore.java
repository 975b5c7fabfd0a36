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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One open vault file. Every change is one transaction that is on the medium when {@link #write} returns; when it throws, the file is as it
 * was. Safe for use by several threads, which take turns; other processes may have the same file open.
 */
public final class VaultStore implements AutoCloseable {
    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SQLITE_HEADER = 100;
    private static final int FORMAT_AT = 60;
    private static final int APPLICATION_ID_AT = 68;

    private final Path file;
    private final boolean readOnly;
    private final ReentrantLock turn = new ReentrantLock();
    private Rows rows;

    private VaultStore(Path file, boolean readOnly, Rows rows) {
        this.file = file;
        this.readOnly = readOnly;
        this.rows = rows;
    }

    /**
     * Opens a file and checks what can be checked without keys: that it is a vault of a known format, whole, and of exactly the right
     * schema. Where the file or its folder cannot be written it is opened for reading only.
     */
    public static VaultStore open(Path file) throws VaultException {
        checkHeader(file);
        boolean readOnly = !Connections.canWrite(file);
        return new VaultStore(file, readOnly, connect(file, readOnly));
    }

    /**
     * Creates a file that did not exist, readable by its owner only, filled in one transaction. Until it is complete it has another name;
     * if anything fails, nothing is left behind.
     */
    public static void create(Path file, Filling filling) throws VaultException {
        NewFile.create(file, draft -> {
            try (Connection connection = Connections.creating(draft);
                    Rows rows = new Rows(draft, connection)) {
                rows.execute("PRAGMA application_id=" + Connections.APPLICATION_ID);
                rows.execute("BEGIN IMMEDIATE");
                Migrations.run(connection, 0);
                filling.fill(new Transaction(rows));
                rows.execute("COMMIT");
            } catch (SQLException e) {
                throw StoreFailures.of(e, file);
            }
        });
    }

    public boolean readOnly() {
        return readOnly;
    }

    /** Reads a consistent state. */
    public <T, E extends Exception> T read(Work<T, E> work) throws VaultException, E {
        return inTransaction("BEGIN", work);
    }

    /**
     * Makes one durable change.
     *
     * @throws VaultException {@code ReadOnly}, {@code Busy} if another process keeps writing, {@code DiskFull}, {@code InputOutput}
     */
    public <T, E extends Exception> T write(Work<T, E> work) throws VaultException, E {
        if (readOnly) {
            throw new VaultException(new Failure.ReadOnly());
        }
        return inTransaction("BEGIN IMMEDIATE", work);
    }

    private <T, E extends Exception> T inTransaction(String begin, Work<T, E> work) throws VaultException, E {
        turn.lock();
        boolean committed = false;
        boolean begun = false;
        try {
            rows.execute(begin);
            begun = true;
            T result = work.run(new Transaction(rows));
            rows.execute("COMMIT");
            committed = true;
            return result;
        } finally {
            if (begun && !committed) {
                rollBack();
            }
            turn.unlock();
        }
    }

    /** Ends a failed transaction; where even that fails, the connection is thrown away and a new one made. */
    private void rollBack() throws VaultException {
        try {
            rows.execute("ROLLBACK");
        } catch (VaultException alreadyEnded) {
            Rows old = rows;
            rows = connect(file, readOnly);
            old.close();
        }
    }

    private static Rows connect(Path file, boolean readOnly) throws VaultException {
        try {
            Connection connection = readOnly ? Connections.immutable(file) : Connections.writable(file);
            try {
                Connections.inspect(connection);
                return new Rows(file, connection);
            } catch (SQLException | VaultException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailures.of(e, file);
        }
    }

    /** Looks at the first 100 bytes before SQLite may interpret anything. */
    private static void checkHeader(Path file) throws VaultException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            throw new VaultException(new Failure.NotAVault());
        }
        ByteBuffer header = ByteBuffer.allocate(SQLITE_HEADER);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {}
        } catch (IOException e) {
            throw StoreFailures.of(e, file);
        }
        boolean vault = !header.hasRemaining()
                && Arrays.equals(header.array(), 0, SQLITE_MAGIC.length, SQLITE_MAGIC, 0, SQLITE_MAGIC.length)
                && header.getInt(APPLICATION_ID_AT) == Connections.APPLICATION_ID;
        if (!vault) {
            throw new VaultException(new Failure.NotAVault());
        }
        if (header.getInt(FORMAT_AT) > Migrations.NEWEST) {
            throw new VaultException(new Failure.NewerFormat(header.getInt(FORMAT_AT), Migrations.NEWEST));
        }
    }

    /** Folds the log into the file, as far as no other process needs it, and closes. */
    @Override
    public void close() throws VaultException {
        turn.lock();
        try (Rows closing = rows) {
            if (!readOnly) {
                closing.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } finally {
            turn.unlock();
        }
    }

    /** Work inside one transaction; what it throws undoes the transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, E extends Exception> {
        T run(Transaction transaction) throws VaultException, E;
    }

    /** Writes the rows of a new file. */
    @FunctionalInterface
    public interface Filling {
        void fill(Transaction transaction) throws VaultException;
    }
}
