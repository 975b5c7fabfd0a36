package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.sync.OneForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Items of every kind, full and bare. */
final class LedgerSamples {
    static final OneForm<LedgerItem> FORM = new OneForm<>(LedgerCodec::encode, LedgerCodec::decode);
    static final Instant NOON = Instant.parse("2027-03-01T12:00:00.123456789Z");
    static final SecretId SECRET = new SecretId(new RowId(1, 2));
    static final RowId RUN = new RowId(-3, 4);
    static final Traces TRACES = new Traces(
            Optional.of(NOON.minusSeconds(9)),
            Optional.of(NOON),
            Optional.of("sk-pro\u2022\u2022\u2022\u2022789"),
            OptionalLong.of(7),
            true);
    static final ValueMark VALUE = new ValueMark(new Fingerprint(1, -2, 3, -4), 11);
    static final Observed OBSERVED =
            new Observed(Optional.of("id-1"), TRACES, Optional.empty()).verified(VALUE.fingerprint(), NOON);
    static final LedgerEntry ENTRY = new LedgerEntry(
            SECRET, Claim.PULLED, Optional.of("id-1"), Optional.of(VALUE), TRACES, NOON, Result.UNKNOWN);
    static final Intent INTENT =
            new Intent(Action.UPDATE, RUN, SECRET, Optional.of(VALUE), NOON, Optional.of(OBSERVED));

    private LedgerSamples() {}

    static List<LedgerItem> all() {
        Observed bare = new Observed(Optional.empty(), Traces.NONE, Optional.empty());
        return List.of(
                Head.NONE,
                Head.NONE.listed(NOON, 3, new Head.Unclear(2, new TreeSet<>(Set.of("one", "other")))),
                Head.NONE.listed(NOON, 10_000).failed(NOON.plusSeconds(1), Setback.PROTOCOL_ERROR),
                LedgerLine.of("a"),
                LedgerLine.of("Z\u00fcrich \u9375 \ud83d\udd11").seen(Optional.of(bare)),
                LedgerLine.of("API_KEY")
                        .owned(ENTRY)
                        .seen(Optional.of(OBSERVED))
                        .intending(INTENT),
                LedgerLine.of("API_KEY").deleted(NOON),
                LedgerLine.of("API_KEY")
                        .owned(LedgerEntry.adopted(SECRET, bare, NOON))
                        .intending(new Intent(Action.DELETE, RUN, SECRET, Optional.empty(), NOON, Optional.empty())),
                new OpenWrites(new RowId(5, 6), new TreeMap<>(Map.of("a", INTENT, "Z\u00fcrich", INTENT))),
                new Run(RUN, NOON, 3),
                new RunPart(
                        RUN,
                        2,
                        List.of(
                                new RunPart.Task("a", Action.CREATE, Optional.of(SECRET)),
                                new RunPart.Task("b", Action.PULL_NEW, Optional.empty()))));
    }
}
