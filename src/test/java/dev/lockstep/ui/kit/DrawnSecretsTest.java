package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lockstep.cleartext.SecretValue;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types and draws a secret that stands nowhere in this program, then looks for six characters of it in a picture of the whole heap. */
class DrawnSecretsTest extends ToolkitTest {
    private static final int LENGTH = 24;
    private static final int TELLING = 6;

    private final int[] hidden = new SplittableRandom(20260502)
            .ints(LENGTH, 0, 62)
            .map(i -> i ^ 0x2A)
            .toArray();

    @TempDir
    Path folder;

    @Test
    void typingAndDrawingLeavesNoTextInTheHeap() throws Exception {
        SecretField field = onFx(SecretField::new);
        SecretLabel label = onFx(SecretLabel::new);
        SecretDiff diff = onFx(SecretDiff::new);
        try (Shown shown = Shown.of(() -> new VBox(field, label, diff), 400, 200)) {
            for (int i = 0; i < LENGTH; i++) {
                int at = i;
                runOnFx(() -> field.fireEvent(typed(character(at))));
            }
            runOnFx(() -> {
                field.revealedProperty().set(true);
                try (SecretValue value = field.buffer().toValue();
                        SecretValue other = SecretValue.taking(new byte[] {'x', '\n', 'y'})) {
                    label.show(value);
                    diff.show(other, value);
                } catch (java.nio.charset.CharacterCodingException e) {
                    throw new AssertionError(e);
                }
            });
            assertTrue(shown.inkOf(label) > 100);
            assertTrue(shown.inkOf(diff) > 100);
            assertEquals(LENGTH, onFx(() -> field.buffer().length()));
            assertEquals(0, tracesInHeap(), "traces of " + TELLING + " characters or more");
        }
    }

    private char character(int index) {
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".charAt(hidden[index] ^ 0x2A);
    }

    private static KeyEvent typed(char character) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED, Glyphs.of(character), "", KeyCode.UNDEFINED, false, false, false, false);
    }

    private int tracesInHeap() throws Exception {
        Path dump = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        try (FileChannel file = FileChannel.open(dump)) {
            var bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            int found = 0;
            for (int i = 0; i < bytes.limit() - 2 * TELLING; i++) {
                found += startsAt(bytes, i, 1) || startsAt(bytes, i, 2) ? 1 : 0;
            }
            return found;
        }
    }

    /** Whether some part of the secret stands at a place, with one or two bytes a character. */
    private boolean startsAt(java.nio.ByteBuffer bytes, int place, int step) {
        for (int from = 0; from + TELLING <= LENGTH; from++) {
            int same = 0;
            while (same < TELLING && bytes.get(place + same * step) == (byte) character(from + same)) {
                same++;
            }
            if (same == TELLING) {
                return true;
            }
        }
        return false;
    }
}
