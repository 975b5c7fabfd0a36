package dev.lockstep.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorViewModelTest {
    @TempDir
    Path folder;

    private OpenVault vault;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aNewSecretIsSavedExactlyAsTypedAndTheFieldIsWiped() throws Exception {
        Editing editing = Editing.fresh(vault).name("STRIPE_API_KEY").type(" two\r\nlines\u00a0\n");
        Form form = editing.model.form();
        form.descriptionProperty().set("Billing ");
        form.kindProperty().set(Entry.Kind.TOKEN);
        form.favouriteProperty().set(true);
        form.tags().add("billing");
        form.rotation().in(90);
        form.rotation().leadDaysProperty().set(7);

        editing.model.save();

        Entry saved = editing.saved.getFirst();
        assertEquals(" two\r\nlines\u00a0\n", editing.stored(saved));
        assertEquals(
                new SecretDetails(
                        TestVaults.collection(vault),
                        "STRIPE_API_KEY",
                        "Billing ",
                        List.of("billing"),
                        Entry.Kind.TOKEN,
                        true,
                        Optional.of(LocalDate.of(2026, 7, 31)),
                        7),
                SecretDetails.of(saved));
        assertEquals(1, editing.closed);
        assertEquals(0, editing.buffer.length());
    }

    @Test
    void savingIsBlockedInWordsUntilThereIsAFreeNameThatFits() throws Exception {
        TestVaults.add(vault, "TAKEN", "x");
        Editing editing = Editing.fresh(vault);

        assertEquals("Type a name to save", editing.blocker());
        editing.name("TAKEN");
        assertEquals("Another secret of this collection has this name", editing.blocker());
        editing.model.save();
        assertEquals(List.of(), editing.saved);
        editing.name("x".repeat(256));
        assertEquals("The name has 256 characters, 255 at most", editing.blocker());
        editing.name("x".repeat(255));
        assertEquals("", editing.blocker());
        editing.type("half \ud83d");
        assertEquals("The value holds half of a character", editing.blocker());
    }

    @Test
    void aNameAgainstTheRuleOfTheCollectionIsShownButSaved() throws Exception {
        var collection = vault.collections().add("Strict", "", "upper-snake");
        Editing editing = Editing.fresh(vault).name("not upper").type("v");
        editing.model.form().name().collectionProperty().set(collection);

        assertEquals(
                RuleReport.Standing.FIXABLE,
                editing.model.form().name().reportProperty().get().own().standing());
        editing.model.save();

        assertEquals("not upper", editing.saved.getFirst().name());
    }

    @Test
    void aSecretMayKeepItsOwnName() throws Exception {
        Editing editing = Editing.of(vault, TestVaults.add(vault, "MINE", "v")).name("MINE");

        assertEquals("", editing.blocker());
    }

    @Test
    void changingTheDescriptionOpensNoValue() throws Exception {
        Entry entry = TestVaults.add(vault, "KEY", "value");
        Editing editing = Editing.of(vault, entry);
        editing.model.form().descriptionProperty().set("new");

        editing.model.save();

        Entry now = editing.current(entry);
        assertEquals(new ValueState.Stored(5), editing.value());
        assertEquals("new", now.description());
        assertEquals(Optional.empty(), now.lastRevealed());
        assertEquals(1, now.versions());
    }

    @Test
    void aRevealedValueIsMaskedAgainAfterAWhileWithoutTyping() throws Exception {
        Editing editing = Editing.of(vault, TestVaults.add(vault, "KEY", "value"));
        ValuePart value = editing.model.form().value();

        value.reveal();
        assertEquals(new ValueState.Typed(true), editing.value());
        assertTrue(value.revealedProperty().get());
        editing.time.pass(Duration.ofSeconds(19));
        editing.type("value!");
        editing.time.pass(Duration.ofSeconds(19));
        assertTrue(value.revealedProperty().get());
        editing.time.pass(Duration.ofSeconds(1));
        assertFalse(value.revealedProperty().get());
    }

    @Test
    void aRevealedValueThatIsNotChangedMakesNoNewVersion() throws Exception {
        Entry entry = TestVaults.add(vault, "KEY", "value");
        Editing editing = Editing.of(vault, entry);
        editing.model.form().value().reveal();
        editing.type("other").type("value");
        editing.model.form().descriptionProperty().set("new");

        editing.model.save();

        assertEquals(1, editing.current(entry).versions());
        assertEquals("new", editing.current(entry).description());
    }

    @Test
    void aReplacedValueIsSavedAndTheFormerOneStaysInTheHistory() throws Exception {
        Entry entry = TestVaults.add(vault, "KEY", "value");
        Editing editing = Editing.of(vault, entry).type("second");

        editing.model.save();

        assertEquals("second", editing.stored(entry));
        assertEquals(2, editing.current(entry).versions());
    }

    @Test
    void theStoredValueCanBeKeptAfterAll() throws Exception {
        Entry entry = TestVaults.add(vault, "KEY", "value");
        Editing editing = Editing.of(vault, entry).type("second");

        editing.model.form().value().keepStored();
        editing.model.form().descriptionProperty().set("new");
        editing.model.save();

        assertEquals("value", editing.stored(entry));
        assertEquals(0, editing.buffer.length());
    }

    @Test
    void aValueThatIsNoTextIsLeftAlone() throws Exception {
        byte[] binary = {(byte) 0xff, 0, (byte) 0xfe};
        Entry entry;
        try (SecretValue value = SecretValue.copyOf(binary)) {
            entry = vault.secrets().add(SecretDetails.named(TestVaults.collection(vault), "BLOB"), value);
        }
        Editing editing = Editing.of(vault, entry);

        editing.model.form().value().reveal();
        assertEquals(new ValueState.Binary(3), editing.value());
        editing.name("BLOB2").model.save();

        try (SecretValue kept = vault.secrets().peek(entry.id());
                SecretValue expected = SecretValue.copyOf(binary)) {
            assertTrue(kept.sameAs(expected));
        }
        assertEquals("BLOB2", editing.current(entry).name());
    }

    @Test
    void aFixRewritesTheFieldAndTheReviewFollows() {
        Editing editing = Editing.fresh(vault).name("KEY").type(" value\n");
        ValuePart value = editing.model.form().value();

        value.fix(ValueFinding.LEADING_BLANK);
        assertEquals(6, value.reviewProperty().get().characters());
        value.fix(ValueFinding.TRAILING_LINE_END);

        assertTrue(value.reviewProperty().get().findings().isEmpty());
        assertEquals(5, value.reviewProperty().get().bytes());
    }

    @Test
    void aGeneratedValueComesIntoTheFieldAndStaysTheGeneratorsToClose() throws Exception {
        Editing editing = Editing.fresh(vault).name("KEY");
        editing.model.generate();
        try (SecretValue made = TestVaults.value("generated")) {
            editing.generators.getFirst().accept(made);
            assertEquals(9, made.size());
        }
        editing.model.save();

        assertEquals("generated", editing.stored(editing.saved.getFirst()));
    }

    @Test
    void leavingAsksOnlyIfSomethingWasChanged() throws Exception {
        Entry entry = TestVaults.add(vault, "KEY", "value");
        Editing untouched = Editing.of(vault, entry);
        untouched.model.requestClose();
        assertEquals(1, untouched.closed);

        Editing changed = Editing.of(vault, entry).name("KEY2");
        changed.model.requestClose();
        assertEquals(new Phase.AskingToLeave(), changed.phase());
        changed.model.keepEditing();
        assertEquals(new Phase.Editing(), changed.phase());
        changed.model.requestClose();
        changed.model.discard();

        assertEquals(1, changed.closed);
        assertEquals("KEY", changed.current(entry).name());
    }

    @Test
    void aFieldChangedBackAsksNothing() throws Exception {
        Editing editing = Editing.of(vault, TestVaults.add(vault, "KEY", "value"))
                .name("KEY2")
                .name("KEY");

        editing.model.requestClose();

        assertEquals(1, editing.closed);
    }

    @Test
    void aNameTakenMeanwhileIsSaidAtTheName() throws Exception {
        Editing editing = Editing.fresh(vault).name("KEY").type("v");
        TestVaults.add(vault, "KEY", "first");

        editing.model.save();

        assertEquals(new Phase.Editing(), editing.phase());
        assertEquals("Another secret of this collection has this name", editing.blocker());
        assertEquals(0, editing.closed);
        assertEquals(1, editing.buffer.length());
    }

    @Test
    void aLockedVaultLeavesTheEditOpenWithTheReason() {
        Editing editing = Editing.fresh(vault).name("KEY").type("v");
        vault.close();

        editing.model.save();

        assertInstanceOf(Phase.Failed.class, editing.phase());
        assertEquals(1, editing.buffer.length());
    }
}
