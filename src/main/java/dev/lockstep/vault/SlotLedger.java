package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a vault knows of its key slots by their numbers, sealed: so a slot that is one of those last saved is told from one that was damaged
 * or put there, and a damaged one need not keep the others from opening the vault.
 */
record SlotLedger(SortedMap<Integer, Line> lines) {
    static final int DIGEST_SIZE = 32;

    /** Of a vault that was written before there was a ledger. */
    static final SlotLedger NONE = new SlotLedger(Collections.emptySortedMap());

    /**
     * One slot.
     *
     * @param digest as {@link Manifest#digest} makes it of this slot alone
     * @param since when it was written, milliseconds since 1970
     */
    record Line(byte[] digest, long since) {}

    /** Whether a slot is the one of that number which was last saved. */
    boolean holds(int number, byte[] slot) {
        Line line = lines.get(number);
        return line != null && Arrays.equals(line.digest(), digest(number, slot));
    }

    /** Whether a slot is one of those last saved. */
    boolean holds(byte[] slot) {
        return lines.keySet().stream().anyMatch(number -> holds(number, slot));
    }

    Optional<Instant> since(int number) {
        return Optional.ofNullable(lines.get(number)).map(line -> Instant.ofEpochMilli(line.since()));
    }

    /** The ledger of these slots; those that are new in it are there since now. */
    SlotLedger of(SortedMap<Integer, byte[]> slots, long now) {
        SortedMap<Integer, Line> next = new TreeMap<>();
        slots.forEach((number, slot) -> {
            Line known = lines.get(number);
            byte[] digest = digest(number, slot);
            next.put(number, known != null && holds(number, slot) ? known : new Line(digest, now));
        });
        return new SlotLedger(next);
    }

    private static byte[] digest(int number, byte[] slot) {
        return Manifest.digest(new TreeMap<>(Map.of(number, slot)));
    }
}
