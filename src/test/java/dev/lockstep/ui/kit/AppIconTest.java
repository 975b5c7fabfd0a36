package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppIconTest extends ToolkitTest {
    @Test
    void theIconComesInTheSizesThatSystemsAskFor() {
        List<Image> images = onFx(AppIcon::images);

        assertEquals(
                List.of(16.0, 24.0, 32.0, 48.0, 64.0, 128.0, 256.0),
                images.stream().map(Image::getWidth).toList());
        assertTrue(images.stream().allMatch(image -> image.getWidth() == image.getHeight()));
    }

    @Test
    void theMarkIsTheDrawingThatTheImagesWereMadeOf() {
        Image made = onFx(AppIcon::images).get(4);
        Image drawn = onFx(() -> {
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            clear.setViewport(new Rectangle2D(0, 0, 64, 64));
            return Mark.of(64).snapshot(clear, null);
        });

        long different = IntStream.range(0, 64 * 64)
                .filter(i -> {
                    Color one = made.getPixelReader().getColor(i % 64, i / 64);
                    Color other = drawn.getPixelReader().getColor(i % 64, i / 64);
                    return Math.abs(one.getOpacity() - other.getOpacity()) > 0.3
                            || one.getOpacity() > 0.7 && Math.abs(one.getRed() - other.getRed()) > 0.3;
                })
                .count();
        assertTrue(different < 10, different + " pixels differ");
    }

    @Test
    void theIconIsShownInAllSizes() {
        Screens.write(
                "icon",
                () -> {
                    HBox row = new HBox(16);
                    AppIcon.images().forEach(image -> row.getChildren().add(new ImageView(image)));
                    return row;
                },
                720,
                288);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg/>",
                "<svg viewBox='0 0 64'/>",
                "<svg viewBox='0 0 a b'/>",
                "<html viewBox='0 0 64 64'/>",
                "<svg viewBox='0 0 64 64'><script/></svg>",
                "<svg viewBox='0 0 64 64'><image href='file:///etc/hostname'/></svg>",
                "<svg viewBox='0 0 64 64'><circle cx='1' cy='1' r='1'/></svg>",
                "<svg viewBox='0 0 64 64'><circle cx='1' cy='1' r='1' fill='url(#x)'/></svg>",
                "<svg viewBox='0 0 64 64'><defs><g/></defs><script/></svg>",
                "<!DOCTYPE svg><svg viewBox='0 0 64 64'/>",
                "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><svg viewBox='0 0 64 64'>&e;</svg>",
            })
    void whatIsNoPlainDrawingIsRefused(String svg) {
        assertThrows(
                IOException.class,
                () -> SvgDrawing.read(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
    }
}
