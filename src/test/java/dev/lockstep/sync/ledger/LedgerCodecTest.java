package dev.lockstep.sync.ledger;

import static dev.lockstep.sync.OneForm.hex;
import static dev.lockstep.sync.ledger.LedgerSamples.FORM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteSecret.Traces;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerCodecTest {
    /** The most bytes that a vault takes as one row of a remote. */
    private static final int ROW = 1 << 16;

    static Stream<LedgerItem> samples() {
        return LedgerSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyItemComesBackAsItWas(LedgerItem item) throws Exception {
        FORM.comesBack(item);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyItemThatIsCutShortOrGoesOnIsRefused(LedgerItem item) {
        FORM.refusesOtherLengths(item);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFlippedBitIsRefusedOrMeansSomethingElse(LedgerItem item) {
        FORM.heedsEveryBit(item);
    }

    @Test
    void theBytesOfALineAreThoseThatAreDocumented() {
        LedgerLine line = LedgerLine.of("AB").deleted(Instant.ofEpochSecond(5, 6));

        assertArrayEquals(hex("01 02 0002 4142 00 00 00 01 0000000000000005 00000006"), LedgerCodec.encode(line));
    }

    @Test
    void theBytesOfAPartAreThoseThatAreDocumented() {
        RunPart.Task task = new RunPart.Task("a", Action.PULL_NEW, Optional.empty());

        assertArrayEquals(
                hex("01 04 fffffffffffffffd 0000000000000004 00000000 0001 0001 61 05 00"),
                LedgerCodec.encode(new RunPart(LedgerSamples.RUN, 0, List.of(task))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "02 02 0001 61 00 00 00 00", // layout of a later version
                "01 05 0001 61 00 00 00 00", // kind of a later version
                "01 02 0000 00 00 00 00", // no name
                "01 02 0001 ff 00 00 00 00", // no UTF-8
                "01 02 0003 eda080 00 00 00 00", // half of a surrogate pair
                "01 02 0002 c080 00 00 00 00", // a zero written too long
                "01 02 ffff 61 00 00 00 00", // name longer than the content
                "01 02 0001 61 02 00 00 00", // a flag that is none
                "01 02 0001 61 00 00 00 01 0000000000000000 3b9aca00", // as many nanoseconds as a second has
                "01 02 0001 61 00 00 00 01 7fffffffffffffff 00000000", // a time beyond all calendars
                "01 02 0001 61 00 01 00 00 00 01 0000 00 02 00 00", // deleted neither yes nor no
                "01 01 00 00000001 00", // a count without a listing
                "01 01 01 0000000000000000 00000000 ffffffff 00", // a count below zero
                "01 01 00 00000000 01 0000000000000000 00000000 63", // a setback of a later version
                "01 03 00000000000000000000000000000001 0000000000000000 00000000 00000000", // a run without parts
                "01 04 00000000000000000000000000000001 00000000 0000", // a part without tasks
                "01 04 00000000000000000000000000000001 00000000 ffff", // more tasks than a part has
                "01 04 00000000000000000000000000000001 00000000 0001 0001 61 01 00", // to create, but what
            })
    void whatNobodyWroteIsRefused(String content) {
        FORM.refuses(hex(content));
    }

    @Test
    void aNameIsKeptUpToItsLimitAndRefusedBeyond() throws Exception {
        LedgerLine longest = LedgerLine.of("\u9375".repeat(LedgerLine.MAX_NAME));

        assertEquals(longest, LedgerCodec.decode(LedgerCodec.encode(longest)));
        assertThrows(IllegalArgumentException.class, () -> LedgerLine.of("a".repeat(LedgerLine.MAX_NAME + 1)));
        byte[] tooLong = new byte[2 + 2 + LedgerLine.MAX_NAME + 1 + 4];
        Arrays.fill(tooLong, 4, tooLong.length - 4, (byte) 'a');
        tooLong[0] = 1;
        tooLong[1] = 2;
        tooLong[2] = (byte) (LedgerLine.MAX_NAME + 1 >>> 8);
        tooLong[3] = (byte) (LedgerLine.MAX_NAME + 1);
        FORM.refuses(tooLong);
    }

    @Test
    void aNameThatUtf8CannotHoldIsNone() {
        assertTrue(LedgerLine.isName("\ud83d\udd11"));
        assertThrows(IllegalArgumentException.class, () -> LedgerLine.of("\ud83d"));
        assertThrows(IllegalArgumentException.class, () -> LedgerLine.of(""));
    }

    @Test
    void whatAVendorShowsOfAValueIsCutInTheSamePlaceEachTime() throws Exception {
        String mask = "x".repeat(Observed.MAX_MASK - 1) + "\ud83d\udd11 and more";
        Traces told = new Traces(Optional.empty(), Optional.empty(), Optional.of(mask), OptionalLong.empty(), false);

        Traces kept = Observed.kept(told);

        assertEquals(Observed.MAX_MASK, kept.mask().orElseThrow().length());
        assertEquals(kept, Observed.kept(told));
        assertEquals(kept, Observed.kept(kept));
        LedgerLine line = LedgerLine.of("a").seen(Optional.of(new Observed(Optional.empty(), kept, Optional.empty())));
        assertEquals(line, LedgerCodec.decode(LedgerCodec.encode(line)));
    }

    @Test
    void theMostTasksOfAPartComeBackAndARunIsCutIntoSuchParts() throws Exception {
        RunPart.Task task = new RunPart.Task("a", Action.UPDATE, Optional.of(LedgerSamples.SECRET));
        List<RunPart> parts = RunPart.of(LedgerSamples.RUN, Collections.nCopies(RunPart.MAX_TASKS * 2 + 1, task));

        assertEquals(
                List.of(RunPart.MAX_TASKS, RunPart.MAX_TASKS, 1),
                parts.stream().map(part -> part.tasks().size()).toList());
        assertEquals(List.of(0, 1, 2), parts.stream().map(RunPart::number).toList());
        assertEquals(parts.getFirst(), LedgerCodec.decode(LedgerCodec.encode(parts.getFirst())));
    }

    @Test
    void everythingFitsIntoARowHoweverLongItsNamesAre() {
        String longest = "\u9375".repeat(LedgerLine.MAX_NAME);
        Traces traces = new Traces(
                Optional.of(LedgerSamples.NOON),
                Optional.of(LedgerSamples.NOON),
                Optional.of("\u9375".repeat(Observed.MAX_MASK)),
                OptionalLong.of(1),
                false);
        Observed seen = new Observed(Optional.of(longest), traces, Optional.empty())
                .verified(LedgerSamples.VALUE.fingerprint(), LedgerSamples.NOON);
        LedgerLine line = LedgerLine.of(longest)
                .owned(LedgerEntry.adopted(LedgerSamples.SECRET, seen, LedgerSamples.NOON)
                        .acknowledged(LedgerSamples.VALUE, seen, LedgerSamples.NOON))
                .seen(Optional.of(seen))
                .intending(new Intent(
                        Action.UPDATE,
                        LedgerSamples.RUN,
                        LedgerSamples.SECRET,
                        Optional.of(LedgerSamples.VALUE),
                        LedgerSamples.NOON,
                        Optional.of(seen)));
        RunPart.Task task = new RunPart.Task(longest, Action.CREATE, Optional.of(LedgerSamples.SECRET));
        List<RunPart> parts = RunPart.of(LedgerSamples.RUN, Collections.nCopies(10, task));

        assertTrue(LedgerCodec.encode(line).length <= ROW);
        assertEquals(10, parts.stream().mapToInt(part -> part.tasks().size()).sum());
        parts.forEach(part -> assertTrue(LedgerCodec.encode(part).length <= ROW));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void onlyWritesAreJournalled(Action action) {
        Optional<ValueMark> sent = action == Action.DELETE ? Optional.empty() : Optional.of(LedgerSamples.VALUE);

        boolean journalled = true;
        try {
            assertEquals(
                    action,
                    new Intent(action, LedgerSamples.RUN, LedgerSamples.SECRET, sent, Instant.EPOCH, Optional.empty())
                            .action());
        } catch (IllegalArgumentException e) {
            journalled = false;
        }

        assertEquals(action.writesThere(), journalled);
    }

    /** The numbers stand in files: none may change, and none may be given twice. */
    @Test
    void theNumbersOfAllWordsAreWhatTheyWere() {
        assertEquals(List.of(1, 2, 3), codes(Claim.values()));
        assertEquals(List.of(1, 2, 3, 4), codes(Result.values()));
        assertEquals(List.of(1, 2, 3, 4, 5, 6), codes(Action.values()));
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12), codes(Setback.values()));
        assertEquals(Action.DELETE, Coded.of(Action.values(), 3));
        assertEquals(Setback.RATE_LIMITED, Coded.of(Setback.values(), 5));
    }

    private static List<Integer> codes(Coded... words) {
        return Arrays.stream(words).map(Coded::code).toList();
    }
}
