package dev.lockstep.sync.ledger;

/** What became of the last attempt at a secret at a remote. */
public enum Result implements Coded {
    /** The vendor said that it did it, or it was found done. */
    DONE(1),
    /** The vendor said that it did not do it. */
    REFUSED(2),
    /** Nobody was reached, or the vendor could not do it then; nothing was written. */
    NOT_SENT(3),
    /** Sent without an answer. */
    UNKNOWN(4);

    private final int code;

    Result(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
