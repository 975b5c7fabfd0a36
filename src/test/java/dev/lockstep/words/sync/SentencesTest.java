package dev.lockstep.words.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.sync.apply.Tally;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.State;
import dev.lockstep.words.Legible;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of plans and of what became of them. */
class SentencesTest {
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final Spelling SPELLING = new Spelling(Legible::line, Clock.fixed(NOW, ZoneOffset.UTC));

    private final ReasonWords reasons = new ReasonWords(SPELLING);

    static Stream<Reason> reasons() {
        return Stream.of(
                new Reason.New(),
                new Reason.ChangedBoth(),
                new Reason.GoneThere(),
                new Reason.DeletedHere(true),
                new Reason.NeverKnown(),
                new Reason.OutcomeUnknown(Action.UPDATE, NOW),
                new Reason.Unknowable(State.Why.SETTLING),
                new Reason.BadName(NamingRules.UPPER_SNAKE.check("no-such").problems()),
                new Reason.ValueTooShort(1, 8),
                new Reason.NameTakenHere());
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aReasonIsAWholeSentenceThatStandsByItself(Reason reason) {
        String told = reasons.of(reason);

        assertTrue(told.endsWith(".") && !told.endsWith(".."), told);
        assertTrue(Character.isUpperCase(told.codePointAt(0)), told);
    }

    @Test
    void rivalsAreNamedLegiblyUpToThree() {
        List<Reason.Rival> rivals = IntStream.range(0, 5)
                .mapToObj(i -> new Reason.Rival(new SecretId(new RowId(0, i)), "N\u001b" + i, false, false))
                .toList();

        assertEquals(
                "It would have the same name there as N\u2039U+001B\u203A0, N\u2039U+001B\u203A1, N\u2039U+001B\u203A2 and 2 more.",
                reasons.of(new Reason.Collides(rivals)));
    }

    @Test
    void aSummaryTellsWhetherAnythingIsToBeDone() {
        assertEquals("Nothing to do", OperationWords.summary(Map.of()));
        assertEquals("Nothing to do: 2 unchanged", OperationWords.summary(Map.of(Operation.UNCHANGED, 2)));
        assertEquals(
                "1 to create, 2 unchanged",
                OperationWords.summary(Map.of(Operation.UNCHANGED, 2, Operation.CREATE, 1)));
    }

    @Test
    void resultsAreCountedAndOnlyTroubleIsAdded() {
        assertEquals(
                "2 created, 0 updated, 1 conflict, 0 blocked, 0 deleted, 0 unknown",
                ResultWords.summary(new Tally(Map.of(Action.CREATE, 2), 1, 0, 0, 0, 0)));
        assertEquals(
                "0 created, 0 updated, 0 conflicts, 0 blocked, 0 deleted, 0 unknown, 1 failed, 3 not tried",
                ResultWords.summary(new Tally(Map.of(), 0, 0, 1, 0, 3)));
    }
}
