package dev.lockstep.ui.kit.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Background;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPasswordTest {
    private final SecretBuffer first = new SecretBuffer(1024);
    private final SecretBuffer again = new SecretBuffer(1024);
    private final NewPassword step = new NewPassword(
            new Background(Runnable::run, Runnable::run, (delay, action) -> () -> {}), new SecureRandom());

    @BeforeEach
    void attach() {
        step.attach(first, again);
    }

    @ParameterizedTest
    @CsvSource({
        "twelve chars, '', EMPTY, false",
        "twelve chars, twelve, BEGUN, false",
        "twelve chars, twelve chars, SAME, true",
        "twelve chars, twelve charz, DIFFERS, false",
        "twelve chars, twelve chars!, DIFFERS, false",
        "only eleven, only eleven, SAME, false",
        "ünïcödé wörd, ünïcödé wörd, SAME, true"
    })
    void onlyALongPasswordTypedTwiceTheSameIsFit(String one, String two, NewPassword.Repeat repeat, boolean fit) {
        type(one, two);

        assertEquals(repeat, step.repeatProperty().get());
        assertEquals(fit, step.fitProperty().get());
    }

    @Test
    void sixEmojiAreSixCharacters() {
        type("🔑".repeat(6), "🔑".repeat(6));

        assertFalse(step.fitProperty().get());
    }

    @Test
    void halfACharacterIsNotFit() {
        type("twelve chars\ud83d", "twelve chars\ud83d");

        assertFalse(step.fitProperty().get());
        assertEquals(NewPassword.Repeat.BROKEN, step.repeatProperty().get());
    }

    @Test
    void theStrengthFollowsWhatIsTyped() {
        assertEquals(Optional.empty(), step.strengthProperty().get());

        type("aaaaaaaaaaaa", "");
        int weak = step.strengthProperty().get().orElseThrow().score();
        first.clear();
        type("mutable-harness-crouton-87", "");

        assertTrue(step.strengthProperty().get().orElseThrow().score() > weak);
    }

    @Test
    void aSuggestionIsSixWordsAndFit() {
        try (SecretValue made = step.generate()) {
            assertTrue(first.load(made));
            assertTrue(again.load(made));
        }
        step.edited();

        assertTrue(step.fitProperty().get());
        assertEquals(5, first.chars().filter(unit -> unit == '-').count());
        assertEquals(4, step.strengthProperty().get().orElseThrow().score());
    }

    @Test
    void closingWipesBothBuffers() {
        type("twelve chars", "twelve chars");

        step.close();

        assertEquals(0, first.length() + again.length());
        assertFalse(step.fitProperty().get());
    }

    private void type(String one, String two) {
        assertTrue(first.insert(0, one));
        assertTrue(again.insert(0, two));
        step.edited();
    }
}
