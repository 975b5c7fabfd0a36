package dev.lockstep.transfer.json;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The bytes of a JSON text, and how far they are read. */
final class JsonBytes {
    private final MemorySegment source;
    private final int length;
    private int at;
    private int line = 1;
    private boolean ranOut;

    /** @param source less than 2 GiB */
    JsonBytes(MemorySegment source) {
        this.source = source;
        this.length = Math.toIntExact(source.byteSize());
    }

    MemorySegment source() {
        return source;
    }

    int length() {
        return length;
    }

    /** The index of the byte that comes next. */
    int at() {
        return at;
    }

    void moveTo(int index) {
        at = index;
    }

    /** The line of the byte that comes next, counted from 1. A text of JSON has no line ends inside. */
    int line() {
        return line;
    }

    /** Whether more was asked for than there is. */
    boolean ranOut() {
        return ranOut;
    }

    /** The next byte as 0 to 255, or -1 at the end. */
    int peek() {
        if (at == length) {
            ranOut = true;
            return -1;
        }
        return source.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    /** Reads the next byte, 0 to 255. */
    int take() throws ImportException {
        int octet = peek();
        if (octet < 0) {
            throw damaged();
        }
        at++;
        return octet;
    }

    /** Reads what has to come next, in ASCII. */
    void expect(String ascii) throws ImportException {
        for (int i = 0; i < ascii.length(); i++) {
            if (take() != ascii.charAt(i)) {
                throw damaged();
            }
        }
    }

    /** Passes over white space (RFC 8259, 2) and looks at what comes then. */
    int skipBlank() {
        int octet = peek();
        while (octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t') {
            line += octet == '\n' ? 1 : 0;
            at++;
            octet = peek();
        }
        return octet;
    }

    static ImportException damaged() {
        return new ImportException(Reason.DAMAGED);
    }
}
