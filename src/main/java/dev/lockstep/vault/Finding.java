package dev.lockstep.vault;

import dev.lockstep.model.SecretId;

/** One thing to know about one secret. */
public sealed interface Finding {
    SecretId secret();

    /** What a finding is about, the most pressing first. */
    enum Concern {
        UNREADABLE,
        OVERDUE,
        MISPLACED,
        REUSED,
        WEAK,
        DUE_SOON,
        OLD,
        NAME,
        /** For information only. */
        NOT_SECRET
    }

    /** The value cannot be opened: its row was damaged or changed by something else. */
    record Unreadable(SecretId secret) implements Finding {}

    /** The day is past by which a new value was due. */
    record Overdue(SecretId secret) implements Finding {}

    /** The value looks like something that does not belong there. */
    record Misplaced(SecretId secret, KnownKey key, Misfit misfit) implements Finding {}

    /**
     * Other secrets have the same value.
     *
     * @param other one of them
     * @param more how many there are beside that one
     */
    record Reused(SecretId secret, SecretId other, int more) implements Finding {}

    /** The value is empty or easy to guess. */
    record Weak(SecretId secret) implements Finding {}

    /** A new value is due within the lead time. */
    record DueSoon(SecretId secret) implements Finding {}

    /** The value has been the same for longer than {@link Age#OLD_AFTER_DAYS}. */
    record Old(SecretId secret) implements Finding {}

    /** The name breaks the rule of its collection. */
    record BadName(SecretId secret) implements Finding {}

    /** The value is made to be published. */
    record NotSecret(SecretId secret, KnownKey key) implements Finding {}

    /** A new value is due, but not soon; nothing to worry about. */
    record DueLater(SecretId secret) implements Finding {}

    /** The value is not old; nothing to worry about. */
    record Fresh(SecretId secret) implements Finding {}
}
