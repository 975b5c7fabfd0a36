package dev.lockstep.ui.audit;

import dev.lockstep.vault.AuditEvent;
import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds of events that are asked for together. */
enum EventGroup {
    ALL,
    UNLOCKS,
    FAILED_UNLOCKS,
    REVEALS,
    COPIES,
    EDITS,
    TRASH,
    TRANSFERS,
    REMOTES,
    KEYS,
    VAULT;

    String words() {
        return switch (this) {
            case ALL -> Text.of("audit.group.all");
            case UNLOCKS -> Text.of("audit.group.unlocks");
            case FAILED_UNLOCKS -> Text.of("audit.group.failed-unlocks");
            case REVEALS -> Text.of("audit.group.reveals");
            case COPIES -> Text.of("audit.group.copies");
            case EDITS -> Text.of("audit.group.edits");
            case TRASH -> Text.of("audit.group.trash");
            case TRANSFERS -> Text.of("audit.group.transfers");
            case REMOTES -> Text.of("audit.group.remotes");
            case KEYS -> Text.of("audit.group.keys");
            case VAULT -> Text.of("audit.group.vault");
        };
    }

    Set<AuditEvent> events() {
        return this == ALL
                ? EnumSet.allOf(AuditEvent.class)
                : Arrays.stream(AuditEvent.values())
                        .filter(event -> of(event) == this)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AuditEvent.class)));
    }

    /** The group of an event, which is in no other but {@link #ALL}. */
    static EventGroup of(AuditEvent event) {
        return switch (event) {
            case UNLOCKED -> UNLOCKS;
            case FAILED_UNLOCKS -> FAILED_UNLOCKS;
            case REVEALED, FORMER_REVEALED -> REVEALS;
            case COPIED -> COPIES;
            case ADDED,
                    EDITED,
                    VALUE_CHANGED,
                    MOVED,
                    FORMER_RESTORED,
                    COLLECTION_ADDED,
                    COLLECTION_CHANGED,
                    COLLECTION_REMOVED -> EDITS;
            case TRASHED, RESTORED, DELETED -> TRASH;
            case EXPORTED, IMPORTED -> TRANSFERS;
            case REMOTE_ADDED,
                    REMOTE_CHANGED,
                    REMOTE_PAUSED,
                    REMOTE_RESUMED,
                    REMOTE_REMOVED,
                    REMOTE_VALUE_READ,
                    SYNC_CREATED,
                    SYNC_UPDATED,
                    SYNC_RENAMED,
                    SYNC_DELETED,
                    SYNC_ADOPTED,
                    SYNC_PULLED,
                    SYNC_VERIFIED,
                    SYNC_REFUSED,
                    SYNC_UNKNOWN,
                    SYNC_RELEASED,
                    SYNC_PAUSED,
                    SYNC_RESUMED,
                    ROTATION_BEGUN,
                    ROTATION_FINISHED,
                    ROTATION_GIVEN_UP,
                    ROTATION_ACCEPTED -> REMOTES;
            case PASSWORD_CHANGED,
                    RECOVERY_RENEWED,
                    KEY_FILE_ADDED,
                    KEY_FILE_REMOVED,
                    QUICK_UNLOCK_ON,
                    QUICK_UNLOCK_OFF,
                    WAY_REMOVED,
                    REKEYED -> KEYS;
            case CREATED,
                    BACKUP_RESTORED,
                    OLDER_COPY_ACCEPTED,
                    FORMAT_UPGRADED,
                    REPAIRED,
                    POLICY_CHANGED,
                    FOREIGN_ENTRIES_REMOVED,
                    OTHER -> VAULT;
        };
    }
}
