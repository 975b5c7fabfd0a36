package dev.lockstep.transfer;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Rows of comma-separated values as RFC 4180 defines them: every cell in double quotes, quotes inside doubled, rows ended by CR LF. A cell
 * that a spreadsheet could take for a formula gets an apostrophe in front (CWE-1236).
 */
final class CsvText {
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
        StringBuilder safe = new StringBuilder(cell.length() + 1);
        boolean start = true;
        for (int i = 0; i < cell.length(); i++) {
            char unit = cell.charAt(i);
            if (start && DANGEROUS.indexOf(unit) >= 0) {
                safe.append('\'');
            }
            safe.append(unit);
            start = SEPARATORS.indexOf(unit) >= 0;
        }
        return safe.toString();
    }
}
