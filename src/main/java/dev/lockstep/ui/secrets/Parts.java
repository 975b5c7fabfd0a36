package dev.lockstep.ui.secrets;

import dev.lockstep.settings.Settings;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.vault.OpenVault;
import java.time.Duration;
import java.util.function.Supplier;

/** The parts of the screen's view model, each about one pane or one kind of action. */
record Parts(
        PanesViewModel panes,
        LayoutViewModel layout,
        ListViewModel list,
        SidebarViewModel sidebar,
        DetailsViewModel details,
        ShownValues shown,
        UndoHistory history,
        Changes changes,
        Copying copying,
        Asking asking,
        Dropping dropping,
        Notices notices) {

    static Parts of(
            OpenVault vault,
            Background background,
            SecretClipboard clipboard,
            SecretsViewModel.Habits habits,
            SecretsViewModel.Exits exits) {
        Notices notices = new Notices(exits.toast());
        LayoutViewModel layout = new LayoutViewModel(vault, background);
        ListViewModel list = new ListViewModel(vault.catalog(), background, notices::failed, layout.sorting());
        SidebarViewModel sidebar = new SidebarViewModel(list);
        UndoHistory history = new UndoHistory();
        Changes changes = new Changes(vault, background, notices, history, list::choose);
        Supplier<Settings> settings = habits.settings()::getValue;
        Supplier<Duration> revealFor =
                () -> Duration.ofSeconds(settings.get().protection().revealSeconds());
        return new Parts(
                new PanesViewModel(background, () -> settings.get().panes(), habits.panes()),
                layout,
                list,
                sidebar,
                new DetailsViewModel(vault, background, settings, notices::failed),
                new ShownValues(vault.secrets(), background, revealFor, notices::failed),
                history,
                changes,
                new Copying(vault.secrets(), background, clipboard, notices),
                new Asking(vault, background, changes, sidebar, notices),
                new Dropping(changes, sidebar),
                notices);
    }
}
