package dev.lockstep.transfer.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: an answer, no exception, and no more looks at a byte than a constant. */
class DotenvFuzzTest {
    private final Random random = new Random(8);

    @Test
    void randomBytesAreAnswered() {
        for (int i = 0; i < 3000; i++) {
            byte[] content = new byte[random.nextInt(600)];
            random.nextBytes(content);
            DotenvFuzz.check(content);
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
            DotenvFuzz.check(content.toString().getBytes(StandardCharsets.UTF_8));
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
            DotenvFuzz.check(content);
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
            DotenvFuzz.check(line.repeat(200_000 / line.length()).getBytes(StandardCharsets.UTF_8));
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
