package dev.lockstep.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** One dressed window with a root for a test to type into; all of it is used from the test's thread. */
final class Shown implements AutoCloseable {
    private final Stage stage;

    private Shown(Stage stage) {
        this.stage = stage;
    }

    static Shown of(Supplier<Parent> root, double width, double height) {
        Stage stage = ToolkitTest.onFx(() -> {
            Theme.LIGHT.apply();
            Scene scene = new Scene(root.get(), width, height);
            Theme.dress(scene);
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            shown.requestFocus();
            return shown;
        });
        ToolkitTest.settle();
        return new Shown(stage);
    }

    Scene scene() {
        return stage.getScene();
    }

    /** How many pixels of a node differ from the one in its left upper inner corner. */
    int inkOf(Node node) {
        ToolkitTest.settle();
        WritableImage image = ToolkitTest.onFx(() -> scene().snapshot(null));
        var box = (BoundingBox) ToolkitTest.onFx(() -> node.localToScene(node.getLayoutBounds()));
        PixelReader pixels = image.getPixelReader();
        int ground = pixels.getArgb((int) box.getMinX() + 4, (int) box.getMinY() + 4);
        int found = 0;
        for (int y = (int) box.getMinY() + 4; y < box.getMaxY() - 4; y++) {
            for (int x = (int) box.getMinX() + 4; x < box.getMaxX() - 40; x++) {
                found += pixels.getArgb(x, y) == ground ? 0 : 1;
            }
        }
        return found;
    }

    /** The text of every text node below a node, and every accessible text. */
    static List<String> texts(Node node) {
        List<String> found = new ArrayList<>();
        if (node instanceof Text text) {
            found.add(text.getText());
        }
        if (node.getAccessibleText() != null) {
            found.add(node.getAccessibleText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(texts(child)));
        }
        return found;
    }

    @Override
    public void close() {
        ToolkitTest.runOnFx(stage::close);
    }
}
