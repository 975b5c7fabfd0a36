package dev.lockstep.sync.ledger;

import dev.lockstep.fuzz.FuzzTarget;
import java.util.List;

/** What stands inside the sealed rows of a remote: whatever is taken has exactly one form. */
public final class LedgerFuzz implements FuzzTarget {
    @Override
    public List<byte[]> seeds() {
        return LedgerSamples.all().stream().map(LedgerCodec::encode).toList();
    }

    @Override
    public void accept(byte[] input) {
        LedgerSamples.FORM.refusesOrWritesBack(input);
    }
}
