package dev.lockstep.ui.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorPicturesTest extends ToolkitTest {
    @TempDir
    Path folder;

    private OpenVault vault;
    private Entry entry;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("Acme.lockstep"));
        vault.collections().add("Acme", "production", "upper-snake");
        entry = TestVaults.add(vault, "STRIPE_API_KEY", "sk_live_4eC39HqLyjWDarjtT1zdp7dc");
        vault.secrets().tag(List.of(entry.id()), Set.of("billing", "production"), Set.of());
        entry = vault.catalog().entry(entry.id()).orElseThrow();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private static Supplier<Parent> sheet(Supplier<Editing> begin, Consumer<Editing> then) {
        return () -> {
            StackPane host = new StackPane();
            Editing editing = begin.get();
            Sheet.over(host, new EditorView(editing.model).root());
            then.accept(editing);
            return host;
        };
    }

    @Test
    void theEditorIsDrawnInEachState() throws Exception {
        Screens.write("editor-new", sheet(() -> Editing.fresh(vault), editing -> {}), 1000, 900);
        Screens.write(
                "editor-new-small",
                sheet(() -> Editing.fresh(vault), editing -> editing.name("stripe key (test)")),
                900,
                600);
        Screens.write(
                "editor-awkward",
                sheet(() -> Editing.fresh(vault), editing -> {
                    editing.name("STRIP\u0415_API_KEY ");
                    typed(editing, " sk_live\u00a0\u200b4eC39\r\nHqLyj \n");
                }),
                1000,
                960);
        Screens.write(
                "editor-stored",
                sheet(
                        () -> Editing.of(vault, entry),
                        editing -> editing.model.form().rotation().in(90)),
                1000,
                900);
        Screens.write(
                "editor-revealed",
                sheet(
                        () -> Editing.of(vault, entry),
                        editing -> editing.model.form().value().reveal()),
                1000,
                900);
        Screens.write(
                "editor-leave",
                sheet(() -> Editing.of(vault, entry), editing -> {
                    editing.name("STRIPE_KEY");
                    editing.model.requestClose();
                }),
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/editor-leave-dark.png")) > 0);
    }

    @Test
    void questionsAreDrawn() throws Exception {
        Screens.write(
                "editor-conflict",
                sheet(() -> Editing.of(vault, entry), editing -> {
                    changeElsewhere();
                    editing.name("STRIPE_KEY");
                    editing.model.save();
                }),
                900,
                700);
        Screens.write("editor-rule", () -> rule("Voximplant", "2fa-key"), 900, 600);
        Drafts.Draft draft = draft();
        Screens.write("editor-draft", sheet(() -> Editing.unsavedWithoutField(vault, draft), editing -> {}), 900, 700);
        Screens.write(
                "editor-failed",
                sheet(() -> Editing.fresh(vault), editing -> {
                    editing.name("KEY");
                    vault.close();
                    editing.model.save();
                }),
                900,
                700);
        assertTrue(Files.size(Path.of("target/screens/editor-failed-dark.png")) > 0);
    }

    private Parent rule(String title, String name) {
        Editing editing = Editing.fresh(vault).name(name);
        Parent root = new EditorView(editing.model).root();
        StackPane host = new StackPane();
        Sheet.over(host, root);
        Platform.runLater(() -> root.lookupAll(".chip-button").stream()
                .map(Button.class::cast)
                .filter(chip -> chip.getText().equals(title))
                .forEach(Button::fire));
        return host;
    }

    private void typed(Editing editing, String value) {
        try (SecretValue text = TestVaults.value(value)) {
            editing.model.form().value().take(text);
        }
    }

    private void changeElsewhere() {
        try (SecretValue theirs = TestVaults.value("theirs")) {
            vault.secrets().edit(vault.catalog().entry(entry.id()).orElseThrow(), SecretDetails.of(entry), theirs);
        } catch (dev.lockstep.model.VaultException e) {
            throw new AssertionError(e);
        }
    }

    private Drafts.Draft draft() throws Exception {
        SecretDetails details = SecretDetails.named(TestVaults.collection(vault), "GITHUB_TOKEN");
        try (SecretValue value = TestVaults.value("ghp_typed")) {
            return vault.drafts().keep(Optional.empty(), details, value);
        }
    }
}
