package dev.lockstep.ui.generator;

import dev.lockstep.generate.CharacterClass;
import dev.lockstep.generate.Recipe;
import dev.lockstep.words.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is chosen of a recipe. Each kind keeps its own numbers while another one is looked at. */
final class RecipeForm {
    private static final int LENGTH = 32;
    private static final int BYTES = 32;
    private static final int WORDS = 6;

    private final ObjectProperty<RecipeKind> kind = new SimpleObjectProperty<>(RecipeKind.URL_SAFE);
    private final IntegerProperty length = new SimpleIntegerProperty(LENGTH);
    private final IntegerProperty bytes = new SimpleIntegerProperty(BYTES);
    private final IntegerProperty words = new SimpleIntegerProperty(WORDS);
    private final StringProperty separator = new SimpleStringProperty("-");
    private final BooleanProperty capitalise = new SimpleBooleanProperty();
    private final BooleanProperty avoidLookAlikes = new SimpleBooleanProperty();
    private final ObjectProperty<Set<CharacterClass>> classes =
            new SimpleObjectProperty<>(Set.of(CharacterClass.values()));
    private final StringProperty prefix = new SimpleStringProperty("");

    RecipeForm(Recipe first) {
        switch (first) {
            case Recipe.UrlSafe recipe -> length.set(recipe.length());
            case Recipe.Hex recipe -> {
                kind.set(RecipeKind.HEX);
                bytes.set(recipe.bytes());
            }
            case Recipe.Words recipe -> {
                kind.set(RecipeKind.PASSPHRASE);
                words.set(recipe.count());
                separator.set(recipe.separator());
            }
            case Recipe.RandomCharacters recipe -> kind.set(RecipeKind.CHARACTERS);
            case Recipe.Base64Url recipe -> kind.set(RecipeKind.BASE64URL);
            case Recipe.Uuid recipe -> kind.set(RecipeKind.UUID);
            case Recipe.Prefixed recipe -> prefix.set(recipe.prefix());
        }
    }

    ObjectProperty<RecipeKind> kindProperty() {
        return kind;
    }

    IntegerProperty lengthProperty() {
        return length;
    }

    IntegerProperty bytesProperty() {
        return bytes;
    }

    IntegerProperty wordsProperty() {
        return words;
    }

    StringProperty separatorProperty() {
        return separator;
    }

    BooleanProperty capitaliseProperty() {
        return capitalise;
    }

    BooleanProperty avoidLookAlikesProperty() {
        return avoidLookAlikes;
    }

    StringProperty prefixProperty() {
        return prefix;
    }

    boolean has(CharacterClass group) {
        return classes.get().contains(group);
    }

    void choose(CharacterClass group, boolean wanted) {
        Set<CharacterClass> chosen = EnumSet.noneOf(CharacterClass.class);
        chosen.addAll(classes.get());
        if (wanted) {
            chosen.add(group);
        } else {
            chosen.remove(group);
        }
        classes.set(Set.copyOf(chosen));
    }

    /** Everything that a recipe depends on. */
    List<Observable> choices() {
        return List.of(kind, length, bytes, words, separator, capitalise, avoidLookAlikes, classes, prefix);
    }

    /** Why there is no recipe; empty if there is one. */
    Optional<String> problem() {
        if (kind.get() == RecipeKind.CHARACTERS && classes.get().isEmpty()) {
            return Optional.of(Text.of("generator.problem.classes"));
        }
        if (kind.get() == RecipeKind.PASSPHRASE && !fits(separator.get(), Recipe.MAX_SEPARATOR)) {
            return Optional.of(Text.of("generator.problem.separator", Recipe.MAX_SEPARATOR));
        }
        return fits(prefix.get(), Recipe.MAX_PREFIX)
                ? Optional.empty()
                : Optional.of(Text.of("generator.problem.prefix", Recipe.MAX_PREFIX));
    }

    private static boolean fits(String text, int most) {
        return text.length() <= most && text.chars().allMatch(unit -> unit >= ' ' && unit <= '~');
    }

    /** The recipe as chosen; empty while there is a problem. */
    Optional<Recipe> recipe() {
        if (problem().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(prefix.get().isEmpty() ? plain() : new Recipe.Prefixed(prefix.get(), plain()));
    }

    private Recipe plain() {
        return switch (kind.get()) {
            case URL_SAFE -> new Recipe.UrlSafe(length.get());
            case CHARACTERS -> new Recipe.RandomCharacters(length.get(), classes.get(), avoidLookAlikes.get());
            case HEX -> new Recipe.Hex(bytes.get());
            case BASE64URL -> new Recipe.Base64Url(bytes.get());
            case UUID -> new Recipe.Uuid();
            case PASSPHRASE -> new Recipe.Words(words.get(), separator.get(), capitalise.get());
        };
    }
}
