package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Query.Scope;
import java.util.List;
import java.util.Set;

/** What becomes of secrets that are dropped on a place of the sidebar. */
final class Dropping {
    private final Changes changes;
    private final SidebarViewModel sidebar;

    Dropping(Changes changes, SidebarViewModel sidebar) {
        this.changes = changes;
        this.sidebar = sidebar;
    }

    /** Whether a place takes them, which what may be done with them decides. */
    boolean takes(Scope place, Permits permits) {
        boolean live = permits.of(Action.TRASH).get();
        boolean trashed = permits.of(Action.RESTORE).get();
        return switch (place) {
            case Scope.InCollection in -> live;
            case Scope.Tagged tagged -> live;
            case Scope.Favourites favourites -> live;
            case Scope.Trash trash -> live;
            case Scope.All all -> trashed;
            case Scope.RotateSoon soon -> false;
            case Scope.NameProblems problems -> false;
        };
    }

    void drop(Scope place, List<SecretId> ids) {
        switch (place) {
            case Scope.InCollection in -> changes.move(ids, in.collection(), () -> sidebar.title(in.collection()));
            case Scope.Tagged tagged -> changes.tag(ids, Set.of(tagged.tag()), Set.of());
            case Scope.Favourites favourites -> changes.favourite(ids, true);
            case Scope.Trash trash -> changes.trash(ids);
            case Scope.All all -> changes.restore(ids);
            case Scope.RotateSoon soon -> {}
            case Scope.NameProblems problems -> {}
        }
    }
}
