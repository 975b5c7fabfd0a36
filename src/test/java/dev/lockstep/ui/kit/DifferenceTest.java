package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.Difference.Block;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private final Random random = new Random(1986);

    private static List<Block> between(String one, String other) {
        return Difference.between(one.length(), other.length(), (i, j) -> one.charAt(i) == other.charAt(j));
    }

    private String text(int letters, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append((char) ('a' + random.nextInt(letters)));
        }
        return text.toString();
    }

    /** Insertions and deletions of the shortest edit, by the plain table of the longest common subsequence. */
    private static int shortest(String one, String other) {
        int[][] common = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                common[i][j] = one.charAt(i - 1) == other.charAt(j - 1)
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return one.length() + other.length() - 2 * common[one.length()][other.length()];
    }

    private static String applied(List<Block> blocks, String one, String other) {
        StringBuilder made = new StringBuilder();
        int at = 0;
        for (Block block : blocks) {
            made.append(one, at, block.from());
            assertEquals(block.otherFrom(), made.length(), "what is between two blocks is as long in both");
            made.append(other, block.otherFrom(), block.otherTo());
            at = block.to();
        }
        return made.append(one, at, one.length()).toString();
    }

    @Test
    void theBlocksMakeTheOtherOfTheOneByTheShortestEdit() {
        for (int round = 0; round < 5000; round++) {
            String one = text(1 + round % 4, 14);
            String other = text(1 + round % 4, 14);
            List<Block> blocks = between(one, other);

            assertEquals(other, applied(blocks, one, other), one + " > " + other);
            int edits = blocks.stream()
                    .mapToInt(block -> block.to() - block.from() + block.otherTo() - block.otherFrom())
                    .sum();
            assertEquals(shortest(one, other), edits, one + " > " + other);
        }
    }

    @Test
    void equalSequencesHaveNoBlocks() {
        assertEquals(List.of(), between("", ""));
        assertEquals(List.of(), between("same", "same"));
    }

    @Test
    void theBestKnownExampleIsSolvedInFiveEdits() {
        assertEquals("CBABAC", applied(between("ABCABBA", "CBABAC"), "ABCABBA", "CBABAC"));
        assertEquals(5, shortest("ABCABBA", "CBABAC"));
    }

    @Test
    void whatDiffersTooMuchIsOneBlockBetweenBeginningAndEnd() {
        String one = "begin" + "a".repeat(2000) + "end";
        String other = "begin" + "b".repeat(2000) + "end";
        assertEquals(List.of(new Block(5, 2005, 5, 2005)), between(one, other));
    }

    @Test
    void aMillionItemsThatAreAlikeAndAMillionThatAreNotTakeNoLongTime() {
        int[] asked = {0};
        Difference.between(1 << 20, 1 << 20, (i, j) -> {
            asked[0]++;
            return i == j && i % 1000 != 7;
        });
        Difference.between(1 << 20, 1 << 20, (i, j) -> {
            asked[0]++;
            return false;
        });
        assertTrue(asked[0] < 12_000_000, "asked " + asked[0] + " times");
    }
}
