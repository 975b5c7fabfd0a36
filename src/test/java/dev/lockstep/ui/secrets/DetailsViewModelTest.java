package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.settings.Settings;
import dev.lockstep.settings.ThemeChoice;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsViewModelTest extends ToolkitTest {
    private static final String LONG = "sk_live_0123456789abcdefXY9Z";

    @TempDir
    Path folder;

    private Desk desk;
    private SecretId longOne;
    private SecretId shortOne;
    private SecretsViewModel model;
    private DetailsViewModel details;

    @BeforeEach
    void fill() throws Exception {
        desk = new Desk(folder);
        longOne = desk.add("LONG", LONG);
        shortOne = desk.add("SHORT", "s3cret ");
        desk.add("VOID", "");
        model = desk.model();
        details = model.parts().details();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aRevealedValueIsClosedAfterTwentySeconds() {
        SecretValue value = reveal(longOne);
        assertEquals(20, details.secondsLeftProperty().get());

        desk.time.pass(Duration.ofSeconds(19));
        assertEquals(LONG, TestVaults.text(value.copy()));
        desk.time.pass(Duration.ofSeconds(1));

        assertMaskedAndClosed(value);
    }

    @Test
    void revealingAgainHidesTheValue() {
        SecretValue value = reveal(longOne);

        model.run(Action.REVEAL);

        assertMaskedAndClosed(value);
    }

    @Test
    void anotherRowHidesTheValue() {
        SecretValue value = reveal(longOne);

        model.parts().list().choose(List.of(shortOne));

        assertMaskedAndClosed(value);
    }

    @Test
    void closingTheScreenHidesTheValue() {
        SecretValue value = reveal(longOne);

        model.close();

        assertMaskedAndClosed(value);
    }

    @Test
    void revealingIsNotedAndLeavesTheValueShown() {
        SecretValue value = reveal(longOne);

        assertEquals(desk.time.instant(), desk.entry(longOne).lastRevealed().orElseThrow());
        assertEquals(LONG, TestVaults.text(value.copy()));
    }

    @Test
    void aHintShowsTheEndsOfALongValueOnly() {
        model.parts().list().choose(List.of(longOne));
        model.run(Action.HINT);

        var hinted = assertInstanceOf(Look.Hinted.class, details.lookProperty().get());
        assertEquals(
                "sk_l\u2022\u2022\u2022\u2022XY9Z",
                TestVaults.text(hinted.hint().copy()));
    }

    @Test
    void aShortValueHasNoHint() {
        model.parts().list().choose(List.of(shortOne));

        assertEquals(false, model.enabled(Action.HINT).get());
    }

    @Test
    void theHintOfTheSettingsComesOnceTheSelectionRests() {
        desk.settings.set(Settings.DEFAULT.with(new dev.lockstep.settings.Look(ThemeChoice.LIGHT, 100, false, true)));
        model.parts().list().choose(List.of(longOne));
        assertInstanceOf(Look.Masked.class, details.lookProperty().get());

        desk.time.pass(Duration.ofMillis(300));

        assertInstanceOf(Look.Hinted.class, details.lookProperty().get());
    }

    @Test
    void whiteSpaceAtTheEndIsTold() {
        reveal(shortOne);

        var revealed = (Look.Revealed) details.lookProperty().get();
        assertEquals("Ends with white space", revealed.edges().words());
    }

    @Test
    void anEmptyValueCannotBeRevealed() {
        model.parts().list().textProperty().set("void");
        model.parts().list().select(0);

        assertEquals(false, model.enabled(Action.REVEAL).get());
    }

    private SecretValue reveal(SecretId id) {
        model.parts().list().choose(List.of(id));
        model.run(Action.REVEAL);
        return assertInstanceOf(Look.Revealed.class, details.lookProperty().get())
                .value();
    }

    private void assertMaskedAndClosed(SecretValue value) {
        assertInstanceOf(Look.Masked.class, details.lookProperty().get());
        assertEquals(0, details.secondsLeftProperty().get());
        assertThrows(IllegalStateException.class, () -> value.at(0));
    }
}
