package dev.lockstep.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: an answer, no exception, and no more looks at a byte than a constant. */
class DotenvFuzzTest {
    private static final int LOOKS_PER_BYTE = 16;

    private final Random random = new Random(8);

    private static void check(byte[] content) {
        DotenvText text = new DotenvText(MemorySegment.ofArray(content));
        try (ImportSource source = DotenvParser.parse(text)) {
            long most = (long) LOOKS_PER_BYTE * content.length + 64;
            assertTrue(text.reads() <= most, () -> text.reads() + " looks at " + content.length + " bytes");
            Set<String> names = new HashSet<>();
            int line = 0;
            for (DotenvEntry entry : source.entries()) {
                assertTrue(names.add(entry.name()));
                assertTrue(entry.line() > line);
                line = entry.line();
                assertFalse(entry.name().isEmpty());
                assertTrue(entry.name().length() <= DotenvNames.MAX_NAME);
                assertTrue(entry.value().size() <= SecretValue.MAX_SIZE);
            }
            assertTrue(source.problems().stream().allMatch(problem -> problem.line() >= 1));
        }
    }

    @Test
    void randomBytesAreAnswered() {
        for (int i = 0; i < 3000; i++) {
            byte[] content = new byte[random.nextInt(600)];
            random.nextBytes(content);
            check(content);
        }
    }

    @Test
    void randomPiecesOfTheFormatAreAnswered() {
        String[] pieces = {
            "A", "B", "=", "=", "\"", "'", "`", "\\", "#", " ", "\n", "\n", "\r", "\t", "$", "{", "export ", "\u00e9",
            "\0"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder content = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                content.append(pieces[random.nextInt(pieces.length)]);
            }
            check(content.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void mutationsOfARealFileAreAnswered() throws Exception {
        byte[] original;
        try (InputStream file = DotenvFuzzTest.class.getResourceAsStream("awkward.env")) {
            original = file.readAllBytes();
        }
        for (int i = 0; i < 3000; i++) {
            byte[] content = Arrays.copyOf(original, random.nextInt(original.length + 1));
            for (int n = random.nextInt(8); n > 0 && content.length > 0; n--) {
                content[random.nextInt(content.length)] = original[random.nextInt(original.length)];
            }
            check(content);
        }
    }

    @Test
    void filesMadeToBeReadAgainAndAgainAreReadInLinearTime() {
        for (String line : List.of(
                "A=\"\n",
                "A='\n",
                "A=`\n",
                "A=\"\\\"\n",
                "A=\"\\\\\n",
                "A=\" \"x\n",
                "A=#",
                "=",
                "\"",
                "\\",
                "A=\"\nB='\nC=`\n",
                "A= #",
                "# ",
                "#a\n",
                "\r",
                "export ",
                "export",
                " ",
                "A=\"\\",
                "A=\nB='x\n",
                "A=$",
                "A=\"x\" \"",
                "A=\"\n#\"\n",
                "a")) {
            check(line.repeat(200_000 / line.length()).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theParserNeverAsksBeyondTheEnd() {
        DotenvText text = new DotenvText(MemorySegment.ofArray(new byte[] {'\r'}));
        assertEquals(-1, text.at(1));
        assertEquals(-1, text.at(Integer.MAX_VALUE));
        assertEquals(1, text.afterLine(0));
        assertEquals(1, text.lineEnd(1));
    }
}
