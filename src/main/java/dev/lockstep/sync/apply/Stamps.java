package dev.lockstep.sync.apply;

import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.RemoteLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ids and times of our own writes at a vendor whose answers do not tell them: a list right after the run does. A time is taken for ours only
 * if the vendor's clock was then as far from ours as with the other writes of the run; where somebody else wrote since, none is.
 */
final class Stamps {
    /** How much later than our write, by the vendor's clock, a time may be. */
    private static final Duration NEAR = Duration.ofSeconds(5);

    private final RemoteLedger before;
    private final Map<String, LedgerEntry> written = new HashMap<>();

    /**
     * The writes of a run.
     *
     * @param before what was known before it
     * @param after what is known after it
     * @param timed whether the vendor tells times at all
     */
    Stamps(RemoteLedger before, RemoteLedger after, boolean timed) {
        this.before = before;
        for (LedgerLine line : after.lines().values()) {
            Optional<LedgerEntry> former = before.line(line.name()).flatMap(LedgerLine::entry);
            line.entry()
                    .filter(ours ->
                            line.intent().isEmpty() && ours.acknowledged().isPresent())
                    .filter(ours -> ours.vendorId().isEmpty()
                            || (timed && ours.traces().modified().isEmpty()))
                    .filter(ours -> !former.equals(Optional.of(ours)))
                    .ifPresent(ours -> written.put(line.name(), ours));
        }
    }

    /** Whether a list would tell anything about a name. */
    boolean wants(String name) {
        return written.containsKey(name);
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    /** What became known of our writes, by name. */
    Map<String, LedgerLine> known(Map<String, RemoteSecret> listed, RemoteLedger now) {
        Map<String, Told> seen = new HashMap<>();
        written.forEach((name, ours) -> Optional.ofNullable(listed.get(name))
                .map(Observed::of)
                .filter(told -> isOurs(name, ours, told))
                .ifPresent(told -> seen.put(name, new Told(ours, told))));
        Duration least = seen.values().stream()
                .map(Told::distance)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        Map<String, LedgerLine> known = new HashMap<>();
        seen.forEach((name, told) -> now.line(name)
                .filter(line -> line.entry().equals(Optional.of(told.ours())))
                .filter(line -> told.distance().minus(least).compareTo(NEAR) <= 0)
                .ifPresent(line -> known.put(name, line.owned(told.stamped()).seen(Optional.of(told.seen())))));
        return known;
    }

    /** One of our writes, and how it stands in the list. */
    private record Told(LedgerEntry ours, Observed seen) {
        /** From our time to the vendor's. */
        Duration distance() {
            return Duration.between(ours.when(), seen.traces().modified().orElse(ours.when()));
        }

        LedgerEntry stamped() {
            return ours.acknowledged(ours.acknowledged().orElseThrow(), seen, ours.when());
        }
    }

    /** Whether it is the secret that was written, and not as it was before: a list may be late. */
    private boolean isOurs(String name, LedgerEntry ours, Observed told) {
        if (told.traces().modified().isEmpty()) {
            return ours.vendorId().isEmpty();
        }
        boolean another = ours.vendorId()
                .flatMap(id -> told.vendorId().map(other -> !other.equals(id)))
                .orElse(false);
        Optional<Instant> former = before.line(name)
                .flatMap(LedgerLine::observed)
                .flatMap(seen -> seen.traces().modified());
        return !another && !former.equals(told.traces().modified());
    }
}
