package dev.lockstep.sync.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Setback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** However much a vendor hands over, what is kept of it is bounded. */
class SeenTest {
    private final List<Integer> told = new ArrayList<>();
    private final Seen seen = new Seen(new RemoteId(new RowId(1, 1)), (remote, names) -> told.add(names));

    @Test
    void longNamesAreTooManySooner() {
        String filler = "x".repeat(LedgerLine.MAX_NAME - 6);
        Unlistable end = assertThrows(Unlistable.class, () -> {
            for (int i = 0; i < Seen.MOST_NAMES; i++) {
                seen.accept(RemoteSecret.named(filler + "%06d".formatted(i)));
            }
        });
        assertEquals(Setback.TOO_MANY, end.why());
        assertTrue(seen.names().size() <= Seen.MOST_TEXT / (2 * LedgerLine.MAX_NAME) + 1);
    }

    @Test
    void theSameSecretAgainAndAgainEndsToo() {
        String name = "x".repeat(LedgerLine.MAX_NAME);
        assertThrows(Unlistable.class, () -> {
            for (int i = 0; i < Seen.MOST_NAMES; i++) {
                seen.accept(RemoteSecret.named(name));
            }
        });
    }

    @Test
    void withoutAnIdTwoOfOneNameAreTwo() {
        RemoteSecret bare =
                new RemoteSecret(Optional.empty(), "a", Optional.empty(), Optional.empty(), RemoteSecret.Traces.NONE);
        seen.accept(bare);
        seen.accept(bare);
        assertEquals(new Head.Unclear(0, new TreeSet<>(Set.of("a"))), seen.unclear());
    }

    @Test
    void progressIsToldNowAndThen() {
        for (int i = 0; i < 250; i++) {
            seen.accept(RemoteSecret.named("n" + i));
        }
        assertEquals(List.of(100, 200), told);
    }
}
