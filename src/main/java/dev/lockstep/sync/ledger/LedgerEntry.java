package dev.lockstep.sync.ledger;

import dev.lockstep.model.SecretId;
import dev.lockstep.remote.RemoteSecret.Traces;
import java.time.Instant;
import java.util.Optional;

/**
 * That a name at a remote is ours. Only what has such an entry is ever changed or deleted there.
 *
 * @param secret the secret of this vault that it is
 * @param claim how it became ours
 * @param vendorId by which the vendor knew it when it became ours or was last written
 * @param acknowledged the value that is known to have been there last, by our own write or by reading; an adopted one has none before that
 * @param traces what the vendor told right after our last write, or when it was adopted or pulled
 * @param when that was
 * @param last what became of the last attempt
 */
public record LedgerEntry(
        SecretId secret,
        Claim claim,
        Optional<String> vendorId,
        Optional<ValueMark> acknowledged,
        Traces traces,
        Instant when,
        Result last) {
    public LedgerEntry {
        vendorId.ifPresent(LedgerLine::requireName);
        traces = Observed.kept(traces);
    }

    /** A name that the user takes over, of whose value nothing is known. */
    public static LedgerEntry adopted(SecretId secret, Observed seen, Instant when) {
        return new LedgerEntry(
                secret, Claim.ADOPTED, seen.vendorId(), Optional.empty(), seen.traces(), when, Result.DONE);
    }

    /** After it was written or read: what stands there is this value, and shows these traces. */
    public LedgerEntry acknowledged(ValueMark value, Observed seen, Instant now) {
        Optional<String> id = seen.vendorId().or(() -> vendorId);
        return new LedgerEntry(secret, claim, id, Optional.of(value), seen.traces(), now, Result.DONE);
    }

    /** After an attempt that changed nothing there. */
    public LedgerEntry ended(Result result) {
        return new LedgerEntry(secret, claim, vendorId, acknowledged, traces, when, result);
    }
}
