package dev.lockstep.ui.help;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class HelpScreensTest extends ToolkitTest {
    @Test
    void theSheetsAreDrawn() throws Exception {
        Screens.write(
                "shortcuts", sheet(() -> new ShortcutSheetView(new ShortcutSheetViewModel(() -> {})).root()), 900, 600);
        Screens.write("about", sheet(() -> new AboutView(new AboutViewModel("0.1.0", () -> {})).root()), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/about-dark.png")) > 0);
    }

    private static Supplier<Parent> sheet(Supplier<Parent> content) {
        return () -> {
            StackPane host = new StackPane();
            Sheet.over(host, content.get());
            return host;
        };
    }
}
