package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Counts;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Query.Scope;
import java.util.Optional;

/** Why the table has no rows. */
enum Emptiness {
    LOADING,
    VAULT,
    SEARCH,
    COLLECTION,
    FAVOURITES,
    ROTATE_SOON,
    NAME_PROBLEMS,
    TAG,
    TRASH;

    /** The reason, given the question that was answered and what the vault holds. */
    static Emptiness of(Optional<Query> answered, Counts counts) {
        if (answered.isEmpty()) {
            return LOADING;
        }
        if (!answered.get().text().isBlank()) {
            return SEARCH;
        }
        return switch (answered.get().scope()) {
            case Scope.All all -> VAULT;
            case Scope.Trash trash -> TRASH;
            case Scope.InCollection in -> counts.all() == 0 ? VAULT : COLLECTION;
            case Scope.Favourites favourites -> FAVOURITES;
            case Scope.RotateSoon soon -> ROTATE_SOON;
            case Scope.NameProblems problems -> NAME_PROBLEMS;
            case Scope.Tagged tagged -> TAG;
        };
    }
}
