package dev.lockstep.transfer.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.vault.Progress;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWalkTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonWalk walk(String text) throws ImportException {
        return JsonWalk.of(MemorySegment.ofArray(utf8(text)), Progress.UNTOLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " [ ] ",
                "0",
                "-0",
                "1.5e+10",
                "-12E-3",
                "true",
                "false",
                "null",
                "\"\"",
                "[1,2,[3,{\"a\":null}]]",
                "\t\r\n{\"a\" : \"b\" , \"a\":1}\n",
                "\"\\u00e9\\ud83d\\ude00\\n\\t\\b\\f\\r\\/\\\\\\\"\"",
                "\"\u0080\u07ff\u0800\uffff\"",
                "\"\\u0000\"",
                "\"\u007f\"",
                "\ufeff{}",
                "123456789012345678901234567890"
            })
    void whatIsJsonIsReadAsEveryoneReadsIt(String text) throws Exception {
        assertTrue(JsonOracle.ours(utf8(text)).isPresent(), text);
        JsonOracle.check(utf8(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "{]",
                "[}",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "[1 2]",
                "{} {}",
                "{}x",
                "01",
                "-",
                "+1",
                ".5",
                "1.",
                "1e",
                "1e+",
                "NaN",
                "Infinity",
                "tru",
                "truE",
                "nul",
                "\"",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\n\"",
                "\"\t\"",
                "\"\u0000\"",
                "// c\n{}",
                "/**/{}",
                "[1]\u0000",
                "\u00a0{}",
                "{\"a\":1 \"b\":2}",
                "\ufeff\ufeff{}",
                "\"\\ud800\\uzzzz\""
            })
    void whatIsNoJsonIsDamagedForEveryone(String text) throws Exception {
        assertEquals(Optional.empty(), JsonOracle.ours(utf8(text)), text);
        JsonOracle.check(utf8(text));
    }

    @Test
    void bytesThatAreNotUtf8AreDamaged() throws Exception {
        int[][] wrong = {
            {0x80},
            {0xc0, 0x80},
            {0xc1, 0xbf},
            {0xc3},
            {0xc3, 0x28},
            {0xe0, 0x9f, 0xbf},
            {0xed, 0xa0, 0x80},
            {0xe2, 0x82},
            {0xf0, 0x8f, 0xbf, 0xbf},
            {0xf4, 0x90, 0x80, 0x80},
            {0xf5, 0x80, 0x80, 0x80},
            {0xff},
            {0xfe},
            {0xe2, 0x28, 0xa1}
        };
        for (int[] octets : wrong) {
            byte[] text = new byte[octets.length + 2];
            text[0] = '"';
            text[text.length - 1] = '"';
            for (int i = 0; i < octets.length; i++) {
                text[i + 1] = (byte) octets[i];
            }
            assertEquals(Optional.empty(), JsonOracle.ours(text));
            JsonOracle.check(text);
        }
    }

    @Test
    void everyCharacterThereIsComesOutAsItIs() throws Exception {
        StringBuilder all = new StringBuilder("[");
        for (int point = 0x20; point <= Character.MAX_CODE_POINT; point++) {
            if (point != '"' && point != '\\' && (point < 0xd800 || point > 0xdfff)) {
                all.append(point % 1000 == 0x20 ? "\"" : "").appendCodePoint(point);
                all.append(point % 1000 == 0x1f ? "\"," : "");
            }
        }
        JsonOracle.check(utf8(all.append("\"]").toString()));
        StringBuilder escaped = new StringBuilder("[");
        for (int unit = 0; unit <= 0xffff; unit++) {
            escaped.append(String.format("\"\\u%04X\",", unit));
        }
        JsonOracle.check(utf8(escaped.append("0]").toString()));
    }

    @Test
    void sixtyFourLevelsAreReadAndAHundredThousandAreTooDeep() {
        String deep = "[".repeat(JsonWalk.DEEPEST) + "]".repeat(JsonWalk.DEEPEST);
        assertEquals(Reason.TOO_DEEP, refused("[" + deep + "]"));
        assertEquals(Reason.TOO_DEEP, refused("[".repeat(100_000)));
        assertEquals(Reason.TOO_DEEP, refused("{\"a\":".repeat(100_000)));
        assertEquals(Reason.TOO_DEEP, refused("[{\"a\":".repeat(50_000)));
        assertEquals(Reason.DAMAGED, refused("[[[[]"));
    }

    private static Reason refused(String text) {
        return assertThrows(ImportException.class, () -> {
                    JsonWalk walk = walk(text);
                    walk.skip();
                    walk.end();
                })
                .reason();
    }

    @Test
    void linesAreCounted() throws Exception {
        JsonWalk walk = walk("{\n\"a\":\r\n1,\n\n\"b\" : [\n\"\\n\" ,2]}");
        List<Integer> lines = new ArrayList<>();
        walk.members(name -> {
            lines.add(walk.line());
            walk.skip();
        });
        assertEquals(List.of(3, 5), lines);
    }

    @Test
    void anObjectOfAFormatHasEachNameOnceAndNotTooMany() throws Exception {
        JsonWalk sound = walk("{\"a\":1,\"b\":2}");
        sound.object(name -> sound.skip());
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 1001; i++) {
            many.append("\"n").append(i).append("\":1,");
        }
        for (String text :
                List.of("{\"a\":1,\"a\":2}", many.append("\"last\":1}").toString())) {
            JsonWalk walk = walk(text);
            assertEquals(
                    Reason.DAMAGED,
                    assertThrows(ImportException.class, () -> walk.object(name -> walk.skip()))
                            .reason());
        }
    }

    @Test
    void aLongTextThatIsNoSecretIsCutBetweenCharacters() throws Exception {
        String text = walk("\"x" + "\u00fc".repeat(JsonWalk.LONGEST_TEXT) + "\"")
                .text()
                .orElseThrow();
        assertEquals("x" + "\u00fc".repeat(JsonWalk.LONGEST_TEXT / 2 - 1), text);
    }

    @Test
    void numbersAreWholeOrDamagedAndGreatOnesAreTheGreatest() throws Exception {
        assertEquals(-5, walk("-5").number());
        assertEquals(Long.MAX_VALUE, walk("9".repeat(30)).number());
        assertEquals(Long.MIN_VALUE, walk("-" + "9".repeat(30)).number());
        for (String text : List.of("1.0", "1e3", "\"1\"", "null")) {
            assertThrows(ImportException.class, () -> walk(text).number(), text);
        }
    }
}
