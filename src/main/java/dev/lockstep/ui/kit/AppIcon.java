package dev.lockstep.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The icon of the program, as {@code icons/make.sh} drew it for each size, and its drawing. */
public final class AppIcon {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

    private AppIcon() {}

    /** The icon with 16 to 256 pixels a side, smallest first. */
    public static List<Image> images() {
        return IntStream.of(SIZES).mapToObj(AppIcon::image).toList();
    }

    private static Image image(int size) {
        try (InputStream in = resource("png/lockstep-" + size + ".png")) {
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shapes of the icon, anew at each call. */
    static SvgDrawing drawing() {
        try (InputStream in = resource("icon.svg")) {
            return SvgDrawing.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(AppIcon.class.getResourceAsStream(name));
    }
}
