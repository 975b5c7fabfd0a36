package dev.lockstep.model;

/** The identity of one secret, for its whole life. */
public record SecretId(RowId row) {
    @Override
    public String toString() {
        return row.toString();
    }
}
