package dev.lockstep.sync.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.util.List;

/** What stands inside the sealed rows of a remote: whatever is taken has exactly one form. */
public final class LedgerFuzz implements FuzzTarget {
    @Override
    public List<byte[]> seeds() {
        return LedgerSamples.all().stream().map(LedgerCodec::encode).toList();
    }

    @Override
    public void accept(byte[] input) {
        try {
            assertArrayEquals(input, LedgerCodec.encode(LedgerCodec.decode(input)));
        } catch (VaultException e) {
            assertInstanceOf(Failure.PartDamaged.class, e.failure());
        }
    }
}
