package dev.lockstep.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.cleartext.SecretValue;
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

class ConflictTest {
    @TempDir
    Path folder;

    private OpenVault vault;
    private Entry entry;
    private Editing editing;

    @BeforeEach
    void changeBehindAnOpenEditor() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
        entry = TestVaults.add(vault, "KEY", "first");
        editing = Editing.of(vault, entry);
        try (SecretValue theirs = TestVaults.value("theirs")) {
            vault.secrets().edit(entry, details("their words"), theirs);
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private SecretDetails details(String description) {
        SecretDetails plain = SecretDetails.of(entry);
        return new SecretDetails(
                plain.collection(),
                plain.name(),
                description,
                plain.tags(),
                plain.kind(),
                plain.favourite(),
                plain.rotateBy(),
                plain.leadDays());
    }

    @Test
    void whatChangedElsewhereIsNamedAndNothingIsWritten() throws Exception {
        editing.type("mine").model.save();

        Phase.Conflict conflict = assertInstanceOf(Phase.Conflict.class, editing.phase());
        assertEquals(List.of("Value", "Description"), conflict.differences());
        assertEquals("theirs", editing.stored(entry));
        assertEquals(4, editing.buffer.length());
    }

    @Test
    void reloadShowsTheirsAndWipesMine() throws Exception {
        editing.type("mine").model.save();

        editing.model.reload();

        assertEquals("their words", editing.model.form().descriptionProperty().get());
        assertEquals(new ValueState.Stored(6), editing.value());
        assertEquals(0, editing.buffer.length());
        editing.model.requestClose();
        assertEquals(1, editing.closed);
    }

    @Test
    void overwriteSavesMineOverTheirs() throws Exception {
        editing.type("mine").model.save();

        editing.model.overwrite();

        assertEquals("mine", editing.stored(entry));
        assertEquals("", editing.current(entry).description());
        assertEquals(1, editing.closed);
    }

    @Test
    void overwriteLeavesTheirValueWhereMineWasOnlyLookedAt() throws Exception {
        Entry second = TestVaults.add(vault, "OTHER", "first");
        Editing other = Editing.of(vault, second);
        other.model.form().value().reveal();
        try (SecretValue theirs = TestVaults.value("theirs")) {
            vault.secrets().edit(other.current(second), SecretDetails.of(second), theirs);
        }
        other.name("RENAMED").model.save();
        assertInstanceOf(Phase.Conflict.class, other.phase());

        other.model.overwrite();

        assertEquals("theirs", other.stored(second));
        assertEquals("RENAMED", other.current(second).name());
    }

    @Test
    void cancelGoesBackToTheForm() {
        editing.type("mine").model.save();

        editing.model.keepEditing();

        assertEquals(new Phase.Editing(), editing.phase());
        assertEquals(4, editing.buffer.length());
    }

    @Test
    void aSecretDeletedMeanwhileIsSavedAsANewOne() throws Exception {
        vault.secrets().trash(List.of(entry.id()));
        vault.secrets().deleteForGood(List.of(entry.id()));
        editing.type("mine").model.save();
        assertInstanceOf(Phase.Gone.class, editing.phase());

        editing.model.save();

        assertEquals("mine", editing.stored(editing.saved.getFirst()));
        assertEquals("KEY", editing.saved.getFirst().name());
    }
}
