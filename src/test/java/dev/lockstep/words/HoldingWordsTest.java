package dev.lockstep.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingWordsTest {
    private static final List<Holding> HELD = List.of(
            new Holding(Thing.PASSWORD, Fate.SECRET, 1200),
            new Holding(Thing.FIELD, Fate.SECRET, 1),
            new Holding(Thing.ONE_TIME_CODE, Fate.SECRET, 2),
            new Holding(Thing.ATTACHMENT, Fate.LEFT_OUT, 1));

    @Test
    void whatGoesSomewhereIsOneSentence() {
        assertEquals(
                "1,200 passwords, 1 field and 2 keys of one-time codes become secrets.",
                HoldingWords.of(Fate.SECRET, HELD));
        assertEquals("1 attachment is left out.", HoldingWords.of(Fate.LEFT_OUT, HELD));
    }

    @Test
    void nothingIsSaidOfWhatNothingGoesTo() {
        assertEquals("", HoldingWords.of(Fate.TAG, HELD));
    }

    @Test
    void everyThingAndEveryFateHasWords() {
        List<Holding> all = Arrays.stream(Thing.values())
                .flatMap(thing -> Arrays.stream(Fate.values()).map(fate -> new Holding(thing, fate, 3)))
                .toList();
        long told = Arrays.stream(Fate.values())
                .map(fate -> HoldingWords.of(fate, all))
                .filter(sentence -> sentence.contains("3 passwords") && sentence.contains("3 other things"))
                .distinct()
                .count();
        assertEquals(Fate.values().length, told);
    }
}
