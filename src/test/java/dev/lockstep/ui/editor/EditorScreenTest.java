package dev.lockstep.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.SecretArea;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class EditorScreenTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    private OpenVault vault;
    private Stage stage;
    private Editing editing;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
    }

    @AfterEach
    void close() {
        runOnFx(stage::close);
        vault.close();
    }

    private void show(Editing shown) {
        editing = shown;
        stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage window = new Stage();
            StackPane host = new StackPane();
            Scene scene = new Scene(host, 900, 960);
            Theme.dress(scene);
            window.setScene(scene);
            window.show();
            window.requestFocus();
            Sheet.over(host, new EditorView(shown.model).root());
            return window;
        });
        settle();
    }

    private <T extends Node> T find(String query, Class<T> type) {
        return robot.from(stage.getScene().getRoot()).lookup(query).queryAs(type);
    }

    private Button chip(String title) {
        return robot.from(stage.getScene().getRoot())
                .lookup(".chip-button")
                .match((Button button) -> button.getText().equals(title))
                .query();
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        settle();
    }

    @Test
    void typingANameTurnsTheChipsAndTheFixMendsTheName() {
        show(Editing.fresh(vault));
        assertEquals("Hooklistener: not checked yet", chip("Hooklistener").getAccessibleText());

        robot.write("stripe-key!");
        settle();

        Button chip = chip("Hooklistener");
        assertEquals("Hooklistener: does not fit, a fix is offered", chip.getAccessibleText());
        assertTrue(chip.getStyleClass().contains("chip-warn"));
        robot.moveTo(chip).sleep(400);
        settle();
        assertTrue(robot.from(stage.getScene().getRoot())
                .lookup("\u201CSecret names must follow the pattern ^[A-Z][A-Z0-9_]*$\u201D")
                .tryQuery()
                .isPresent());
        robot.clickOn(find("#rule-fix", Button.class));
        settle();

        assertEquals("stripe-key_", find("#secret-name", TextField.class).getText());
        assertTrue(chip("Hooklistener").getStyleClass().contains("chip-ok"));
        assertEquals(
                "Hooklistener: fits, written differently there",
                chip("Hooklistener").getAccessibleText());
    }

    @Test
    void aWholeSecretIsWrittenByKeyboardAndSavedWithControlEnter() throws Exception {
        show(Editing.fresh(vault));

        robot.write("STRIPE_KEY");
        robot.clickOn("#secret-value");
        robot.write("sk_live");
        robot.type(KeyCode.ENTER);
        robot.write("42");
        robot.clickOn("#tags");
        robot.write("billing,prod");
        press(KeyCode.CONTROL, KeyCode.ENTER);

        Entry saved = editing.saved.getFirst();
        assertEquals("sk_live\n42", editing.stored(saved));
        assertEquals(List.of("billing", "prod"), saved.tags());
        assertEquals(1, editing.closed);
    }

    @Test
    void savingWaitsForANameAndSaysSo() {
        show(Editing.fresh(vault));

        press(KeyCode.CONTROL, KeyCode.S);

        assertEquals("Type a name to save", find("#blocker", Label.class).getText());
        assertTrue(find("#save", Button.class).isDisabled());
        assertEquals(0, editing.closed);
        robot.write("N");
        press(KeyCode.CONTROL, KeyCode.S);
        assertEquals(1, editing.closed);
    }

    @Test
    void whatIsEasilyOverlookedInAValueIsSaidAndMendedByOneClick() {
        show(Editing.fresh(vault));
        robot.clickOn("#secret-value");
        robot.write(" key ");
        settle();

        assertTrue(find("#value-size", Label.class).getText().startsWith("5 characters"));
        robot.clickOn("#fix-LEADING_BLANK");
        robot.clickOn("#fix-TRAILING_BLANK");
        settle();

        assertEquals(
                "3 characters \u00B7 3 bytes \u00B7 1 line",
                find("#value-size", Label.class).getText());
    }

    @Test
    void theStoredValueComesIntoTheFieldOnlyWhenAskedFor() throws Exception {
        Entry entry = TestVaults.add(vault, "KEY", "value");
        show(Editing.of(vault, entry));
        assertFalse(find("#secret-value", Node.class).isVisible());

        robot.clickOn("#value-reveal");
        settle();

        assertTrue(find("#secret-value", Node.class).isVisible());
        assertEquals(
                "5 characters \u00B7 5 bytes \u00B7 1 line",
                find("#value-size", Label.class).getText());
    }

    @Test
    void whatIsTypedIsShownAndHiddenByTheButton() {
        show(Editing.fresh(vault));
        SecretArea area = find("#secret-value", SecretArea.class);
        assertEquals("Show", find("#value-show", Button.class).getText());

        robot.clickOn("#value-show");
        settle();
        assertTrue(area.revealedProperty().get());
        robot.clickOn("#value-show");
        settle();

        assertFalse(area.revealedProperty().get());
    }

    @Test
    void escapeAsksOnlyWhenSomethingWasChangedAndAgainTakesItBack() throws Exception {
        show(Editing.of(vault, TestVaults.add(vault, "KEY", "value")));
        robot.write("2");
        press(KeyCode.ESCAPE);
        assertTrue(find("#discard", Button.class).isVisible());

        press(KeyCode.ESCAPE);
        assertEquals(new Phase.Editing(), editing.phase());
        press(KeyCode.ESCAPE);
        robot.clickOn("#discard");
        settle();

        assertEquals(1, editing.closed);
    }

    @Test
    void aTagIsChosenFromTheSuggestionsByKeyboard() throws Exception {
        Entry other = TestVaults.add(vault, "OTHER", "x");
        vault.secrets().tag(List.of(other.id()), Set.of("production"), Set.of());
        show(Editing.fresh(vault));

        robot.clickOn("#tags");
        robot.write("prod");
        settle();
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        settle();

        assertEquals(List.of("production"), editing.model.form().tags().tags());
    }

    @Test
    void leadDaysTakeDigitsOnlyAndAnEmptiedFieldKeepsItsNumber() throws Exception {
        show(Editing.fresh(vault));
        robot.write("KEY");
        robot.doubleClickOn("#lead-days .text-field");
        robot.write("x7");
        press(KeyCode.CONTROL, KeyCode.S);

        assertEquals(7, editing.saved.getFirst().leadDays());
    }

    @Test
    void lockingSealsWhatWasTypedAndEmptiesTheField() throws Exception {
        show(Editing.fresh(vault));
        robot.write("DRAFTED");
        robot.clickOn("#secret-value");
        robot.write("typed");
        settle();

        assertTrue(onFx(editing.model::sealDraft));

        assertEquals("DRAFTED", vault.drafts().all().getFirst().details().name());
        assertEquals(
                "typed",
                TestVaults.text(vault.drafts()
                        .value(vault.drafts().all().getFirst().id())
                        .orElseThrow()));
        assertEquals(0, find("#secret-value", SecretArea.class).buffer().length());
    }
}
