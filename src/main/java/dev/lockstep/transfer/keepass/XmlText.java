package dev.lockstep.transfer.keepass;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text of an element as UTF-8. What is longer than kept is counted only. Overwritten when it is cleared, outgrown or closed. */
final class XmlText implements AutoCloseable {
    private static final int LEAST = 1024;
    private static final int MAX_REFERENCE = 10;

    private final int most;
    private byte[] bytes = new byte[LEAST];
    private long length;
    private int fillers;

    /** @param most how many bytes are kept */
    XmlText(int most) {
        this.most = most;
    }

    /** Adds a character that was read, or what it stands for. */
    void add(int unit, XmlBytes in) throws IOException, ImportException, InterruptedException {
        switch (unit) {
            case '&' -> addReference(in);
            case '\r' -> addLineEnd(in);
            default -> put(unit);
        }
    }

    /** Adds characters as they are, up to {@code ]]>}. */
    void addUntilEnd(XmlBytes in) throws IOException, ImportException, InterruptedException {
        int brackets = 0;
        for (int unit = in.read(); !(unit == '>' && brackets >= 2); unit = in.read()) {
            XmlScanner.require(unit >= 0);
            if (unit == ']') {
                brackets++;
                continue;
            }
            putBrackets(brackets);
            brackets = 0;
            if (unit == '\r') {
                addLineEnd(in);
            } else {
                put(unit);
            }
        }
        putBrackets(brackets - 2);
    }

    private void putBrackets(int count) {
        for (int i = 0; i < count; i++) {
            put(']');
        }
    }

    private void addLineEnd(XmlBytes in) throws IOException, InterruptedException {
        in.accept('\n');
        put('\n');
    }

    private void addReference(XmlBytes in) throws IOException, ImportException, InterruptedException {
        StringBuilder name = new StringBuilder();
        for (int unit = in.read(); unit != ';'; unit = in.read()) {
            XmlScanner.require(unit >= 0 && name.length() < MAX_REFERENCE);
            name.append((char) unit);
        }
        switch (name.toString()) {
            case "lt" -> put('<');
            case "gt" -> put('>');
            case "amp" -> put('&');
            case "quot" -> put('"');
            case "apos" -> put('\'');
            default -> addNumber(name);
        }
    }

    private void addNumber(StringBuilder name) throws ImportException {
        boolean hexadecimal = name.indexOf("#x") == 0;
        XmlScanner.require(hexadecimal || name.indexOf("#") == 0);
        try {
            int point = Integer.parseInt(name, hexadecimal ? 2 : 1, name.length(), hexadecimal ? 16 : 10);
            XmlScanner.require(Character.isValidCodePoint(point)
                    && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE));
            byte[] encoded = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            for (byte unit : encoded) {
                put(unit);
            }
        } catch (NumberFormatException e) {
            throw new ImportException(Reason.DAMAGED);
        }
    }

    private void put(int unit) {
        if (length < most) {
            if (length == bytes.length) {
                byte[] larger = Arrays.copyOf(bytes, Math.min(most, 2 * bytes.length));
                Arrays.fill(bytes, (byte) 0);
                bytes = larger;
            }
            bytes[(int) length] = (byte) unit;
        }
        length++;
        fillers += unit == '=' ? 1 : 0;
    }

    /** Whether all of it was kept. */
    boolean isWhole() {
        return length <= most;
    }

    /** How many bytes it is as base64. */
    long sizeFromBase64() {
        return (length - fillers) * 3 / 4;
    }

    /** A copy of what was kept, to be overwritten by the caller if it is secret. */
    byte[] copy() {
        return Arrays.copyOf(bytes, (int) Math.min(length, most));
    }

    /** What was kept, where it is no secret. */
    String string() {
        return new String(bytes, 0, (int) Math.min(length, most), StandardCharsets.UTF_8);
    }

    void clear() {
        Arrays.fill(bytes, 0, (int) Math.min(length, bytes.length), (byte) 0);
        length = 0;
        fillers = 0;
    }

    @Override
    public void close() {
        clear();
    }
}
