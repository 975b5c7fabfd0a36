package dev.lockstep.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/** The icon of the program, drawn from its one source, an SVG file. */
public final class AppIcon {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

    private AppIcon() {}

    /** The icon with 16 to 256 pixels a side, smallest first. Has to be called where the screens live. */
    public static List<Image> images() {
        SvgDrawing drawing = drawing();
        return IntStream.of(SIZES).mapToObj(size -> paint(drawing, size)).toList();
    }

    /** The icon with so many pixels a side. Has to be called where the screens live. */
    public static Image image(int size) {
        return paint(drawing(), size);
    }

    /** The shapes of the icon, anew at each call. */
    static SvgDrawing drawing() {
        try (InputStream in = Objects.requireNonNull(AppIcon.class.getResourceAsStream("icon.svg"))) {
            return SvgDrawing.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Image paint(SvgDrawing drawing, int size) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(size / drawing.width(), size / drawing.height()));
        parameters.setViewport(new javafx.geometry.Rectangle2D(0, 0, size, size));
        return drawing.group().snapshot(parameters, null);
    }
}
