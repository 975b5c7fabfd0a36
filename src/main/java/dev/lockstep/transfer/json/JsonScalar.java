package dev.lockstep.transfer.json;

import dev.lockstep.transfer.ImportException;

/** Numbers, truth values and {@code null} (RFC 8259, 3 and 6). */
final class JsonScalar {
    private JsonScalar() {}

    /** Passes over the one that comes next. */
    static void pass(JsonBytes bytes) throws ImportException {
        switch (bytes.skipBlank()) {
            case 't' -> bytes.expect("true");
            case 'f' -> bytes.expect("false");
            case 'n' -> bytes.expect("null");
            default -> number(bytes);
        }
    }

    /** A whole number that was read; beyond 18 digits the greatest or least there is. */
    static long whole(String number) throws ImportException {
        if (number.chars().anyMatch(unit -> unit == '.' || unit == 'e' || unit == 'E')) {
            throw JsonBytes.damaged();
        }
        if (number.length() > 18) {
            return number.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return Long.parseLong(number);
    }

    private static void number(JsonBytes bytes) throws ImportException {
        if (bytes.peek() == '-') {
            bytes.take();
        }
        if (bytes.peek() == '0') {
            bytes.take();
        } else {
            digits(bytes);
        }
        if (bytes.peek() == '.') {
            bytes.take();
            digits(bytes);
        }
        if (bytes.peek() == 'e' || bytes.peek() == 'E') {
            bytes.take();
            if (bytes.peek() == '+' || bytes.peek() == '-') {
                bytes.take();
            }
            digits(bytes);
        }
    }

    private static void digits(JsonBytes bytes) throws ImportException {
        int first = bytes.take();
        if (first < '0' || first > '9') {
            throw JsonBytes.damaged();
        }
        while (bytes.peek() >= '0' && bytes.peek() <= '9') {
            bytes.take();
        }
    }
}
