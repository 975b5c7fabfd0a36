package dev.lockstep.sync.ledger;

import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen of one secret at a remote. When is told by the {@link Head}, so that seeing the same again changes nothing here.
 *
 * @param vendorId by which the vendor wants it named, up to {@value LedgerLine#MAX_NAME} UTF-16 units
 * @param traces of changes; a mask has up to {@value #MAX_MASK} UTF-16 units
 * @param verified the value that was read back since these traces were first seen
 */
public record Observed(Optional<String> vendorId, Traces traces, Optional<Verified> verified) {
    public static final int MAX_MASK = 300;

    public Observed {
        vendorId.ifPresent(LedgerLine::requireName);
        if (traces.mask().filter(mask -> !fits(mask)).isPresent()) {
            throw new IllegalArgumentException("A mask that cannot be kept");
        }
    }

    /** A value that was read back. */
    public record Verified(Fingerprint fingerprint, Instant when) {}

    /** What a vendor told just now. A mask is cut, and an id that cannot be kept counts as not told. */
    public static Observed of(RemoteSecret told) {
        return new Observed(told.id().filter(LedgerLine::isName), kept(told.traces()), Optional.empty());
    }

    /** The traces as they can be kept: what is too long of a mask is cut, in the same place each time. */
    public static Traces kept(Traces told) {
        if (told.mask().filter(mask -> !fits(mask)).isEmpty()) {
            return told;
        }
        Optional<String> mask = told.mask().map(text -> LedgerLine.encodable(text, MAX_MASK));
        return new Traces(told.created(), told.modified(), mask, told.version(), told.deleted());
    }

    /** What is known after a vendor told of it again: a value that was read back stays so while nothing else changed. */
    public Observed again(RemoteSecret told) {
        return again(of(told));
    }

    /** The same of something seen just now. */
    public Observed again(Observed now) {
        return now.vendorId.equals(vendorId) && now.traces.equals(traces) ? this : now;
    }

    /** After the value was read back. */
    public Observed verified(Fingerprint fingerprint, Instant when) {
        return new Observed(vendorId, traces, Optional.of(new Verified(fingerprint, when)));
    }

    private static boolean fits(String mask) {
        return mask.equals(LedgerLine.encodable(mask, MAX_MASK));
    }
}
