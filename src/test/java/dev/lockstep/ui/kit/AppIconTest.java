package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
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
    void theCornersAreClearAndTheMiddleIsDrawnInSeveralColours() {
        Image small = onFx(() -> AppIcon.image(16));

        assertEquals(0, small.getPixelReader().getArgb(15, 0) >>> 24);
        Set<Integer> solid = new HashSet<>();
        for (int i = 0; i < 256; i++) {
            int colour = small.getPixelReader().getArgb(i % 16, i / 16);
            if (colour >>> 24 == 255) {
                solid.add(colour);
            }
        }
        assertTrue(solid.size() >= 3, solid + "");
        assertNotEquals(0, small.getPixelReader().getArgb(8, 8) >>> 24);
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
                "<!DOCTYPE svg><svg viewBox='0 0 64 64'/>",
                "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><svg viewBox='0 0 64 64'>&e;</svg>",
            })
    void whatIsNoPlainDrawingIsRefused(String svg) {
        assertThrows(
                IOException.class,
                () -> SvgDrawing.read(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
    }
}
