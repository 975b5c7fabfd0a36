package dev.lockstep.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values were written on 1 February 2026; they are edited on 2 May. */
class RenewalTest extends ToolkitTest {
    private static final LocalDate DUE = LocalDate.of(2026, 5, 2);
    private static final LocalDate NEXT = LocalDate.of(2026, 7, 31);

    @TempDir
    Path folder;

    private OpenVault vault;

    @BeforeEach
    void create() throws Exception {
        Clock then = Clock.fixed(Instant.parse("2026-02-01T08:00:00Z"), ZoneOffset.UTC);
        Vaults vaults = new Vaults(then, new SecureRandom(), TestState.NOWHERE);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("Acme.lockstep"), passphrase, code, TestVaults.CHEAP, "Personal");
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private Entry secret(LocalDate due) throws Exception {
        return secret("KEY", due);
    }

    private Entry secret(String name, LocalDate due) throws Exception {
        SecretDetails details = new SecretDetails(
                TestVaults.collection(vault),
                name,
                "",
                List.of(),
                Entry.Kind.API_KEY,
                false,
                Optional.ofNullable(due),
                14);
        try (SecretValue value = TestVaults.value("former")) {
            return vault.secrets().add(details, value);
        }
    }

    private static RotationPart rotation(Editing editing) {
        return editing.model.form().rotation();
    }

    private static Renewal renewal(Editing editing) {
        return rotation(editing).renewalProperty().get();
    }

    @Test
    void aNewValueIsDueAfterAsManyDaysAsTheFormerOneWas() throws Exception {
        Editing editing = Editing.of(vault, secret(DUE)).type("newer");

        assertEquals(new Renewal.Moved(DUE, NEXT, 90), renewal(editing));
        editing.model.save();

        assertEquals(Optional.of(NEXT), editing.saved.getFirst().rotateBy());
    }

    @Test
    void theUserCanKeepTheDay() throws Exception {
        Editing editing = Editing.of(vault, secret(DUE)).type("newer");

        rotation(editing).keep();
        editing.type("newer still");
        editing.model.save();

        assertEquals(Optional.of(DUE), editing.saved.getFirst().rotateBy());
    }

    @Test
    void theDayGoesBackWithTheStoredValue() throws Exception {
        Editing editing = Editing.of(vault, secret(DUE)).type("newer");

        editing.model.form().value().keepStored();

        assertEquals(DUE, rotation(editing).rotateByProperty().get());
        assertEquals(new Renewal.None(), renewal(editing));
        assertEquals(false, editing.model.form().changed());
    }

    @Test
    void revealingAndTypingTheSameValueMovesNothing() throws Exception {
        Editing editing = Editing.of(vault, secret(DUE));
        editing.model.form().value().reveal();
        assertEquals(new Renewal.None(), renewal(editing));

        editing.type("formel");
        assertEquals(new Renewal.Moved(DUE, NEXT, 90), renewal(editing));

        editing.type("former");
        assertEquals(DUE, rotation(editing).rotateByProperty().get());
    }

    @Test
    void aDayThatTheUserHasChosenIsLeftAlone() throws Exception {
        Editing editing = Editing.of(vault, secret(DUE));
        rotation(editing).in(30);
        editing.type("newer");
        assertEquals(
                LocalDate.of(2026, 6, 1), rotation(editing).rotateByProperty().get());

        Editing other = Editing.of(
                        vault,
                        editing.current(vault.catalog()
                                .entry(vault.catalog()
                                        .find(dev.lockstep.vault.Query.ALL)
                                        .id(0))
                                .orElseThrow()))
                .type("newer");
        rotation(other).in(365);
        assertEquals(new Renewal.None(), renewal(other));
        other.model.form().value().keepStored();
        assertEquals(
                LocalDate.of(2027, 5, 2), rotation(other).rotateByProperty().get());
    }

    @Test
    void withoutAHabitTheDayStaysAndThatIsSaidWhereItIsDue() throws Exception {
        LocalDate before = LocalDate.of(2026, 1, 15);
        Editing editing = Editing.of(vault, secret(before)).type("newer");

        assertEquals(new Renewal.Unmoved(before), renewal(editing));
        assertEquals(before, rotation(editing).rotateByProperty().get());
        rotation(editing).in(90);
        assertEquals(new Renewal.None(), renewal(editing));
    }

    @Test
    void aDayFarAwayAndNoDayAtAllStay() throws Exception {
        Editing far = Editing.of(vault, secret(LocalDate.of(2030, 1, 1))).type("newer");
        assertEquals(new Renewal.None(), renewal(far));

        vault.secrets()
                .trash(List.of(
                        vault.catalog().find(dev.lockstep.vault.Query.ALL).id(0)));
        Editing none = Editing.of(vault, secret(null)).type("newer");
        assertEquals(new Renewal.None(), renewal(none));
        assertEquals(null, rotation(none).rotateByProperty().get());
    }

    @Test
    void anUnsavedEditComesBackWithTheDayThatItHad() throws Exception {
        Editing editing = Editing.of(vault, secret(DUE)).type("newer");
        rotation(editing).in(30);
        editing.model.sealDraft();

        Editing restored = Editing.unsaved(vault, vault.drafts().all().getFirst());

        assertEquals(
                LocalDate.of(2026, 6, 1), rotation(restored).rotateByProperty().get());
    }

    @Test
    void whatWasDoneWithTheDayIsSaidBelowIt() throws Exception {
        Entry moved = secret("MOVED", DUE);
        Entry unmoved = secret("UNMOVED", LocalDate.of(2026, 1, 15));

        Screens.write("editor-rotated", () -> sheet(moved), 900, 760);
        Screens.write("editor-rotated-late", () -> sheet(unmoved), 900, 760);
    }

    private Parent sheet(Entry entry) {
        StackPane host = new StackPane();
        Editing editing = Editing.of(vault, entry);
        Sheet.over(host, new EditorView(editing.model).root());
        try (SecretValue text = TestVaults.value("newer")) {
            editing.model.form().value().take(text);
        }
        return host;
    }
}
