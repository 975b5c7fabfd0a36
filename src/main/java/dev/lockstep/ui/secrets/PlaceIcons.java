package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Query.Scope;
import org.kordamp.ikonli.feather.Feather;

/** The icon of each list. */
final class PlaceIcons {
    private PlaceIcons() {}

    static Feather of(Scope scope) {
        return switch (scope) {
            case Scope.All all -> Feather.KEY;
            case Scope.Favourites favourites -> Feather.STAR;
            case Scope.RotateSoon soon -> Feather.CLOCK;
            case Scope.NameProblems problems -> Feather.ALERT_TRIANGLE;
            case Scope.Trash trash -> Feather.TRASH_2;
            case Scope.InCollection in -> Feather.FOLDER;
            case Scope.Tagged tagged -> Feather.TAG;
        };
    }
}
