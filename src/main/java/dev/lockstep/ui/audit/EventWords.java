package dev.lockstep.ui.audit;

import dev.lockstep.vault.AuditEvent;
import dev.lockstep.words.Text;

/** What an event is called. */
final class EventWords {
    private EventWords() {}

    static String of(AuditEvent event) {
        return switch (event) {
            case OTHER -> Text.of("audit.event.other");
            case CREATED -> Text.of("audit.event.created");
            case UNLOCKED -> Text.of("audit.event.unlocked");
            case FAILED_UNLOCKS -> Text.of("audit.event.failed-unlocks");
            case REVEALED -> Text.of("audit.event.revealed");
            case COPIED -> Text.of("audit.event.copied");
            case EXPORTED -> Text.of("audit.event.exported");
            case ADDED -> Text.of("audit.event.added");
            case EDITED -> Text.of("audit.event.edited");
            case VALUE_CHANGED -> Text.of("audit.event.value-changed");
            case MOVED -> Text.of("audit.event.moved");
            case TRASHED -> Text.of("audit.event.trashed");
            case RESTORED -> Text.of("audit.event.restored");
            case DELETED -> Text.of("audit.event.deleted");
            case IMPORTED -> Text.of("audit.event.imported");
            case FORMER_REVEALED -> Text.of("audit.event.former-revealed");
            case FORMER_RESTORED -> Text.of("audit.event.former-restored");
            case PASSWORD_CHANGED -> Text.of("audit.event.password-changed");
            case RECOVERY_RENEWED -> Text.of("audit.event.recovery-renewed");
            case KEY_FILE_ADDED -> Text.of("audit.event.key-file-added");
            case KEY_FILE_REMOVED -> Text.of("audit.event.key-file-removed");
            case QUICK_UNLOCK_ON -> Text.of("audit.event.quick-unlock-on");
            case QUICK_UNLOCK_OFF -> Text.of("audit.event.quick-unlock-off");
            case WAY_REMOVED -> Text.of("audit.event.way-removed");
            case REKEYED -> Text.of("audit.event.rekeyed");
            case BACKUP_RESTORED -> Text.of("audit.event.backup-restored");
            case OLDER_COPY_ACCEPTED -> Text.of("audit.event.older-copy-accepted");
            case FORMAT_UPGRADED -> Text.of("audit.event.format-upgraded");
            case REPAIRED -> Text.of("audit.event.repaired");
            case POLICY_CHANGED -> Text.of("audit.event.policy-changed");
            case COLLECTION_ADDED -> Text.of("audit.event.collection-added");
            case COLLECTION_CHANGED -> Text.of("audit.event.collection-changed");
            case COLLECTION_REMOVED -> Text.of("audit.event.collection-removed");
            case FOREIGN_ENTRIES_REMOVED -> Text.of("audit.event.foreign-removed");
            case REMOTE_ADDED -> Text.of("audit.event.remote-added");
            case REMOTE_CHANGED -> Text.of("audit.event.remote-changed");
            case REMOTE_PAUSED -> Text.of("audit.event.remote-paused");
            case REMOTE_RESUMED -> Text.of("audit.event.remote-resumed");
            case REMOTE_REMOVED -> Text.of("audit.event.remote-removed");
            case REMOTE_VALUE_READ -> Text.of("audit.event.remote-value-read");
            case SYNC_CREATED -> Text.of("audit.event.sync-created");
            case SYNC_UPDATED -> Text.of("audit.event.sync-updated");
            case SYNC_RENAMED -> Text.of("audit.event.sync-renamed");
            case SYNC_DELETED -> Text.of("audit.event.sync-deleted");
            case SYNC_ADOPTED -> Text.of("audit.event.sync-adopted");
            case SYNC_PULLED -> Text.of("audit.event.sync-pulled");
            case SYNC_VERIFIED -> Text.of("audit.event.sync-verified");
            case SYNC_REFUSED -> Text.of("audit.event.sync-refused");
            case SYNC_UNKNOWN -> Text.of("audit.event.sync-unknown");
            case SYNC_RELEASED -> Text.of("audit.event.sync-released");
            case SYNC_PAUSED -> Text.of("audit.event.sync-paused");
            case SYNC_RESUMED -> Text.of("audit.event.sync-resumed");
            case ROTATION_BEGUN -> Text.of("audit.event.rotation-begun");
            case ROTATION_FINISHED -> Text.of("audit.event.rotation-finished");
            case ROTATION_GIVEN_UP -> Text.of("audit.event.rotation-given-up");
            case ROTATION_ACCEPTED -> Text.of("audit.event.rotation-accepted");
        };
    }
}
