package dev.lockstep.ui.secrets;

import dev.lockstep.settings.Settings;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
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
        Steps steps,
        Changes changes,
        Copying copying,
        Asking asking,
        Dropping dropping,
        Marks marks,
        Checking checking,
        Notices notices) {

    static Parts of(SecretsViewModel.Work work, SecretsViewModel.Habits habits, SecretsViewModel.Exits exits) {
        OpenVault vault = work.vault();
        Background background = work.background();
        Notices notices = new Notices(exits.toast());
        Discretion discretion = habits.discretion();
        LayoutViewModel layout = new LayoutViewModel(vault, background);
        ListViewModel list = new ListViewModel(vault.catalog(), background, notices::failed, layout.sorting());
        SidebarViewModel sidebar = new SidebarViewModel(list, discretion);
        UndoHistory history = new UndoHistory();
        Steps steps = new Steps(background, notices, history, list::choose);
        Changes changes = new Changes(vault, background, steps, discretion);
        Supplier<Settings> settings = habits.settings()::getValue;
        Supplier<Duration> revealFor = () -> settings.get().protection().reveal();
        return new Parts(
                new PanesViewModel(background, () -> settings.get().panes(), habits.panes()),
                layout,
                list,
                sidebar,
                new DetailsViewModel(vault, background, settings, discretion, notices::failed),
                new ShownValues(vault.secrets(), background, revealFor, discretion, notices::failed),
                history,
                steps,
                changes,
                new Copying(vault.secrets(), background, work.clipboard(), discretion, notices),
                new Asking(vault, background, changes, sidebar, notices),
                new Dropping(changes, sidebar),
                new Marks(work),
                new Checking(work, discretion, notices),
                notices);
    }

    /** Forgets every name, tells nothing any more and ends what is still asked. */
    void close() {
        notices.silence();
        steps.close();
        layout.close();
        panes.close();
        marks.close();
        checking.close();
        list.close();
        sidebar.close();
    }
}
