package dev.lockstep.transfer.csv;

import dev.lockstep.transfer.Gathering;

/** Makes entries of the rows of a table. */
sealed interface RowReader permits ItemRows, ValueRows {
    /** Takes the row at which a walk is. */
    void take(CsvRows row, Gathering gathering);

    /** Whether anything is taken from a column. */
    boolean takes(int column);

    /** How many columns there have to be. */
    int least();
}
