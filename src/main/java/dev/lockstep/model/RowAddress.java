package dev.lockstep.model;

/**
 * Where a sealed row belongs; sealed into it as additional authenticated data.
 *
 * @param field number of the value field, or the kind of a key-value row; 0 to 65535
 */
public record RowAddress(Table table, int field, RowId row) {
    /** The place of the one manifest. */
    public static final RowAddress MANIFEST = new RowAddress(Table.MANIFEST, 0, new RowId(0, 0));

    public static RowAddress item(RowId row) {
        return new RowAddress(Table.ITEM, 0, row);
    }

    public static RowAddress value(RowId row, int field) {
        return new RowAddress(Table.VALUE, field, row);
    }

    public static RowAddress history(RowId row, int field) {
        return new RowAddress(Table.HISTORY, field, row);
    }

    /**
     * The place of an audit entry.
     *
     * @param number of the entry, from 1
     */
    public static RowAddress audit(long number) {
        return new RowAddress(Table.AUDIT, 0, new RowId(0, number));
    }

    /**
     * The place of a row about a remote.
     *
     * @param index what the row stands under
     */
    public static RowAddress sync(RowId index) {
        return new RowAddress(Table.SYNC, 0, index);
    }

    public static RowAddress keyValue(RowId row, int kind) {
        return new RowAddress(Table.KEY_VALUE, kind, row);
    }
}
