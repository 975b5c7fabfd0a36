package dev.lockstep.vault;

import dev.lockstep.model.VaultException;
import dev.lockstep.store.Cursor;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks along the rows of a table beside those of another, both in order of their ids. */
final class RowWalk implements AutoCloseable {
    private final Cursor cursor;
    private Cursor.@Nullable Row next;

    RowWalk(Cursor cursor) throws VaultException {
        this.cursor = cursor;
        advance();
    }

    private void advance() throws VaultException {
        next = cursor.next() ? cursor.row() : null;
    }

    /** The next row that stands before all rows of an id; null if none does. */
    Cursor.@Nullable Row before(byte[] id) throws VaultException {
        return take(row -> Arrays.compareUnsigned(row.id(), id) < 0);
    }

    /** The next row of an id; null if there is none left. */
    Cursor.@Nullable Row of(byte[] id) throws VaultException {
        return take(row -> Arrays.equals(row.id(), id));
    }

    /** The next row, whatever it is. */
    Cursor.@Nullable Row any() throws VaultException {
        return take(row -> true);
    }

    private Cursor.@Nullable Row take(Predicate<Cursor.Row> wanted) throws VaultException {
        Cursor.Row row = next;
        if (row == null || !wanted.test(row)) {
            return null;
        }
        advance();
        return row;
    }

    @Override
    public void close() throws VaultException {
        cursor.close();
    }
}
