package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.VaultException;
import java.io.Serial;
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

    private static final class Failed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient VaultException failure;

        private Failed(VaultException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /**
     * Does rows 0 to {@code rows - 1}, in no order.
     *
     * @throws VaultException of one of those that failed; others may be done then
     */
    static void each(Keyring keys, int rows, Work work) throws VaultException {
        int shares = Math.clamp(rows / WORTH_A_SHARE, 1, Runtime.getRuntime().availableProcessors());
        try {
            IntStream.range(0, shares).parallel().forEach(share -> {
                try (RowCipher cipher = keys.cipher()) {
                    for (int row = part(share, rows, shares); row < part(share + 1, rows, shares); row++) {
                        work.run(cipher, row);
                    }
                } catch (VaultException e) {
                    throw new Failed(e);
                }
            });
        } catch (Failed e) {
            throw e.failure;
        }
    }

    private static int part(int share, int rows, int shares) {
        return (int) ((long) share * rows / shares);
    }
}
