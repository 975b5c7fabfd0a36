package dev.lockstep.model;

/** The identity of one remote of a vault. */
public record RemoteId(RowId row) {
    @Override
    public String toString() {
        return row.toString();
    }
}
