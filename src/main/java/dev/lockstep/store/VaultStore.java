package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One open vault file. Every change is one transaction that is on the medium when {@link #write} returns; when it throws, the file is as it
 * was. Safe for use by several threads, which take turns; other processes may have the same file open.
 */
public final class VaultStore implements AutoCloseable {
    /** Ending of a vault file's name. */
    public static final String SUFFIX = ".lockstep";

    private volatile VaultFile file;
    private final boolean readOnly;
    private final Access access;
    private final ReentrantLock turn = new ReentrantLock();
    private Rows rows;

    private VaultStore(VaultFile file, Access access, Rows rows) {
        this.file = file;
        this.readOnly = access != Access.WRITING;
        this.access = access;
        this.rows = rows;
    }

    /**
     * Opens a file and checks what can be checked without keys: that it is a vault of a known format, whole, and of exactly the right
     * schema. Where the file or its folder cannot be written it is opened for reading only.
     */
    public static VaultStore open(Path named) throws VaultException {
        VaultFile file = VaultFile.at(named);
        Access access = file.writable() ? Access.WRITING : Access.READING;
        return new VaultStore(file, access, access.connect(file));
    }

    /** Opens a file as {@link #open(Path)} does, and reads from it while its structure is checked: damage there goes before all other. */
    public static <T> Opened<T> open(Path named, Work<T, VaultException> reading) throws VaultException {
        VaultFile file = VaultFile.at(named);
        Access access = file.writable() ? Access.WRITING : Access.READING;
        VaultStore store = new VaultStore(file, access, access.connectUnchecked(file));
        try {
            return new Opened<>(store, Attempt.beside(() -> access.check(file), () -> store.read(reading)));
        } catch (VaultException e) {
            store.close();
            throw e;
        }
    }

    /** An open file, and what was read from it. */
    public record Opened<T>(VaultStore store, T read) {}

    /**
     * Opens a file for reading only, without the check of its structure, which {@link #problems} makes when it is wanted. Nothing is made beside
     * the file, unless a log stands there.
     */
    public static VaultStore openToRead(Path named) throws VaultException {
        VaultFile file = VaultFile.at(named);
        return new VaultStore(file, Access.LOOKING, Access.LOOKING.connect(file));
    }

    /** The same file over a connection of its own, for reading: whoever uses this one does not wait for it. To be closed before this one. */
    public VaultStore reader() throws VaultException {
        file.requireSame();
        return new VaultStore(file, Access.LOOKING, Access.LOOKING.connect(file));
    }

    /**
     * Creates a file that did not exist, readable by its owner only, filled in one transaction. Until it is complete it has another name;
     * if anything fails, nothing is left behind.
     */
    public static <E extends Exception> void create(Path file, Filling<E> filling) throws VaultException, E {
        NewFile.<E>create(file, draft -> {
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

    /** Whether a file with this beginning, of 100 bytes or more, is a vault, as far as that can be seen. */
    public static boolean isVault(byte[] beginning) {
        return VaultFile.isVault(beginning);
    }

    /** The name of a vault's file without its ending. */
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** Removes a file that was just created and could not be opened, with what stands beside it. */
    public static void discard(Path file) throws VaultException {
        NewFile.discard(file);
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
     * @throws VaultException {@code ReadOnly}, {@code Busy} if another process keeps writing, {@code DiskFull}, {@code InputOutput}, {@code
     *     FileMissing} if the file was deleted or replaced meanwhile
     */
    public <T, E extends Exception> T write(Work<T, E> work) throws VaultException, E {
        if (readOnly) {
            throw new VaultException(new Failure.ReadOnly());
        }
        file.requireSame();
        T result = inTransaction("BEGIN IMMEDIATE", work);
        file.requireSame();
        return result;
    }

    /**
     * Makes sure that nobody else has the file open now.
     *
     * @throws VaultException {@code Busy} if another process has
     */
    public void requireAlone() throws VaultException {
        turn.lock();
        try {
            rows.close();
            try {
                FileHold.on(file.path()).close();
            } finally {
                rows = access.connect(file);
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Writes what was last committed into a new file: compact, without a log, readable by its owner only, over a connection of its own.
     *
     * @param target a free name
     * @param goOn asked now and then; with a no nothing is left behind
     * @param check looks at the copy before it gets its name; what it throws undoes the copy
     * @throws VaultException {@code FileExists}, {@code FileMissing} if there is no such folder, {@code DiskFull}, {@code FileDamaged}
     * @throws InterruptedException if it was told not to go on
     */
    public void copyTo(Path target, BooleanSupplier goOn, Check check) throws VaultException, InterruptedException {
        VaultFile source = file;
        source.requireSame();
        FileCopy copy = new FileCopy(source, readOnly && !source.hasLog(), goOn);
        NewFile.<InterruptedException>create(target, draft -> {
            copy.into(draft);
            check.check(draft);
        });
    }

    /**
     * What is wrong with the structure of the file.
     *
     * @param thorough compares every index too, which takes several times as long
     * @return one line for each problem, at most a hundred; none for a whole file
     */
    public List<String> problems(boolean thorough, BooleanSupplier goOn) throws VaultException, InterruptedException {
        turn.lock();
        try {
            return rows.problems(thorough ? "PRAGMA integrity_check(100)" : "PRAGMA quick_check(100)", goOn);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Puts a whole new file in the place of this one, by {@link FileSwap}, and goes on with it.
     *
     * @param kept name under which the present file stays; empty: it goes
     * @throws VaultException as {@link FileSwap#swap}; then the file is the one that it was
     */
    public void replace(Path draft, Optional<Path> kept, FileSwap.Check check) throws VaultException {
        if (readOnly) {
            throw new VaultException(new Failure.ReadOnly());
        }
        turn.lock();
        try {
            rows.close();
            try {
                FileSwap.swap(draft, file.path(), kept, check);
            } finally {
                file = VaultFile.at(file.path());
                rows = access.connect(file);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Reads a whole file that nobody else has, such as a draft; nothing is made beside it. */
    public static <T, E extends Exception> T readDraft(Path draft, Work<T, E> work) throws VaultException, E {
        try (Connection connection = Connections.immutable(draft);
                Rows rows = new Rows(draft, connection)) {
            Connections.inspect(connection);
            return work.run(new Transaction(rows));
        } catch (SQLException e) {
            throw StoreFailures.ofOpening(e, draft);
        }
    }

    /**
     * Folds the log into the file and empties it, so that nothing overwritten is left there.
     *
     * @return whether it is empty; another process that has the file open may keep it from that
     */
    public boolean checkpoint() throws VaultException {
        turn.lock();
        try {
            rows.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return !file.hasLog();
        } finally {
            turn.unlock();
        }
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
            rows = access.connect(file);
            old.close();
        }
    }

    /** Folds the log into the file, unless another process needs it now, and closes without waiting. */
    @Override
    public void close() throws VaultException {
        turn.lock();
        try (Rows closing = rows) {
            if (!readOnly) {
                closing.execute("PRAGMA busy_timeout=0");
                closing.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } finally {
            turn.unlock();
        }
    }

    /** Looks at a file that is written but has not its name yet. */
    @FunctionalInterface
    public interface Check {
        void check(Path draft) throws VaultException, InterruptedException;
    }

    /** Work inside one transaction; what it throws undoes the transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, E extends Exception> {
        T run(Transaction transaction) throws VaultException, E;
    }

    /** Writes the rows of a new file. */
    @FunctionalInterface
    public interface Filling<E extends Exception> {
        void fill(Transaction transaction) throws VaultException, E;
    }
}
