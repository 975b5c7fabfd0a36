package dev.lockstep.vault;

/**
 * One thing about a vault that is not as it was last saved.
 *
 * @param name of the secret or remote that it is about, as far as that is known; else empty
 * @param expected how many there should be, or the number of the first entry; 0 where nothing is counted
 * @param found how many there are, or the number of the last entry
 */
public record CheckFinding(Kind kind, String name, long expected, long found) {
    CheckFinding(Kind kind) {
        this(kind, "", 0, 0);
    }

    CheckFinding(Kind kind, String name) {
        this(kind, name, 0, 0);
    }

    /** What is not as it was. */
    public enum Kind {
        /** SQLite finds the structure of the file broken, in {@code found} places. */
        STRUCTURE,
        /** The sealed manifest does not open, so that nobody can say what belongs to the vault. */
        MANIFEST,
        /** The ways in are not those that were last saved. */
        WAYS_IN,
        /** The secrets are not the set that was last saved. */
        SECRETS,
        /** What is known of a secret, its name too, does not open. */
        SECRET,
        /** A secret is in a collection that is not there. */
        COLLECTION,
        VALUE_MISSING,
        VALUE_UNREADABLE,
        /** The value is a genuine one of this secret, but not the present one. */
        VALUE_REPLACED,
        /** There are values that belong to no secret. */
        VALUES_SURPLUS,
        /** A former value does not open. */
        FORMER_UNREADABLE,
        /** The former values of a secret are not those that were last saved. */
        FORMER_CHANGED,
        /** There are former values that belong to no secret, or all of them together are not what was last saved. */
        FORMER_SET,
        /** A remote is of a collection that is not there. */
        REMOTE_COLLECTION,
        /** A remote leads where another one does. A repair pauses it, so that nothing is written there twice. */
        REMOTE_DOUBLED,
        /** A collection, a remote, a draft, the columns or the policy does not open. */
        SETTING,
        /** A repair made a collection anew, under the name that is given. */
        COLLECTION_MADE,
        /** A repair renamed a secret to the name that is given, because another one has its name. */
        RENAMED,
        /** Collections, remotes, drafts, columns and policy are not the set that was last saved. */
        SETTINGS,
        /** What is known of remotes is not the set that was last saved. */
        SYNC,
        /** {@code found} things that are known of remotes do not open. */
        SYNC_UNREADABLE,
        /** {@code found} things are known of remotes that are not there. */
        SYNC_STRAY,
        /** Audit entries from {@code expected} to {@code found} are missing, altered, put there from another copy, or too many. */
        AUDIT
    }
}
