package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiffLinesTest {
    /** The comparison as a text: a sign and the line for each, what changed inside in brackets. */
    private static String told(String older, String newer) {
        return DiffLines.of(older, newer).stream()
                .map(line -> switch (line.kind()) {
                    case GAP -> "." + line.to() + "\n";
                    case SAME -> " " + newer.substring(line.from(), line.to());
                    case REMOVED -> "-" + marked(line, older);
                    case ADDED -> "+" + marked(line, newer);
                })
                .collect(Collectors.joining());
    }

    private static String marked(DiffLine line, String text) {
        StringBuilder told = new StringBuilder();
        for (int i = line.from(); i < line.to(); i++) {
            boolean before = i > line.from() && line.changedAt(i - 1);
            if (line.changedAt(i) && !before) {
                told.append('[');
            } else if (!line.changedAt(i) && before) {
                told.append(']');
            }
            told.append(text.charAt(i));
        }
        return told.append(line.to() > line.from() && line.changedAt(line.to() - 1) ? "]" : "")
                .toString();
    }

    @Test
    void oneLineTellsItsCharacters() {
        assertEquals("-sk_[test]_51Hx+sk_[live]_51Hx", told("sk_test_51Hx", "sk_live_51Hx"));
        assertEquals("-token_1+token_1[23]", told("token_1", "token_123"));
        assertEquals("-[a]bcdefgh+bcdefgh", told("abcdefgh", "bcdefgh"));
    }

    @Test
    void linesWithLittleInCommonAreTakenAsAWhole() {
        assertEquals("-xK3a9Qm+p0aTzW8", told("xK3a9Qm", "p0aTzW8"));
    }

    @Test
    void aFewEqualCharactersBetweenChangesAreTakenForChance() {
        assertEquals("-begin[1xx2]end+begin[3xx4]end", told("begin1xx2end", "begin3xx4end"));
    }

    @Test
    void linesAreComparedBeforeCharacters() {
        assertEquals(" one\n-tw[o]\n+tw[elve]\n three\n", told("one\ntwo\nthree\n", "one\ntwelve\nthree\n"));
        assertEquals("-one\n two\n", told("one\ntwo\n", "two\n"));
        assertEquals(" one\n+two\n", told("one\n", "one\ntwo\n"));
        assertEquals(
                "-a\n-b\n+c\n same",
                told("a\nb\nsame", "c\nsame").replace("[", "").replace("]", ""));
    }

    @Test
    void aLineEndAtTheVeryEndIsADifference() {
        assertEquals("-secret+secret[\n]", told("secret", "secret\n"));
        assertEquals("-secret[\r]\n+secret\n", told("secret\r\n", "secret\n").replace("[\r\n]", "[\r]\n"));
    }

    @Test
    void manyEqualLinesAreLeftOutAndSaidSo() {
        String before = "line\n".repeat(10);
        String after = "last\n".repeat(20);
        assertEquals(
                ".7\n line\n line\n line\n-key[1]\n+key[2]\n last\n last\n last\n.17\n",
                told(before + "key1\n" + after, before + "key2\n" + after));
        String between = "between\n".repeat(9);
        assertEquals(
                "-a1\n+a2\n between\n between\n between\n.3\n between\n between\n between\n-b1\n+b2\n",
                told("a1\n" + between + "b1\n", "a2\n" + between + "b2\n")
                        .replace("[", "")
                        .replace("]", ""));
    }

    @Test
    void oneLineIsNotWorthLeavingOut() {
        assertEquals(
                " 1\n 2\n 3\n 4\n-a\n+b\n",
                told("1\n2\n3\n4\na\n", "1\n2\n3\n4\nb\n").replace("[", "").replace("]", ""));
    }

    @Test
    void anEmptyTextHasNoLines() {
        assertEquals("+secret", told("", "secret"));
        assertEquals("-secret", told("secret", ""));
        assertEquals(List.of(), DiffLines.of("", ""));
    }

    @Test
    void charactersThatAReaderTakesForOneAreMarkedTogether() {
        String older = "password \ud83d\udd11";
        String newer = "password \ud83d\udd12";
        assertEquals("-password [\ud83d\udd11]+password [\ud83d\udd12]", told(older, newer));
        assertEquals("-password e+password [e\u0301]", told("password e", "password e\u0301"));
    }

    @Test
    void everyPlaceOfBothTextsIsInExactlyOneLineOrGap() {
        var random = new java.util.Random(5);
        for (int round = 0; round < 2000; round++) {
            String older = lines(random);
            String newer = lines(random);
            int old = 0;
            int fresh = 0;
            for (DiffLine line : DiffLines.of(older, newer)) {
                switch (line.kind()) {
                    case REMOVED -> {
                        assertEquals(old, line.from());
                        old = line.to();
                    }
                    case ADDED -> {
                        assertEquals(fresh, line.from());
                        fresh = line.to();
                    }
                    case SAME -> {
                        assertEquals(fresh, line.from());
                        old += line.to() - line.from();
                        fresh = line.to();
                    }
                    case GAP -> {
                        for (int left = line.to(); left > 0; left--) {
                            int ended = newer.indexOf('\n', fresh) + 1;
                            int end = ended == 0 ? newer.length() : ended;
                            old += end - fresh;
                            fresh = end;
                        }
                    }
                }
                assertTrue(line.changed().stream().allMatch(range -> range.from() < range.to()));
            }
            assertEquals(older.length(), old);
            assertEquals(newer.length(), fresh);
        }
    }

    private static String lines(java.util.Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(20); left > 0; left--) {
            text.append((char) ('a' + random.nextInt(3))).append('\n');
        }
        return text.append(random.nextBoolean() ? "end" : "").toString();
    }
}
