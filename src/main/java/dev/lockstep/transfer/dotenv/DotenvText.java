package dev.lockstep.transfer.dotenv;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The bytes of a {@code .env} file. Every access is counted, so that a test can show that the effort is linear. */
final class DotenvText {
    private final MemorySegment bytes;
    private final int length;
    private long reads;

    DotenvText(MemorySegment bytes) {
        this.bytes = bytes;
        this.length = Math.toIntExact(bytes.byteSize());
    }

    int length() {
        return length;
    }

    long reads() {
        return reads;
    }

    /** The byte as 0 to 255, or -1 at the end and beyond. */
    int at(int index) {
        reads++;
        return index < length ? bytes.get(ValueLayout.JAVA_BYTE, index) & 0xff : -1;
    }

    /** Index of the next line end, which is LF, CR or CR LF, or of the end of the text. */
    int lineEnd(int from) {
        int index = from;
        int unit = at(index);
        while (unit >= 0 && unit != '\n' && unit != '\r') {
            unit = at(++index);
        }
        return index;
    }

    /** Index after the line end that stands at an index. */
    int afterLine(int end) {
        if (at(end) == '\r' && at(end + 1) == '\n') {
            return end + 2;
        }
        return Math.min(end + 1, length);
    }

    /** How many line ends there are in a part. */
    int lines(int from, int to) {
        int lines = 0;
        for (int end = lineEnd(from); end < to; end = lineEnd(afterLine(end))) {
            lines++;
        }
        return lines;
    }

    /** Index of the first byte that is not blank, at most {@code to}. */
    int skipBlanks(int from, int to) {
        int index = from;
        while (index < to && isBlank(at(index))) {
            index++;
        }
        return index;
    }

    /** Index after the last byte that is not blank, at least {@code from}. */
    int trimBlanks(int from, int to) {
        int index = to;
        while (index > from && isBlank(at(index - 1))) {
            index--;
        }
        return index;
    }

    /** Index of a byte before {@code to}, or -1. */
    int indexOf(int wanted, int from, int to) {
        for (int index = from; index < to; index++) {
            if (at(index) == wanted) {
                return index;
            }
        }
        return -1;
    }

    boolean startsWith(String ascii, int from) {
        for (int i = 0; i < ascii.length(); i++) {
            if (at(from + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A copy of a part, to be wiped by the caller if it holds a secret. */
    byte[] copy(int from, int to) {
        reads += to - from;
        return bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
    }

    static boolean isBlank(int unit) {
        return unit == ' ' || unit == '\t' || unit == 0x0b || unit == 0x0c;
    }
}
