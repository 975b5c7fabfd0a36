package dev.lockstep.transfer.folder;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.Holding.Thing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What stands in the lines of a secret of {@code pass}; they end with LF or CR LF. Nothing but user names and addresses becomes a String. */
final class PassText {
    private static final String PEM = "-----BEGIN ";
    private static final String ONE_TIME_CODE = "otpauth://";
    private static final List<String> USER_NAMES = List.of("user:", "username:", "login:");
    private static final List<String> ADDRESSES = List.of("url:", "uri:", "website:");

    private final byte[] text;
    private final ForeignItem item;
    private final byte[] rest;
    private int kept;

    /** @param text UTF-8; stays the caller's to wipe */
    PassText(byte[] text, ForeignItem item) {
        this.text = text;
        this.item = item;
        this.rest = new byte[text.length];
    }

    void read() {
        if (startsWith(PEM, 0)) {
            item.password(value(0, text.length));
            return;
        }
        int end = lineEnd(0);
        if (startsWith(ONE_TIME_CODE, 0)) {
            item.oneTimeCode(value(0, withoutReturn(0, end)));
        } else {
            item.password(value(0, withoutReturn(0, end)));
        }
        try {
            while (end < text.length) {
                int start = end + 1;
                end = lineEnd(start);
                line(start, end);
            }
            rest();
        } finally {
            Arrays.fill(rest, (byte) 0);
        }
    }

    private void line(int start, int end) {
        int to = withoutReturn(start, end);
        if (startsWith(ONE_TIME_CODE, start)) {
            item.oneTimeCode(value(start, to));
            return;
        }
        boolean described =
                described(USER_NAMES, start, to, item::userName) || described(ADDRESSES, start, to, item::address);
        if (!described) {
            keep(start, Math.min(end + 1, text.length));
        }
    }

    private boolean described(List<String> labels, int start, int to, Consumer<String> taker) {
        Optional<String> label =
                labels.stream().filter(each -> isLabelled(each, start)).findFirst();
        label.ifPresent(found -> taker.accept(stripped(start + found.length(), to)));
        return label.isPresent();
    }

    private void keep(int from, int to) {
        System.arraycopy(text, from, rest, kept, to - from);
        kept += to - from;
    }

    private void rest() {
        int to = kept > 0 && rest[kept - 1] == '\n' ? kept - 1 : kept;
        if (kept > 0) {
            item.secret(Thing.NOTE, "Notes", SecretValue.taking(Arrays.copyOf(rest, to)));
        }
    }

    private boolean startsWith(String ascii, int from) {
        boolean same = from + ascii.length() <= text.length;
        for (int i = 0; same && i < ascii.length(); i++) {
            same = text[from + i] == ascii.charAt(i);
        }
        return same;
    }

    /** The same of a label, in letters of any case. */
    private boolean isLabelled(String label, int from) {
        boolean same = from + label.length() <= text.length;
        for (int i = 0; same && i < label.length(); i++) {
            same = Character.toLowerCase(text[from + i]) == label.charAt(i);
        }
        return same;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Before the CR of a CR LF. */
    private int withoutReturn(int start, int end) {
        return end > start && end < text.length && text[end - 1] == '\r' ? end - 1 : end;
    }

    private SecretValue value(int from, int to) {
        return SecretValue.taking(Arrays.copyOfRange(text, from, to));
    }

    private String stripped(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8).strip();
    }
}
