package dev.lockstep.transfer.json;

import dev.lockstep.transfer.ImportException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * One text of JSON (RFC 8259, 7) in UTF-8 (RFC 3629): found and measured first, decoded afterwards, so that it is written once and into just
 * as much memory as it needs. Half of a surrogate pair, which no bytes stand for (RFC 7493, 2.1), is decoded as U+FFFD.
 */
final class JsonText {
    private static final int REPLACEMENT = 0xFFFD;

    private final JsonBytes bytes;
    private final int from;
    private final int size;
    private final int end;
    private final boolean half;

    private MemorySegment target = MemorySegment.NULL;
    private long room;
    private int written;
    private boolean halves;

    private JsonText(JsonBytes bytes) throws ImportException {
        this.bytes = bytes;
        bytes.expect("\"");
        from = bytes.at();
        run();
        end = bytes.at();
        size = written;
        half = halves;
    }

    /** Reads the text that comes next and leaves the bytes behind it. */
    static JsonText next(JsonBytes bytes) throws ImportException {
        return new JsonText(bytes);
    }

    /** Length in bytes once it is decoded. */
    int size() {
        return size;
    }

    /** Whether half of a surrogate pair is in it. */
    boolean isBroken() {
        return half;
    }

    /** All of it, into memory of {@link #size()} bytes, or as much as there is room for. */
    void decode(MemorySegment into) throws ImportException {
        if (size == end - 1 - from) {
            MemorySegment.copy(bytes.source(), from, into, 0, Math.min(size, into.byteSize()));
            return;
        }
        target = into;
        room = into.byteSize();
        written = 0;
        bytes.moveTo(from);
        run();
        target = MemorySegment.NULL;
        room = 0;
    }

    /** A text that is no secret: its beginning, of at most so many bytes. */
    String text(int most) throws ImportException {
        byte[] decoded = new byte[Math.min(size, most)];
        decode(MemorySegment.ofArray(decoded));
        int length = decoded.length;
        if (length < size) {
            length = beforeCharacter(decoded);
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    /** Where the last character begins, which may be cut off. */
    private static int beforeCharacter(byte[] utf8) {
        int length = utf8.length;
        while (length > 0 && (utf8[--length] & 0xc0) == 0x80) {
            // goes on to the first byte of the character
        }
        return length;
    }

    private void put(int octet) {
        if (written < room) {
            target.set(ValueLayout.JAVA_BYTE, written, (byte) octet);
        }
        written++;
    }

    private void run() throws ImportException {
        int octet = bytes.take();
        while (octet != '"') {
            if (octet == '\\') {
                escape(bytes.take());
            } else if (octet >= 0x80) {
                sequence(octet);
            } else if (octet >= ' ') {
                put(octet);
            } else {
                throw JsonBytes.damaged();
            }
            octet = bytes.take();
        }
    }

    /** Copies a character of several bytes if it is one: the shortest form, no surrogate, nothing above U+10FFFF. */
    private void sequence(int lead) throws ImportException {
        if (lead < 0xc2 || lead > 0xf4) {
            throw JsonBytes.damaged();
        }
        put(lead);
        int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        for (int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3; more > 0; more--) {
            int octet = bytes.take();
            if (octet < least || octet > most) {
                throw JsonBytes.damaged();
            }
            put(octet);
            least = 0x80;
            most = 0xbf;
        }
    }

    private void escape(int kind) throws ImportException {
        switch (kind) {
            case 'b' -> put('\b');
            case 'f' -> put('\f');
            case 'n' -> put('\n');
            case 'r' -> put('\r');
            case 't' -> put('\t');
            case '"', '\\', '/' -> put(kind);
            case 'u' -> unit(hex());
            default -> throw JsonBytes.damaged();
        }
    }

    private void unit(int unit) throws ImportException {
        if (!Character.isSurrogate((char) unit)) {
            point(unit);
            return;
        }
        int after = bytes.at();
        if (Character.isHighSurrogate((char) unit) && bytes.take() == '\\' && bytes.take() == 'u') {
            int low = hex();
            if (Character.isLowSurrogate((char) low)) {
                point(Character.toCodePoint((char) unit, (char) low));
                return;
            }
        }
        bytes.moveTo(after);
        halves = true;
        point(REPLACEMENT);
    }

    private void point(int point) {
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xc0 | point >> 6);
            continued(point);
        } else if (point < 0x10000) {
            put(0xe0 | point >> 12);
            continued(point >> 6);
            continued(point);
        } else {
            put(0xf0 | point >> 18);
            continued(point >> 12);
            continued(point >> 6);
            continued(point);
        }
    }

    private void continued(int bits) {
        put(0x80 | (bits & 0x3f));
    }

    private int hex() throws ImportException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(bytes.take(), 16);
            if (digit < 0) {
                throw JsonBytes.damaged();
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
