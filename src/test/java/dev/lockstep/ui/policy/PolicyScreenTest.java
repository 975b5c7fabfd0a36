package dev.lockstep.ui.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyScreenTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private OpenVault vault;
    private boolean closed;

    @BeforeEach
    void create() throws Exception {
        vault = TestVaults.create(folder.resolve("v.lockstep"));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private PolicyViewModel model() {
        return new PolicyViewModel(vault, new ManualTime().background(), () -> closed = true);
    }

    @Test
    void aChoiceHoldsInTheVaultAtOnce() {
        PolicyViewModel model = model();
        assertEquals(20, model.keptProperty().get());
        assertEquals(30, model.daysProperty().get());
        model.keptProperty().set(5);
        model.daysProperty().set(0);
        assertEquals(5, vault.history().policy().historyKept());
        assertEquals(0, vault.trash().days());
        assertEquals(Optional.empty(), model.failureProperty().get());
        assertFalse(closed);
        model.close();
        assertTrue(closed);
    }

    @Test
    void aNumberChosenElsewhereIsAmongTheChoices() throws Exception {
        vault.history().keep(33);
        vault.trash().ask(45);
        PolicyViewModel model = model();
        assertTrue(model.keptChoices().contains(33));
        assertTrue(model.dayChoices().contains(45));
    }

    @Test
    void aChoiceThatCannotBeSavedSaysSo() {
        PolicyViewModel model = model();
        vault.close();
        model.keptProperty().set(5);
        assertEquals("VAULT-LOCKED", model.failureProperty().get().orElseThrow().code());
    }

    @Test
    void thePolicyIsDrawn() throws Exception {
        Screens.write(
                "policy",
                () -> {
                    StackPane host = new StackPane();
                    Sheet.over(host, new PolicyView(model()).root());
                    return host;
                },
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/policy-dark.png")) > 0);
    }
}
