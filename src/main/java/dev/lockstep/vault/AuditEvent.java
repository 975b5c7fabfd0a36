package dev.lockstep.vault;

import java.util.Arrays;

/** What the audit log tells of. The number is sealed into each entry and never given to another event. */
public enum AuditEvent {
    /** Noted by a version of the program that knows more events than this one. */
    OTHER(0),
    CREATED(1),
    UNLOCKED(2),
    FAILED_UNLOCKS(3),
    REVEALED(4),
    COPIED(5),
    EXPORTED(6),
    ADDED(7),
    EDITED(8),
    VALUE_CHANGED(9),
    MOVED(10),
    TRASHED(11),
    RESTORED(12),
    DELETED(13),
    IMPORTED(14),
    FORMER_REVEALED(15),
    FORMER_RESTORED(16),
    PASSWORD_CHANGED(17),
    RECOVERY_RENEWED(18),
    KEY_FILE_ADDED(19),
    KEY_FILE_REMOVED(20),
    QUICK_UNLOCK_ON(21),
    QUICK_UNLOCK_OFF(22),
    WAY_REMOVED(23),
    REKEYED(24),
    BACKUP_RESTORED(25),
    OLDER_COPY_ACCEPTED(26),
    FORMAT_UPGRADED(27),
    REPAIRED(28),
    POLICY_CHANGED(29),
    COLLECTION_ADDED(30),
    COLLECTION_CHANGED(31),
    COLLECTION_REMOVED(32),
    /** Behind the end of the log stood entries that the vault had not written. */
    FOREIGN_ENTRIES_REMOVED(33),
    REMOTE_ADDED(34),
    REMOTE_CHANGED(35),
    REMOTE_PAUSED(36),
    REMOTE_RESUMED(37),
    REMOTE_REMOVED(38),
    REMOTE_VALUE_READ(39),
    /** A secret was made at a remote. */
    SYNC_CREATED(40),
    SYNC_UPDATED(41),
    SYNC_RENAMED(42),
    SYNC_DELETED(43),
    /** A secret that was at a remote is this vault's to change from now on. */
    SYNC_ADOPTED(44),
    /** A value came from a remote. */
    SYNC_PULLED(45),
    /** A value at a remote was read, to compare it. */
    SYNC_VERIFIED(46),
    /** What was sent to a remote was refused. */
    SYNC_REFUSED(47),
    /** What was sent to a remote was not answered. */
    SYNC_UNKNOWN(48),
    /** A secret at a remote is not this vault's to change any more. */
    SYNC_RELEASED(49),
    SYNC_PAUSED(50),
    SYNC_RESUMED(51),
    /** A secret was chosen to get a new value everywhere. */
    ROTATION_BEGUN(52),
    /** Every remote has the new value, or the user took it on trust. */
    ROTATION_FINISHED(53),
    ROTATION_GIVEN_UP(54),
    /** The user takes it on trust that a remote has no former value any more. */
    ROTATION_ACCEPTED(55);

    private final int number;

    AuditEvent(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static AuditEvent of(int number) {
        return Arrays.stream(values())
                .filter(event -> event.number == number)
                .findFirst()
                .orElse(OTHER);
    }
}
