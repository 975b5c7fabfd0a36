package dev.lockstep.transfer;

import java.util.ArrayList;
import java.util.List;

/** A reader of RFC 4180, rule by rule of its grammar, which refuses everything else. */
final class CsvReader {
    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        return new CsvReader(text).file();
    }

    /** file = record *(CRLF record) [CRLF] */
    private List<List<String>> file() {
        List<List<String>> records = new ArrayList<>();
        while (at < text.length()) {
            records.add(record());
            if (at < text.length()) {
                require(text.startsWith("\r\n", at), "a record ends with CR LF");
                at += 2;
            }
        }
        return records;
    }

    /** record = field *(COMMA field) */
    private List<String> record() {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        return fields;
    }

    /** field = (escaped / non-escaped) */
    private String field() {
        return at < text.length() && text.charAt(at) == '"' ? escaped() : plain();
    }

    /** escaped = DQUOTE *(TEXTDATA / COMMA / CR / LF / 2DQUOTE) DQUOTE */
    private String escaped() {
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
            require(at < text.length(), "a quote is closed");
            char unit = text.charAt(at++);
            if (unit != '"') {
                field.append(unit);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return field.toString();
            }
        }
    }

    /** non-escaped = *TEXTDATA; TEXTDATA = %x20-21 / %x23-2B / %x2D-7E, and beyond ASCII */
    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\r') {
            char unit = text.charAt(at);
            require(unit >= ' ' && unit != '"' && unit != 0x7F, "only plain text stands outside quotes");
            at++;
        }
        return text.substring(from, at);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("RFC 4180: " + what);
        }
    }
}
