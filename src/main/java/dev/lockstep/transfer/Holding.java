package dev.lockstep.transfer;

/**
 * How many things of one sort were in what is imported, and what becomes of them if all is taken. Everything that is there is counted once.
 *
 * @param count at least 1
 */
public record Holding(Thing thing, Fate fate, int count) {
    /** What a file may hold. */
    public enum Thing {
        /** A line, a row, a member: a name with its value. */
        VALUE,
        PASSWORD,
        /** A field that somebody added. */
        FIELD,
        USER_NAME,
        ADDRESS,
        NOTE,
        /** A key from which one-time codes are made. */
        ONE_TIME_CODE,
        CARD_OR_IDENTITY,
        PASSKEY,
        ATTACHMENT,
        FORMER_VALUE,
        FOLDER,
        TAG,
        EXPIRY,
        FILE,
        OTHER
    }

    /** What becomes of it. */
    public enum Fate {
        /** The value of a secret. */
        SECRET,
        /** Part of the description of a secret. */
        DESCRIPTION,
        /** A tag of a secret, or part of its name. */
        TAG,
        /** The day by which a secret is due. */
        ROTATION,
        /** It holds nothing. */
        EMPTY,
        /** It cannot be taken; each is named among the problems. */
        LEFT_OUT
    }
}
