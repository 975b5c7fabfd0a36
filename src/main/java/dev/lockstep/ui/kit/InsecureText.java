package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/**
 * The danger spot: the only place where a whole secret becomes a {@link String}, because the clipboard of the toolkit takes and gives
 * nothing else. Such strings are dropped at once, and the sweep of the heap after a lock overwrites them.
 */
final class InsecureText {
    private InsecureText() {}

    static boolean isText(SecretValue value) {
        try (SecretBuffer decoded = new SecretBuffer(SecretValue.MAX_SIZE)) {
            return decoded.load(value);
        }
    }

    /** Puts UTF-8 bytes on the clipboard as text, with the formats that ask clipboard histories to leave it out. */
    static boolean toClipboard(byte[] utf8) {
        ClipboardContent content = new ClipboardContent();
        content.putString(new String(utf8, StandardCharsets.UTF_8));
        hints().forEach((id, bytes) -> content.put(format(id), ByteBuffer.wrap(bytes)));
        return Clipboard.getSystemClipboard().setContent(content);
    }

    /** Windows reads the first three, KDE the last two. They go as {@link ByteBuffer}, since other types would be sent serialized. */
    private static Map<String, byte[]> hints() {
        byte[] secret = "secret".getBytes(StandardCharsets.US_ASCII);
        return Map.of(
                "ExcludeClipboardContentFromMonitorProcessing", new byte[4],
                "CanIncludeInClipboardHistory", new byte[4],
                "CanUploadToCloudClipboard", new byte[4],
                "x-kde-passwordManagerHint", secret,
                "text/x-kde-passwordManagerHint", secret);
    }

    private static DataFormat format(String id) {
        DataFormat known = DataFormat.lookupMimeType(id);
        return known == null ? new DataFormat(id) : known;
    }

    static boolean clipboardMatches(ClipboardMark mark) {
        String text = fromClipboard();
        if (text == null) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return mark.matches(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Puts the clipboard's text in place of the selection.
     *
     * @param lines whether line ends and other control characters are taken too; one line has no place for them
     * @return whether it fitted
     */
    static boolean paste(Editing editing, boolean lines) {
        String text = fromClipboard();
        if (text == null) {
            return true;
        }
        if (lines) {
            return editing.replaceSelection(text);
        }
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            kept += Character.isISOControl(text.charAt(i)) ? 0 : 1;
        }
        if (kept > editing.room()) {
            return false;
        }
        try (SecretBuffer line = new SecretBuffer(kept)) {
            for (int from = 0; from < text.length(); from++) {
                int to = from;
                while (to < text.length() && !Character.isISOControl(text.charAt(to))) {
                    to++;
                }
                line.insert(line.length(), CharBuffer.wrap(text, from, to));
                from = to;
            }
            return editing.replaceSelection(line);
        }
    }

    static void clearClipboard() {
        Clipboard.getSystemClipboard().clear();
    }

    /** What another program or this one put on the clipboard, or null if it is not text. */
    private static @Nullable String fromClipboard() {
        return Clipboard.getSystemClipboard().getString();
    }
}
