package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretClipboardTest extends ToolkitTest {
    private final ManualTime time = new ManualTime();
    private Duration clearAfter = Duration.ofSeconds(20);
    private final SecretClipboard secrets =
            new SecretClipboard(time.background(), () -> clearAfter, time, new SecureRandom());

    @BeforeEach
    void emptyTheClipboard() {
        runOnFx(() -> Clipboard.getSystemClipboard().clear());
    }

    @Test
    void theTextArrivesExactlyWithTheFormatsThatHideItFromHistories() {
        assertEquals(SecretClipboard.Outcome.COPIED, copy("KEY", " pä\uD83D\uDE80\r\n"));
        assertEquals(" pä\uD83D\uDE80\r\n", text());
        Map<String, byte[]> wanted = Map.of(
                "ExcludeClipboardContentFromMonitorProcessing", new byte[4],
                "CanIncludeInClipboardHistory", new byte[4],
                "CanUploadToCloudClipboard", new byte[4],
                "x-kde-passwordManagerHint", "secret".getBytes(StandardCharsets.US_ASCII),
                "text/x-kde-passwordManagerHint", "secret".getBytes(StandardCharsets.US_ASCII));
        wanted.forEach((format, bytes) -> assertArrayEquals(bytes, content(format), format));
    }

    @Test
    void theNameAndTheSecondsLeftAreTold() {
        copy("KEY", "value");
        assertEquals("KEY", secrets.nameProperty().get());
        assertEquals(20, secrets.secondsLeftProperty().get());
        pass(Duration.ofSeconds(6));
        assertEquals(14, secrets.secondsLeftProperty().get());
    }

    @Test
    void itIsClearedWhenTheTimeIsOver() {
        copy("KEY", "value");
        pass(Duration.ofSeconds(19));
        assertEquals("value", text());
        pass(Duration.ofSeconds(1));
        assertEquals("", text());
        assertEquals("", secrets.nameProperty().get());
        assertEquals(0, secrets.secondsLeftProperty().get());
        assertEquals(0, time.waiting());
    }

    @Test
    void timeThatPassesWhileTheComputerSleepsCounts() {
        copy("KEY", "value");
        time.sleep(Duration.ofHours(1));
        pass(Duration.ofSeconds(1));
        assertEquals("", text());
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepItLonger() {
        copy("KEY", "value");
        time.sleep(Duration.ofHours(-1));
        pass(Duration.ofSeconds(20));
        assertEquals("", text());
    }

    @Test
    void whatSomebodyElseCopiedStays() {
        copy("KEY", "value");
        put("somebody else's");
        pass(Duration.ofSeconds(30));
        assertEquals("somebody else's", text());
        assertEquals("", secrets.nameProperty().get());
    }

    @Test
    void aSecondSecretReplacesTheFirstAndItsTime() {
        copy("FIRST", "one");
        pass(Duration.ofSeconds(15));
        copy("SECOND", "two");
        pass(Duration.ofSeconds(15));
        assertEquals("two", text());
        assertEquals("SECOND", secrets.nameProperty().get());
        assertEquals(5, secrets.secondsLeftProperty().get());
        pass(Duration.ofSeconds(5));
        assertEquals("", text());
    }

    @Test
    void clearNowAndCloseClearAtOnce() {
        copy("KEY", "value");
        runOnFx(secrets::clearNow);
        assertEquals("", text());
        assertEquals(0, time.waiting());
        copy("KEY", "value");
        runOnFx(secrets::close);
        assertEquals("", text());
    }

    @Test
    void clearingWithoutACopyLeavesOthersContentAlone() {
        put("somebody else's");
        runOnFx(secrets::clearNow);
        assertEquals("somebody else's", text());
    }

    @Test
    void neverMeansUntilItIsAskedForOrClosed() {
        clearAfter = Duration.ZERO;
        copy("KEY", "value");
        assertEquals(0, time.waiting());
        pass(Duration.ofDays(1));
        assertEquals("value", text());
        assertEquals("KEY", secrets.nameProperty().get());
        runOnFx(secrets::close);
        assertEquals("", text());
    }

    @Test
    void aValueThatIsNotTextIsRefusedAndTheEarlierCopyStays() {
        copy("KEY", "value");
        SecretValue binary = SecretValue.taking(new byte[] {'a', (byte) 0xFF});
        assertEquals(SecretClipboard.Outcome.NOT_TEXT, onFx(() -> secrets.copy("BLOB", binary)));
        assertEquals("value", text());
        assertEquals("KEY", secrets.nameProperty().get());
    }

    @Test
    void theMarkKnowsItsBytesOnlyUntilItForgets() {
        ClipboardMark mark = new ClipboardMark(new SecureRandom());
        assertFalse(mark.matches(new byte[0]));
        mark.take(new byte[] {1, 2});
        assertTrue(mark.matches(new byte[] {1, 2}));
        assertFalse(mark.matches(new byte[] {1, 3}));
        mark.forget();
        assertFalse(mark.matches(new byte[] {1, 2}));
    }

    private SecretClipboard.Outcome copy(String name, String value) {
        return onFx(() -> {
            try (SecretValue secret = SecretValue.taking(value.getBytes(StandardCharsets.UTF_8))) {
                return secrets.copy(name, secret);
            }
        });
    }

    private void pass(Duration duration) {
        runOnFx(() -> time.pass(duration));
    }

    private static void put(String text) {
        runOnFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private static String text() {
        return onFx(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
    }

    private static byte[] content(String format) {
        return onFx(() -> {
            Object found = Clipboard.getSystemClipboard().getContent(DataFormat.lookupMimeType(format));
            ByteBuffer buffer = ((ByteBuffer) found).duplicate();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        });
    }
}
