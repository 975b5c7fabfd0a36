package dev.lockstep.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Rows of comma-separated values as RFC 4180 defines them: every cell in double quotes, quotes inside doubled, rows ended by CR LF. A cell
 * that a spreadsheet could take for a formula gets an apostrophe in front (CWE-1236), and so does one that begins with apostrophes before
 * such a thing, so that the apostrophe can be taken away again.
 */
public final class CsvText {
    /** What begins a formula, in Latin and in full width, or slips in front of one. */
    private static final String DANGEROUS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    /** Where some spreadsheets begin another cell, whatever the quotes say. */
    private static final String SEPARATORS = ";\t\r\n\"";

    private CsvText() {}

    /** One row with its end. */
    static String row(String... cells) {
        return Arrays.stream(cells)
                .map(CsvText::guarded)
                .map(CsvText::quoted)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** The cell in double quotes, exactly. */
    static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The cell with an apostrophe before whatever could begin a formula: at its start, and behind separators inside it. */
    static String guarded(String cell) {
        return new String(guarded(cell.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /**
     * The same of bytes.
     *
     * @param cell UTF-8; stays the caller's to wipe
     * @return to be wiped by the caller if it is a secret
     */
    public static byte[] guarded(byte[] cell) {
        byte[] safe = new byte[2 * cell.length];
        int length = 0;
        boolean start = true;
        for (int i = 0; i < cell.length; i++) {
            if (start && beginsFormula(cell, i)) {
                safe[length++] = '\'';
            }
            safe[length++] = cell[i];
            start = isSeparator(cell[i]);
        }
        byte[] exact = Arrays.copyOf(safe, length);
        Arrays.fill(safe, (byte) 0);
        return exact;
    }

    private static boolean isSeparator(byte octet) {
        return octet >= 0 && SEPARATORS.indexOf(octet) >= 0;
    }

    /**
     * Takes away the apostrophes that {@link #guarded} put in.
     *
     * @param cell UTF-8; overwritten with zeros
     * @return to be wiped by the caller if it is a secret
     */
    public static byte[] unguarded(byte[] cell) {
        int length = 0;
        boolean start = true;
        for (int i = 0; i < cell.length; i++) {
            if (start && cell[i] == '\'' && beginsFormula(cell, i)) {
                i++;
            }
            cell[length++] = cell[i];
            start = isSeparator(cell[length - 1]);
        }
        byte[] exact = Arrays.copyOf(cell, length);
        Arrays.fill(cell, (byte) 0);
        return exact;
    }

    private static boolean beginsFormula(byte[] cell, int from) {
        int at = from;
        while (at < cell.length && cell[at] == '\'') {
            at++;
        }
        if (at < cell.length && cell[at] >= 0) {
            return DANGEROUS.indexOf(cell[at]) >= 0;
        }
        // in full width: U+FF00 to U+FF3F is EF BC and a third byte that holds the rest
        return at + 2 < cell.length
                && (cell[at] & 0xff) == 0xef
                && (cell[at + 1] & 0xff) == 0xbc
                && DANGEROUS.indexOf(0xff00 | (cell[at + 2] & 0x3f)) >= 0;
    }
}
