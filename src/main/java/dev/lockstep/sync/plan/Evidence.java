package dev.lockstep.sync.plan;

import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.plan.Finding.Side;
import dev.lockstep.sync.plan.State.Change;
import dev.lockstep.sync.plan.State.Proof;
import dev.lockstep.sync.plan.State.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is known of one name that is ours at a remote. The strongest evidence comes first: a value read back, a version, then traces. */
final class Evidence {
    /** How long a value that was read back stands for the one there, where the vendor tells nothing of changes. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private final Listing listing;
    private final LedgerLine line;
    private final LedgerEntry entry;
    private final LocalValue local;
    private final Optional<Instant> known;

    Evidence(Listing listing, LedgerLine line, LedgerEntry entry, LocalValue local) {
        this.listing = listing;
        this.line = line;
        this.entry = entry;
        this.local = local;
        this.known = entry.acknowledged().map(value -> entry.when());
    }

    Finding finding() throws VaultException {
        if (line.intent().isPresent()) {
            Intent intent = line.intent().get();
            return new Finding(new State.OutcomeUnknown(intent.action(), intent.when()), Side.OPEN);
        }
        if (listing.isDoubled(line.name())) {
            return unsure(Why.SAME_NAME);
        }
        Finding there = there();
        boolean saysLess = there.side() == Side.SAME || there.side() == Side.UNKNOWN;
        return saysLess && known.isPresent() && local.isAhead()
                ? new Finding(new State.LocalAhead(known), there.side())
                : there;
    }

    private Finding there() throws VaultException {
        Optional<Observed> seen = line.observed();
        if (seen.isEmpty() || seen.get().traces().deleted()) {
            return absent(seen.isPresent());
        }
        Traces now = seen.get().traces();
        if (isLater(entry.traces().created(), now.created())) {
            return moved(Change.REPLACED, now.created());
        }
        if (isOther(seen.get())) {
            return listing.maybeBefore(entry.when()) ? unsure(Why.SETTLING) : moved(Change.REPLACED, now.created());
        }
        Optional<Observed.Verified> read =
                seen.get().verified().filter(verified -> !verified.when().isBefore(entry.when()));
        return read.isPresent() ? read(read.get()) : traced(now);
    }

    private Finding absent(boolean restorable) {
        Optional<Why> silence = listing.silence();
        if (silence.isPresent()) {
            return unsure(silence.get());
        }
        if (listing.maybeBefore(entry.when())) {
            return unsure(Why.SETTLING);
        }
        return new Finding(new State.MissingThere(listing.checked(), restorable, known), Side.ABSENT);
    }

    /** Whether the one that is ours is not the one that has its name; where a list is late, that may be one of before. */
    private boolean isOther(Observed seen) {
        return entry.vendorId()
                .flatMap(id -> seen.vendorId().map(other -> !other.equals(id)))
                .orElse(false);
    }

    private Finding read(Observed.Verified read) throws VaultException {
        boolean former = entry.acknowledged()
                .map(value -> value.fingerprint().equals(read.fingerprint()))
                .orElse(false);
        if (local.is(read.fingerprint())) {
            return new Finding(
                    new State.VerifiedEqual(read.when(), Proof.READ_BACK), former ? Side.SAME : Side.AS_HERE);
        }
        return former
                ? new Finding(new State.LocalAhead(known), isLasting(read) ? Side.SAME : Side.UNKNOWN)
                : new Finding(new State.Differs(read.when(), Proof.READ_BACK), Side.MOVED);
    }

    /** Whether what was read is there still, as far as can be known: a change would show, or it was read lately. */
    private boolean isLasting(Observed.Verified read) {
        Traces now = line.observed().map(Observed::traces).orElse(Traces.NONE);
        boolean shown = now.version().isPresent() || now.modified().isPresent();
        return shown || !read.when().plus(FRESH).isBefore(checked());
    }

    private Finding traced(Traces now) {
        Traces then = entry.traces();
        if (then.version().isPresent() && now.version().isPresent()) {
            long versions = now.version().getAsLong() - then.version().getAsLong();
            if (versions != 0) {
                return versions < 0 ? lately(Change.REPLACED, now) : moved(Change.VERSION, now.modified());
            }
            return known.isPresent()
                    ? new Finding(new State.VerifiedEqual(checked(), Proof.OWN_VERSION), Side.SAME)
                    : unknown();
        }
        if (isLater(then.modified(), now.modified())) {
            return moved(Change.TIME, now.modified());
        }
        if (isLater(now.modified(), then.modified())) {
            return lately(Change.TIME, now);
        }
        if (then.mask().isPresent() && now.mask().isPresent() && !then.mask().equals(now.mask())) {
            return listing.maybeBefore(entry.when())
                    ? unsure(Why.SETTLING)
                    : new Finding(new State.Differs(checked(), Proof.MASK), Side.MOVED);
        }
        boolean timed = then.modified().isPresent() && now.modified().isPresent();
        return timed && known.isPresent()
                ? new Finding(new State.ProbablyUnchanged(checked(), entry.when()), Side.SAME)
                : unknown();
    }

    /** Older than what we wrote: a list that is late, or somebody who went back. */
    private Finding lately(Change change, Traces now) {
        return listing.maybeBefore(entry.when()) ? unsure(Why.SETTLING) : moved(change, now.modified());
    }

    private Finding unknown() {
        Why why = known.isPresent() ? Why.NAME_ALONE : Why.NEVER_READ;
        return new Finding(new State.CannotTell(why, known), Side.UNKNOWN);
    }

    private Finding unsure(Why why) {
        return new Finding(new State.CannotTell(why, known), Side.UNSURE);
    }

    private Finding moved(Change change, Optional<Instant> modified) {
        return new Finding(new State.ChangedElsewhere(change, modified, known), Side.MOVED);
    }

    private Instant checked() {
        return listing.checked(entry.when());
    }

    private static boolean isLater(Optional<Instant> then, Optional<Instant> now) {
        return then.flatMap(before -> now.map(after -> after.isAfter(before))).orElse(false);
    }
}
