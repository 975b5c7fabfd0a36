package dev.lockstep.ui.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.CharacterClass;
import dev.lockstep.generate.Recipe;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.TestVaults;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratorViewModelTest {
    private final ManualTime time = new ManualTime();
    private final List<String> used = new ArrayList<>();
    private final List<Toast> toasts = new ArrayList<>();
    private int closed;

    private GeneratorViewModel model(Recipe.Purpose purpose) {
        SecureRandom random = new SecureRandom();
        SecretClipboard clipboard = new SecretClipboard(time.background(), () -> Duration.ofSeconds(20), time, random);
        return new GeneratorViewModel(
                random,
                clipboard,
                purpose,
                new GeneratorViewModel.Exits(
                        Optional.of(value -> used.add(TestVaults.text(value.copy()))), toasts::add, () -> closed++));
    }

    private static String text(GeneratorViewModel model) {
        SecretValue value = model.valueProperty().get();
        assertNotNull(value);
        return TestVaults.text(value.copy());
    }

    @Test
    void thePurposeChoosesTheFirstRecipe() {
        assertTrue(text(model(Recipe.Purpose.API_SECRET)).matches("[A-Za-z0-9_-]{32}"));
        assertTrue(text(model(Recipe.Purpose.SIGNING_SECRET)).matches("[0-9a-f]{64}"));
        assertEquals(6, text(model(Recipe.Purpose.PASSPHRASE)).split("-").length);
    }

    @Test
    void everyKindMakesWhatItSays() {
        GeneratorViewModel model = model(Recipe.Purpose.API_SECRET);
        RecipeForm form = model.form();

        form.kindProperty().set(RecipeKind.UUID);
        assertTrue(text(model).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertEquals(122, model.bits());
        form.kindProperty().set(RecipeKind.BASE64URL);
        assertTrue(text(model).matches("[A-Za-z0-9_-]{43}"));
        form.kindProperty().set(RecipeKind.CHARACTERS);
        form.choose(CharacterClass.SYMBOLS, false);
        form.lengthProperty().set(12);
        assertTrue(text(model).matches("[A-Za-z0-9]{12}"));
        form.prefixProperty().set("whsec_");
        assertTrue(text(model).matches("whsec_[A-Za-z0-9]{12}"));
    }

    @Test
    void aRecipeThatCannotBeMadeSaysWhyAndGivesNoValue() {
        GeneratorViewModel model = model(Recipe.Purpose.API_SECRET);
        model.form().kindProperty().set(RecipeKind.CHARACTERS);

        for (CharacterClass group : CharacterClass.values()) {
            model.form().choose(group, false);
        }

        assertNull(model.valueProperty().get());
        assertEquals(
                "Choose at least one kind of characters",
                model.problemProperty().get());
        model.form().choose(CharacterClass.DIGITS, true);
        model.form().prefixProperty().set("é");
        assertEquals(
                "The prefix may have 64 printable ASCII characters at most",
                model.problemProperty().get());
    }

    @Test
    void anotherValueWipesTheFormerOne() {
        GeneratorViewModel model = model(Recipe.Purpose.API_SECRET);
        SecretValue first = model.valueProperty().get();
        String text = text(model);

        model.regenerate();

        assertFalse(text.equals(text(model)));
        assertThrows(IllegalStateException.class, first::copy);
    }

    @Test
    void usingHandsTheValueOverAndWipesIt() {
        GeneratorViewModel model = model(Recipe.Purpose.API_SECRET);
        SecretValue value = model.valueProperty().get();
        String text = text(model);

        model.use();

        assertEquals(List.of(text), used);
        assertEquals(1, closed);
        assertThrows(IllegalStateException.class, value::copy);
    }

    @Test
    void lockingWipesWithoutLeaving() {
        GeneratorViewModel model = model(Recipe.Purpose.API_SECRET);
        SecretValue value = model.valueProperty().get();

        model.wipe();
        model.regenerate();

        assertNull(model.valueProperty().get());
        assertEquals(0, closed);
        assertThrows(IllegalStateException.class, value::copy);
    }

    @Test
    void wordsForTheEntropyGrowWithIt() {
        assertEquals(Guessing.WEAK, Guessing.of(20));
        assertEquals(Guessing.FAIR, Guessing.of(77.5));
        assertEquals(Guessing.GOOD, Guessing.of(80));
        assertEquals(Guessing.STRONG, Guessing.of(192));
    }
}
