package dev.lockstep.ui.secrets;

import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.words.Text;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The words for an empty table, one state for each reason. */
final class EmptyStates {
    private static final int LONGEST = 40;

    private final SecretsViewModel model;

    EmptyStates(SecretsViewModel model) {
        this.model = model;
    }

    Node of(Emptiness why) {
        return switch (why) {
            case LOADING -> new Region();
            case VAULT ->
                new EmptyState(Feather.KEY, Text.of("secrets.empty.vault"))
                        .with(Action.NEW_SECRET.words(), () -> model.run(Action.NEW_SECRET))
                        .root();
            case SEARCH -> search();
            case COLLECTION ->
                new EmptyState(Feather.FOLDER, Text.of("secrets.empty.collection"))
                        .with(Action.NEW_SECRET.words(), () -> model.run(Action.NEW_SECRET))
                        .root();
            case FAVOURITES -> new EmptyState(Feather.STAR, Text.of("secrets.empty.favourites")).root();
            case ROTATE_SOON -> new EmptyState(Feather.CLOCK, Text.of("secrets.empty.rotate-soon")).root();
            case NAME_PROBLEMS -> new EmptyState(Feather.CHECK, Text.of("secrets.empty.name-problems")).root();
            case TAG -> new EmptyState(Feather.TAG, Text.of("secrets.empty.tag")).root();
            case TRASH -> new EmptyState(Feather.TRASH_2, Text.of("secrets.empty.trash")).root();
        };
    }

    private Node search() {
        String text = model.parts().list().textProperty().get();
        String told = text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text;
        return new EmptyState(Feather.SEARCH, Text.of("secrets.empty.search", told))
                .with(
                        Text.of("secrets.search.clear"),
                        () -> model.parts().list().textProperty().set(""))
                .root();
    }
}
