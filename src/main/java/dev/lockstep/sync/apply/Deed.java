package dev.lockstep.sync.apply;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.LedgerChange;

/**
 * What is done about one row, in parts that come one after the other, each by whatever thread: it is written down, the vendor is asked, and what came
 * of it is written down. What a part writes is undone if it throws, and then it may be run again.
 */
interface Deed extends AutoCloseable {
    /** Writes down, before the vendor is asked, what it will be asked for. */
    void intend(LedgerChange change) throws VaultException;

    /** Takes back what {@link #intend} wrote: the vendor was not asked. */
    void withdraw(LedgerChange change) throws VaultException;

    /** Asks the vendor; tells what came of it, if that can be kept. */
    RowResult ask();

    /** Writes down what came of it. */
    void keep(LedgerChange change) throws VaultException;

    /** What is told if that cannot be kept. */
    RowResult unkept(Failure why);

    /** Overwrites values. */
    @Override
    void close();
}
