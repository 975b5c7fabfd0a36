package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.VaultException;
import java.util.List;
import java.util.function.IntConsumer;

/** Brings many named values into one collection: first compared, then written in one transaction. */
public final class Importing {
    Importing() {}

    /** How a named value compares with the collection. */
    public enum Comparison {
        NEW,
        SAME,
        DIFFERS
    }

    /** What to do with one row. */
    public enum Choice {
        ADD,
        REPLACE,
        SKIP
    }

    /** A name and its value; the value stays the caller's to close. */
    public record Item(String name, SecretValue value, String description) {}

    /** Compares each item with the secret of that name, in order; reads only. */
    public List<Comparison> compare(CollectionId collection, List<Item> items) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the chosen items in one transaction. Interrupting the thread cancels it, and then nothing was written.
     *
     * @param choices one for each item; ADD where the name is taken fails with {@code Failure.NameTaken}
     * @param done told how many items are sealed so far
     */
    public void write(CollectionId collection, List<Item> items, List<Choice> choices, IntConsumer done)
            throws VaultException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
