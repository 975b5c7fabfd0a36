package dev.lockstep.ui.backups;

import dev.lockstep.vault.Backup;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.util.Optional;

/**
 * A backup, and what reading all of it found.
 *
 * @param verdict empty while it was not read in this session
 */
record BackupRow(Backup backup, Optional<CheckReport> verdict) {
    /** What is to be thought of it. */
    enum Mood {
        GOOD,
        PLAIN,
        BAD
    }

    String kind() {
        return switch (backup.kind()) {
            case SAVE -> Text.of("backups.kind.save");
            case DAILY -> Text.of("backups.kind.daily");
            case BEFORE_UPGRADE -> Text.of("backups.kind.before-upgrade");
            case BEFORE_RESTORE -> Text.of("backups.kind.before-restore");
            case BEFORE_REPAIR -> Text.of("backups.kind.before-repair");
        };
    }

    String secrets() {
        return switch (backup.state()) {
            case Backup.State.Known known -> Text.of("backups.secrets", known.secrets());
            case Backup.State.Sealed locked -> Text.of("backups.secrets", locked.secrets());
            case Backup.State.OtherKey other -> Text.of("backups.secrets.unknown");
            case Backup.State.Unreadable unreadable -> Text.of("backups.secrets.unknown");
        };
    }

    String size() {
        return Text.of("backups.size", Math.ceilDiv(backup.size(), 1024));
    }

    String state() {
        if (verdict.isPresent()) {
            CheckReport report = verdict.get();
            return report.sound()
                    ? Text.of("backups.state.sound")
                    : Text.of("backups.state.damaged", report.findings().size() + report.more());
        }
        return switch (backup.state()) {
            case Backup.State.Known known -> made() ? Text.of("backups.state.made") : Text.of("backups.state.kept");
            case Backup.State.Sealed locked -> Text.of("backups.state.sealed");
            case Backup.State.OtherKey other -> Text.of("backups.state.other-key");
            case Backup.State.Unreadable unreadable ->
                FailureWords.of(unreadable.failure()).what();
        };
    }

    private boolean made() {
        return switch (backup.kind()) {
            case SAVE, DAILY, BEFORE_UPGRADE -> true;
            case BEFORE_RESTORE, BEFORE_REPAIR -> false;
        };
    }

    Mood mood() {
        if (verdict.isPresent()) {
            return verdict.get().sound() ? Mood.GOOD : Mood.BAD;
        }
        return backup.state() instanceof Backup.State.Unreadable ? Mood.BAD : Mood.PLAIN;
    }

    /** Whether the key of the open vault opens it. */
    boolean opens() {
        return backup.state() instanceof Backup.State.Known;
    }

    /** Whether it can be tried with a password. */
    boolean canBeTried() {
        return backup.state() instanceof Backup.State.Sealed;
    }
}
