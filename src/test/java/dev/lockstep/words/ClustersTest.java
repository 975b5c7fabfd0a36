package dev.lockstep.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "e\u0301",
                "\uD83D\uDE80",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "\uD83D\uDC4D\uD83C\uDFFD",
                "\uD83C\uDDE9\uD83C\uDDEA",
                "\r\n",
                "\u1112\u1161\u11AB",
                "\u2764\uFE0F",
                "a\u0300\u0301\u0302"
            })
    void whatReadsAsOneCharacterIsNeverSplit(String one) {
        String text = "x" + one + "y";
        assertEquals(1 + one.length(), Clusters.next(text, 1));
        assertEquals(1, Clusters.previous(text, 1 + one.length()));
    }

    @Test
    void flagsGoInPairs() {
        String three = "\uD83C\uDDE9\uD83C\uDDEA".repeat(3);
        assertEquals(List.of(4, 8, 12), forwards(three));
        assertEquals(8, Clusters.previous(three, 12));
        assertEquals(4, Clusters.previous(three, 8));
    }

    @Test
    void plainTextGoesUnitByUnitAndStopsAtTheEnds() {
        assertEquals(List.of(1, 2, 3), forwards("a-1"));
        assertEquals(0, Clusters.previous("a", 0));
        assertEquals(1, Clusters.next("a", 1));
    }

    @Test
    void aLoneSurrogateIsACharacterByItself() {
        assertEquals(List.of(1, 2, 3), forwards("a\uD83Db"));
    }

    @Test
    void wordsAreRunsOfLettersAndDigits() {
        String text = "sk_live  4eC39";
        assertEquals(2, Clusters.nextWord(text, 0));
        assertEquals(7, Clusters.nextWord(text, 2));
        assertEquals(14, Clusters.nextWord(text, 7));
        assertEquals(9, Clusters.previousWord(text, 14));
        assertEquals(3, Clusters.previousWord(text, 9));
        assertEquals(0, Clusters.previousWord(text, 1));
    }

    private static List<Integer> forwards(String text) {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            at = Clusters.next(text, at);
            found.add(at);
        }
        return found;
    }
}
