package dev.lockstep.transfer.dotenv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotenvParserTest {
    /** Entries as {@code line NAME=value}, then problems as {@code line KIND}. */
    private static List<String> parsed(String content) {
        return parsed(content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> parsed(byte[] content) {
        byte[] before = content.clone();
        try (ImportSource source = DotenvParser.parse(content)) {
            assertArrayEquals(before, content);
            return java.util.stream.Stream.concat(
                            source.entries().stream().map(DotenvParserTest::shown),
                            source.problems().stream()
                                    .map(problem -> problem.place().line() + " " + problem.kind()))
                    .toList();
        } catch (ImportException e) {
            return List.of(e.reason().toString());
        }
    }

    private static String shown(ImportEntry entry) {
        String value = entry.value().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        return entry.place().line() + " " + entry.name() + "=" + value;
    }

    @Test
    void nothingIsReadFromNothing() {
        assertEquals(List.of(), parsed(""));
        assertEquals(List.of(), parsed("\ufeff"));
        assertEquals(List.of(), parsed("\n\r\n\r \t\n# only a comment"));
    }

    @Test
    void lineEndsOfAllKindsCountOnce() {
        assertEquals(List.of("1 A=1", "2 B=2", "3 C=3", "5 D=4"), parsed("A=1\nB=2\r\nC=3\r\rD=4"));
    }

    @Test
    void exportIsAWordBeforeTheNameOrTheNameItself() {
        assertEquals(List.of("1 A=1", "2 export=2", "3 exported=3"), parsed(" export  A=1\nexport=2\nexported=3"));
        assertEquals(List.of("1 export=2", "2 NO_EQUALS_SIGN"), parsed("export =2\nexport A"));
    }

    @Test
    void aQuoteThatNobodyClosesCostsItsOwnLineOnly() {
        for (String quote : List.of("\"", "'", "`")) {
            assertEquals(List.of("2 B=2", "1 UNTERMINATED_QUOTE"), parsed("A=" + quote + "x\nB=2"));
            assertEquals(List.of("1 UNTERMINATED_QUOTE"), parsed("A=" + quote));
        }
        assertEquals(List.of("1 UNTERMINATED_QUOTE"), parsed("A=\"\\\""));
        assertEquals(List.of("1 UNTERMINATED_QUOTE"), parsed("A=\"\\"));
        assertEquals(List.of("2 B=x", "1 UNTERMINATED_QUOTE"), parsed("A=\"x\nB=\"x\""));
    }

    @Test
    void backslashesCloseNoQuoteTheyDoNotEscape() {
        assertEquals(List.of("1 A=\\"), parsed("A=\"\\\\\""));
        assertEquals(List.of("1 A=\\"), parsed("A='\\'"));
        assertEquals(List.of("1 A=\\x\\"), parsed("A=\"\\x\\\\\""));
        assertEquals(List.of("1 A=\\\n"), parsed("A=\"\\\n\""));
    }

    @Test
    void onlyWhatOtherToolsWouldReplaceCountsAsInterpolation() {
        for (String value : List.of("$A", "x$_", "${A}", "$(id)", "\"$A\"", "\"a\\\\$A\"")) {
            assertEquals(
                    Kind.INTERPOLATION.toString(),
                    parsed("V=" + value).getLast().substring(2),
                    value);
        }
        for (String value : List.of("$", "5$", "$5", "$$", "\\$A", "'$A'", "`${A}`", "\"\\$A\"")) {
            assertEquals(1, parsed("V=" + value).size(), value);
        }
    }

    @Test
    void theLastOfSeveralEqualNamesCounts() {
        assertEquals(List.of("2 B=2", "3 A=3", "1 OVERRIDDEN", "3 DUPLICATE"), parsed("A=1\nB=2\nA=3"));
        assertEquals(List.of("1 A=1", "2 UNTERMINATED_QUOTE"), parsed("A=1\nA=\"3"));
        assertEquals(List.of("1 A=1", "2 a=2"), parsed("A=1\na=2"));
    }

    @Test
    void whatIsNoNameIsNeverRepeated() {
        try (ImportSource source = DotenvParser.parse(
                "postgres://u:pw@h/db?x=y\nMIIE+Qx9==\nA B=c\n\u0007=x".getBytes(StandardCharsets.UTF_8))) {
            assertEquals(0, source.entries().size());
            assertEquals(4, source.problems().size());
            source.problems().forEach(problem -> assertEquals(Kind.BAD_NAME, problem.kind()));
            source.problems()
                    .forEach(problem -> assertEquals(true, problem.name().isEmpty()));
        } catch (ImportException e) {
            throw new AssertionError(e);
        }
        byte[] invalid = {'A', (byte) 0xff, '=', 'x'};
        assertEquals(List.of("1 BAD_NAME"), parsed(invalid));
    }

    @Test
    void namesAndValuesMayBeAsLongAsAVaultTakesThem() {
        assertEquals(1, parsed("N".repeat(255) + "=1").size());
        assertEquals(List.of("1 NAME_TOO_LONG"), parsed("N".repeat(256) + "=1"));
        assertEquals(List.of("1 NAME_TOO_LONG"), parsed("\u00e9".repeat(256) + "=1"));
        String most = "v".repeat(SecretValue.MAX_SIZE);
        assertEquals(List.of("1 A=" + most), parsed("A=" + most));
        assertEquals(List.of("2 B=1", "1 VALUE_TOO_LARGE"), parsed("A=" + most + "v\nB=1"));
        assertEquals(List.of("1 A=\n" + most.substring(1)), parsed("A=\"\\n" + most.substring(1) + "\""));
    }

    @Test
    void theNumberOfEntriesAndOfWrongLinesIsBounded() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= DotenvParser.MAX_ENTRIES; i++) {
            many.append('K').append(i).append("=\n");
        }
        List<String> found = parsed(many.toString());
        assertEquals(DotenvParser.MAX_ENTRIES + 1, found.size());
        assertEquals("100001 TOO_MANY_ENTRIES", found.getLast());
        List<String> wrong = parsed("x\n".repeat(5000));
        assertEquals(DotenvParser.MAX_LOST_LINES + 1, wrong.size());
        assertEquals("1001 TOO_MANY_PROBLEMS", wrong.getLast());
    }

    @Test
    void aLargerFileAndUtf16AreRefused() {
        ImportException refused =
                assertThrows(ImportException.class, () -> DotenvParser.parse(new byte[DotenvFormat.MAX_SIZE + 1]));
        assertEquals(Reason.TOO_LARGE, refused.reason());
        assertEquals(List.of("1 UTF_16"), parsed("\ufeffA=1".getBytes(Charset.forName("UTF-16LE"))));
        assertEquals(List.of("1 UTF_16"), parsed("\ufeffA=1".getBytes(Charset.forName("UTF-16BE"))));
    }

    @Test
    void commentsDescribeTheEntryRightBelow() throws ImportException {
        String content =
                "# first\n#  second  \n# ------\nA=1\nB=2\n# lost\n\nC=3\n#x=1\n# export Y.z = 1\n# kept\nD=4\n# above\nE=5 # behind\n# "
                        + "\u00e9".repeat(600)
                        + "\nF=6\n#\u0000a\u001bb\nG=7\n# a = is fine in text = here\nH='8' #=\n";
        try (ImportSource source = DotenvParser.parse(content.getBytes(StandardCharsets.UTF_8))) {
            List<String> found = source.entries().stream()
                    .map(entry -> entry.name() + ":"
                            + (entry.extras().description().isEmpty()
                                    ? "-"
                                    : entry.extras().description()))
                    .toList();
            assertEquals(
                    List.of(
                            "A:first\nsecond",
                            "B:-",
                            "C:-",
                            "D:kept",
                            "E:behind",
                            "F:" + "\u00e9".repeat(500),
                            "G:a b",
                            "H:-"),
                    found);
        }
    }
}
