package dev.lockstep.model;

/** The kinds of sealed rows; the code is part of what authenticates a row, so that none can stand in another table. */
public enum Table {
    ITEM(1),
    VALUE(2),
    HISTORY(3),
    KEY_VALUE(4),
    AUDIT(5),
    MANIFEST(6),
    SYNC(7);

    private final int code;

    Table(int code) {
        this.code = code;
    }

    /** The byte that stands for the table in the additional authenticated data. */
    public byte code() {
        return (byte) code;
    }
}
