package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.javafx.css.StyleManager;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of screens for people to look at, in {@code target/screens}. */
public final class Screens {
    private static final Path FOLDER = Path.of("target", "screens");

    /** After so many milliseconds whatever fades in is there. */
    private static final long FADED = 200;

    private Screens() {}

    /** Writes {@code <name>-light.png} and {@code <name>-dark.png}; to be called from the test's thread, the root is built anew for each. */
    public static void write(String name, Supplier<Parent> root, double width, double height) {
        write(name + "-light", Theme.LIGHT, root, width, height);
        write(name + "-dark", Theme.DARK, root, width, height);
        ToolkitTest.runOnFx(Theme.LIGHT::apply);
        assertEquals("", styleErrors(), "every complaint about a style sheet is a colour that is not there");
    }

    /** What the toolkit complained about in style sheets so far, one complaint a line. */
    static String styleErrors() {
        return ToolkitTest.onFx(() -> StyleManager.errorsProperty().stream()
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining("\n")));
    }

    private static void write(String name, Theme theme, Supplier<Parent> root, double width, double height) {
        Stage stage = ToolkitTest.onFx(() -> {
            theme.apply();
            Scene scene = new Scene(root.get(), width, height);
            Theme.dress(scene);
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        WaitForAsyncUtils.sleep(FADED, TimeUnit.MILLISECONDS);
        ToolkitTest.settle();
        WritableImage image = ToolkitTest.onFx(() -> stage.getScene().snapshot(null));
        ToolkitTest.runOnFx(stage::close);
        save(name, image);
    }

    /** Writes one picture of a scene as it is. */
    public static void save(String name, WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(copy, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
