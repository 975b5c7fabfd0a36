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
        Map<String, Observed> seen = new HashMap<>();
        written.forEach((name, ours) -> Optional.ofNullable(listed.get(name))
                .map(Observed::of)
                .filter(told -> isOurs(name, ours, told))
                .ifPresent(told -> seen.put(name, told)));
        Duration least = written.entrySet().stream()
                .filter(ours -> seen.containsKey(ours.getKey()))
                .map(ours -> distance(ours.getValue(), seen.get(ours.getKey())))
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        Map<String, LedgerLine> known = new HashMap<>();
        written.forEach((name, ours) -> {
            Optional<Observed> told = Optional.ofNullable(seen.get(name))
                    .filter(near -> distance(ours, near).minus(least).compareTo(NEAR) <= 0);
            Optional<LedgerLine> line =
                    now.line(name).filter(same -> same.entry().equals(Optional.of(ours)));
            if (told.isPresent() && line.isPresent()) {
                LedgerEntry stamped = ours.acknowledged(ours.acknowledged().orElseThrow(), told.get(), ours.when());
                known.put(name, line.get().owned(stamped).seen(told));
            }
        });
        return known;
    }

    private static Duration distance(LedgerEntry ours, Observed told) {
        return Duration.between(ours.when(), told.traces().modified().orElse(ours.when()));
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
