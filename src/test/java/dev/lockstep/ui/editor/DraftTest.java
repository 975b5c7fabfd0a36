package dev.lockstep.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
    @TempDir
    Path folder;

    private OpenVault vault;
    private Entry entry;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
        entry = TestVaults.add(vault, "KEY", "stored");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void lockAndUnlock() throws Exception {
        vault.close();
        vault = TestVaults.unlock(folder.resolve("Acme.lockstep"));
    }

    private Drafts.Draft draft() {
        assertEquals(1, vault.drafts().all().size());
        return vault.drafts().all().getFirst();
    }

    @Test
    void anUnsavedEditSurvivesTheLockAndIsSavedAfterwards() throws Exception {
        Editing before = Editing.of(vault, entry).name("RENAMED").type("typed \n");
        assertTrue(before.model.sealDraft());
        assertEquals(0, before.buffer.length());
        assertEquals("", before.model.form().name().nameProperty().get());
        assertEquals(0, before.closed);
        lockAndUnlock();

        Editing after = Editing.unsaved(vault, draft());
        assertEquals("RENAMED", after.model.form().name().nameProperty().get());
        assertEquals(7, after.buffer.length());
        assertFalse(after.model.isNew());
        after.model.save();

        assertEquals("typed \n", after.stored(entry));
        assertEquals("RENAMED", after.current(entry).name());
        assertEquals(List.of(), vault.drafts().all());
    }

    @Test
    void aNewSecretWithoutANameYetIsKeptToo() throws Exception {
        assertTrue(Editing.fresh(vault).type("typed").model.sealDraft());
        lockAndUnlock();

        Editing after = Editing.unsaved(vault, draft());

        assertTrue(after.model.isNew());
        assertEquals("Type a name to save", after.blocker());
        after.name("NAMED").model.save();
        assertEquals("typed", after.stored(after.saved.getFirst()));
    }

    @Test
    void anEditThatDidNotTouchTheValueKeepsNone() throws Exception {
        assertTrue(Editing.of(vault, entry).name("RENAMED").model.sealDraft());
        lockAndUnlock();

        Editing after = Editing.unsaved(vault, draft());

        assertEquals(new ValueState.Stored(6), after.value());
        after.model.save();
        assertEquals("stored", after.stored(entry));
    }

    @Test
    void aTagThatIsBeingTypedIsKept() throws Exception {
        Editing editing = Editing.of(vault, entry);
        editing.model.form().tags().typedProperty().set("bill");

        assertTrue(editing.model.sealDraft());

        assertEquals(List.of("bill"), draft().details().tags());
    }

    @Test
    void nothingIsKeptWhereNothingWasChanged() throws Exception {
        assertFalse(Editing.of(vault, entry).model.sealDraft());
        assertFalse(Editing.fresh(vault).model.sealDraft());

        assertEquals(List.of(), vault.drafts().all());
    }

    @Test
    void anEditThatIsSealedTwiceLeavesOneDraft() throws Exception {
        Editing.of(vault, entry).name("FIRST").model.sealDraft();

        Editing again = Editing.unsaved(vault, draft()).name("SECOND");
        assertTrue(again.model.sealDraft());

        assertEquals("SECOND", draft().details().name());
    }

    @Test
    void discardingARestoredEditRemovesItsDraft() throws Exception {
        Editing.of(vault, entry).name("RENAMED").model.sealDraft();

        Editing.unsaved(vault, draft()).model.discard();

        assertEquals(List.of(), vault.drafts().all());
        assertEquals("KEY", Editing.of(vault, entry).current(entry).name());
    }

    @Test
    void aSecretChangedSinceTheDraftIsAskedAbout() throws Exception {
        Editing.of(vault, entry).name("RENAMED").type("typed").model.sealDraft();
        vault.secrets().favourite(List.of(entry.id()), true);

        Editing after = Editing.unsaved(vault, draft());

        Phase.Conflict conflict = assertInstanceOf(Phase.Conflict.class, after.phase());
        assertEquals(List.of("Name", "Favourite"), conflict.differences());
        after.model.overwrite();
        assertEquals("typed", after.stored(entry));
        assertEquals(List.of(), vault.drafts().all());
    }

    @Test
    void aDraftOfASecretThatIsGoneBecomesANewSecret() throws Exception {
        Editing.of(vault, entry).type("typed").model.sealDraft();
        vault.secrets().trash(List.of(entry.id()));

        Editing after = Editing.unsaved(vault, draft());
        assertInstanceOf(Phase.Gone.class, after.phase());
        after.model.save();

        assertEquals("typed", after.stored(after.saved.getFirst()));
        assertEquals(SecretDetails.of(entry), SecretDetails.of(after.saved.getFirst()));
    }
}
