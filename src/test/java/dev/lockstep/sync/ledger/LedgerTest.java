package dev.lockstep.sync.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOON = LedgerSamples.NOON;

    private static RemoteSecret told(Instant modified) {
        Traces traces = Traces.times(Optional.empty(), Optional.of(modified));
        return new RemoteSecret(Optional.of("7"), "A", Optional.empty(), Optional.empty(), traces);
    }

    @Test
    void seeingTheSameAgainChangesNothingAndKeepsWhatWasReadBack() {
        Observed read = Observed.of(told(NOON)).verified(LedgerSamples.VALUE.fingerprint(), NOON);

        assertSame(read, read.again(told(NOON)));
    }

    @Test
    void whatWasReadBackIsForgottenOnceAnythingChanged() {
        Observed read = Observed.of(told(NOON)).verified(LedgerSamples.VALUE.fingerprint(), NOON);

        assertEquals(Optional.empty(), read.again(told(NOON.plusNanos(1))).verified());
    }

    @Test
    void anIdThatCannotBeKeptCountsAsNotTold() {
        RemoteSecret told =
                new RemoteSecret(Optional.of("\ud83d"), "A", Optional.empty(), Optional.empty(), Traces.NONE);

        assertEquals(Optional.empty(), Observed.of(told).vendorId());
    }

    @Test
    void aFailedListingMakesTheOneBeforeItUselessUntilTheNextThatIsWhole() {
        Head listed = Head.NONE.listed(NOON, 4);
        Head failed = listed.failed(NOON.plusSeconds(1), Setback.UNAVAILABLE);

        assertFalse(Head.NONE.isCurrent());
        assertTrue(listed.isCurrent());
        assertFalse(failed.isCurrent());
        assertEquals(Optional.of(NOON), failed.complete());
        assertTrue(failed.listed(NOON.plusSeconds(2), 4).isCurrent());
    }

    @Test
    void anAdoptedNameHasNoAcknowledgedValueUntilItIsWrittenOrRead() {
        LedgerEntry adopted = LedgerEntry.adopted(LedgerSamples.SECRET, LedgerSamples.OBSERVED, NOON);
        LedgerEntry known = adopted.acknowledged(LedgerSamples.VALUE, LedgerSamples.OBSERVED, NOON.plusSeconds(3));

        assertEquals(Optional.empty(), adopted.acknowledged());
        assertEquals(Optional.of(LedgerSamples.VALUE), known.acknowledged());
        assertEquals(Claim.ADOPTED, known.claim());
        assertEquals(NOON.plusSeconds(3), known.when());
    }

    @Test
    void aNameIsOursOnceAWriteHasItsAnswer() {
        LedgerLine open = LedgerLine.of("A").intending(LedgerSamples.INTENT);

        LedgerLine ours = open.owned(LedgerSamples.ENTRY);

        assertEquals(Optional.empty(), ours.intent());
        assertEquals(Optional.of(LedgerSamples.ENTRY), ours.entry());
        assertTrue(open.reverting(Optional.empty()).isBlank());
        assertTrue(ours.disowned().isBlank());
        assertFalse(ours.deleted(NOON).isBlank());
    }

    @Test
    void twoLinesOfOneNameAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> RemoteLedger.of(Head.NONE, List.of(LedgerLine.of("A"), LedgerLine.of("A"))));
    }

    @Test
    void aFingerprintIsNeverShown() {
        assertEquals("[fingerprint]", LedgerSamples.VALUE.fingerprint().toString());
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(new byte[31]));
    }
}
