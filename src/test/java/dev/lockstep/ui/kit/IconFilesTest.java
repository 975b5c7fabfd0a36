package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that {@code icons/make.sh} makes of {@code icons/icon.svg}, read by their formats. */
class IconFilesTest {
    private static final Path FOLDER = Path.of("icons");
    private static final int WHITE = 0xffffff;
    private static final int DARK = 0x1e1e1e;

    @Test
    void allFilesAreAsTheScriptMadeThemOfThisDrawing() throws Exception {
        Map<String, String> told = new TreeMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("SHA256SUMS"))) {
            told.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                found.put(
                        FOLDER.relativize(file).toString().replace('\\', '/'),
                        HexFormat.of().formatHex(sum));
            }
        }
        found.remove("SHA256SUMS");
        assertEquals(told, found, "icons/make.sh has to be run");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 24, 32, 48, 64, 128, 256, 512})
    void eachPictureHasItsSizeAndStandsOutOnLightAndDark(int side) throws IOException {
        BufferedImage image =
                ImageIO.read(FOLDER.resolve("png/lockstep-" + side + ".png").toFile());

        assertSquare(side, image);
        assertEquals(0, image.getRGB(0, 0) >>> 24, "the corner is clear");
        assertTrue(share(image, WHITE) > 0.4, "on white");
        assertTrue(share(image, DARK) > 0.6, "on dark");
        assertTrue(colours(image).size() >= 3, "the door, the keyhole and its second leg");
    }

    @ParameterizedTest
    @CsvSource({"light, 22", "light@2x, 44", "dark, 22", "dark@2x, 44"})
    void theTrayIconsStandOutOnTheirPanels(String name, int side) throws IOException {
        BufferedImage image =
                ImageIO.read(FOLDER.resolve("lockstep-tray-" + name + ".png").toFile());

        assertSquare(side, image);
        assertTrue(share(image, name.startsWith("light") ? WHITE : DARK) > 0.2);
        assertEquals(1, colours(image).size());
    }

    @Test
    void theIconOfWindowsHoldsSixSizes() throws IOException {
        ByteBuffer ico = ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve("lockstep.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0, ico.getShort());
        assertEquals(1, ico.getShort(), "an icon, not a cursor");
        int count = ico.getShort();
        List<Integer> sides = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int entry = 6 + 16 * i;
            int side = ico.get(entry) == 0 ? 256 : ico.get(entry);
            assertEquals(ico.get(entry), ico.get(entry + 1), "as high as wide");
            assertEquals(32, ico.getShort(entry + 6), "bits of a pixel");
            byte[] data = new byte[ico.getInt(entry + 8)];
            ico.get(ico.getInt(entry + 12), data);
            if (side == 256) {
                assertSquare(256, ImageIO.read(new ByteArrayInputStream(data)));
            } else {
                ByteBuffer bitmap = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
                assertEquals(side, bitmap.getInt(4));
                assertEquals(2 * side, bitmap.getInt(8), "the picture and its mask");
                assertTrue(IntStream.range(0, side * side)
                                .filter(p -> data[40 + 4 * p + 3] == -1)
                                .count()
                        > side * side / 2);
            }
            sides.add(side);
        }
        assertEquals(List.of(16, 24, 32, 48, 64, 256), sides);
    }

    @Test
    void theIconOfMacOsHoldsPicturesWithTheirMasks() throws IOException {
        ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve("lockstep.icns")));
        assertEquals("icns", type(icns));
        assertEquals(icns.capacity(), icns.getInt());
        Map<String, Integer> lengths = new TreeMap<>();
        while (icns.hasRemaining()) {
            String type = type(icns);
            int length = icns.getInt();
            lengths.put(type, length - 8);
            icns.position(icns.position() + length - 8);
        }
        assertEquals(
                Set.of("is32", "s8mk", "il32", "l8mk", "ih32", "h8mk", "it32", "t8mk", "ic08", "ic09"),
                lengths.keySet());
        assertEquals(16 * 16, lengths.get("s8mk"));
        assertEquals(128 * 128, lengths.get("t8mk"));
        assertTrue(lengths.get("ic09") > lengths.get("ic08"));
    }

    @Test
    void theSymbolicIconIsPlainPathsInTheOneColourThatDesktopsReplace() throws IOException {
        String svg = Files.readString(FOLDER.resolve("lockstep-symbolic.svg"));

        assertTrue(svg.contains("viewBox=\"0 0 16 16\""));
        assertArrayEquals(
                new String[] {"#2e3436"},
                svg.lines()
                        .filter(line -> line.contains("#"))
                        .map(line -> line.replaceAll(".*(#[0-9a-f]+).*", "$1"))
                        .toArray());
        assertFalse(svg.contains("<rect") || svg.contains("<circle") || svg.contains("style"));
    }

    private static String type(ByteBuffer icns) {
        byte[] type = new byte[4];
        icns.get(type);
        return new String(type, StandardCharsets.US_ASCII);
    }

    private static void assertSquare(int side, BufferedImage image) {
        assertEquals(side, image.getWidth());
        assertEquals(side, image.getHeight());
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> solid = new HashSet<>();
        pixels(image).filter(argb -> argb >>> 24 == 255).forEach(solid::add);
        return solid;
    }

    /** The share of pixels with at least the contrast of 3 to 1 that WCAG 2.2 asks of pictures. */
    private static double share(BufferedImage image, int ground) {
        return (double) pixels(image)
                        .filter(argb -> contrast(argb, ground) >= 3)
                        .count()
                / (image.getWidth() * image.getHeight());
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    private static double contrast(int argb, int ground) {
        double over = luminance(argb, ground);
        double under = luminance(0, ground);
        return (Math.max(over, under) + 0.05) / (Math.min(over, under) + 0.05);
    }

    private static double luminance(int argb, int ground) {
        return 0.2126 * channel(argb, ground, 16)
                + 0.7152 * channel(argb, ground, 8)
                + 0.0722 * channel(argb, ground, 0);
    }

    private static double channel(int argb, int ground, int shift) {
        double alpha = (argb >>> 24) / 255.0;
        double value = (alpha * (argb >> shift & 255) + (1 - alpha) * (ground >> shift & 255)) / 255;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
