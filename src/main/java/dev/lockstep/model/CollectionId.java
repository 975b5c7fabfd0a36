package dev.lockstep.model;

/** The identity of one collection of secrets. */
public record CollectionId(RowId row) {
    @Override
    public String toString() {
        return row.toString();
    }
}
