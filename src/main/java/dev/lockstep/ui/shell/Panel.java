package dev.lockstep.ui.shell;

import dev.lockstep.ui.audit.AuditViewModel;
import dev.lockstep.ui.backups.BackupsViewModel;
import dev.lockstep.ui.editor.EditorViewModel;
import dev.lockstep.ui.exporting.ExportViewModel;
import dev.lockstep.ui.generator.GeneratorViewModel;
import dev.lockstep.ui.health.HealthViewModel;
import dev.lockstep.ui.help.AboutViewModel;
import dev.lockstep.ui.help.ShortcutSheetViewModel;
import dev.lockstep.ui.history.HistoryViewModel;
import dev.lockstep.ui.importing.ImportViewModel;
import dev.lockstep.ui.keys.KeysViewModel;
import dev.lockstep.ui.policy.PolicyViewModel;
import dev.lockstep.ui.remotes.RemotesViewModel;
import dev.lockstep.ui.rotation.RotationViewModel;
import dev.lockstep.ui.settings.SettingsViewModel;
import dev.lockstep.ui.sync.SyncViewModel;

/** A sheet over the screen; the newest has the keyboard. */
sealed interface Panel {
    /** Whether nothing of a vault is ever on it, so that it may be seen in presentation mode. */
    default boolean presentable() {
        return this instanceof Settings || this instanceof Keys || this instanceof About;
    }

    record Editor(EditorViewModel model) implements Panel {}

    record History(HistoryViewModel model) implements Panel {}

    record Audit(AuditViewModel model) implements Panel {}

    record Policy(PolicyViewModel model) implements Panel {}

    record Generator(GeneratorViewModel model) implements Panel {}

    record Import(ImportViewModel model) implements Panel {}

    record Exporting(ExportViewModel model) implements Panel {}

    record Health(HealthViewModel model) implements Panel {}

    record Backups(BackupsViewModel model) implements Panel {}

    record Settings(SettingsViewModel model) implements Panel {}

    record Keys(ShortcutSheetViewModel model) implements Panel {}

    record VaultKeys(KeysViewModel model) implements Panel {}

    record Remotes(RemotesViewModel model) implements Panel {}

    record Syncing(SyncViewModel model) implements Panel {}

    record Rotating(RotationViewModel model) implements Panel {}

    record About(AboutViewModel model) implements Panel {}
}
