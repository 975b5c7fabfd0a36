package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.VaultException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Work on many rows on all processors: each does its share with a cipher of its own. */
final class Shares {
    /** For fewer rows another share costs more than it gains. */
    private static final int WORTH_A_SHARE = 200;

    private Shares() {}

    /** Does one row. */
    @FunctionalInterface
    interface Work {
        void run(RowCipher cipher, int row) throws VaultException;
    }

    /**
     * Does rows 0 to {@code rows - 1}, in no order.
     *
     * @throws VaultException of one of those that failed, once every share is over; other rows may be done then
     */
    static void each(Keyring keys, int rows, Work work) throws VaultException {
        int shares = Math.clamp(rows / WORTH_A_SHARE, 1, Runtime.getRuntime().availableProcessors());
        List<Optional<VaultException>> failures = IntStream.range(0, shares)
                .parallel()
                .mapToObj(share -> failure(keys, part(share, rows, shares), part(share + 1, rows, shares), work))
                .toList();
        for (Optional<VaultException> failure : failures) {
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    /** Does the rows of one share; tells what ended it early, if anything did. */
    private static Optional<VaultException> failure(Keyring keys, int from, int to, Work work) {
        try (RowCipher cipher = keys.cipher()) {
            for (int row = from; row < to; row++) {
                work.run(cipher, row);
            }
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(e);
        }
    }

    private static int part(int share, int rows, int shares) {
        return (int) ((long) share * rows / shares);
    }
}
