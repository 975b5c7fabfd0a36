package dev.lockstep.transfer.bitwarden;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.crypto.ForeignSeal;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * How an export is sealed under a password of its own.
 *
 * @param salt the text itself in UTF-8, not what its base64 stands for; SHA-256 of that for Argon2id
 * @param validation a random text, by which a wrong password is told from a damaged file
 * @param data the plain export
 */
record BitwardenSeal(byte[] salt, Cost cost, SealedText validation, SealedText data) {
    private static final int PBKDF2 = 0;
    private static final int ARGON2ID = 1;

    /** The most that Bitwarden lets a user choose. */
    private static final long MOST_PBKDF2_ITERATIONS = 2_000_000;

    private static final long MOST_ARGON2_ITERATIONS = 10;
    private static final long MOST_MEMORY_MIB = 1024;
    private static final long MOST_LANES = 16;

    /**
     * What the file says that the key costs.
     *
     * @param type 0 for PBKDF2, 1 for Argon2id
     * @param memory in MiB; for Argon2id only, as are the lanes
     */
    record Cost(long type, long iterations, long memory, long lanes) {}

    /**
     * Opens the plain export.
     *
     * @param arena in which it is; to be overwritten by the caller
     * @throws ImportException {@code TOO_COSTLY} before any work, {@code WRONG_PASSWORD}, or {@code DAMAGED} if only the data were changed
     */
    MemorySegment open(Passphrase password, Arena arena) throws ImportException, InterruptedException {
        if (password.isEmpty()) {
            throw new ImportException(Reason.PASSWORD_NEEDED);
        }
        try (ForeignSeal seal = derive(password);
                Arena random = Arena.ofConfined()) {
            Optional<MemorySegment> known = open(seal, validation, random);
            known.orElseThrow(() -> new ImportException(Reason.WRONG_PASSWORD)).fill((byte) 0);
            return open(seal, data, arena).orElseThrow(() -> new ImportException(Reason.DAMAGED));
        }
    }

    private static Optional<MemorySegment> open(ForeignSeal seal, SealedText text, Arena arena) {
        return seal.open(text.iv(), text.ciphertext(), text.tag(), arena);
    }

    private ForeignSeal derive(Passphrase password) throws ImportException, InterruptedException {
        if (cost.type() == PBKDF2) {
            return ForeignSeal.pbkdf2(password, salt, bounded(cost.iterations(), MOST_PBKDF2_ITERATIONS));
        }
        if (cost.type() != ARGON2ID) {
            throw new ImportException(Reason.UNSUPPORTED);
        }
        int kib = bounded(cost.memory(), MOST_MEMORY_MIB) * 1024;
        int iterations = bounded(cost.iterations(), MOST_ARGON2_ITERATIONS);
        KdfParameters argon2 = new KdfParameters(kib, iterations, bounded(cost.lanes(), MOST_LANES));
        if (kib > Runtime.getRuntime().maxMemory() / 1024 / 2) {
            throw new ImportException(Reason.TOO_COSTLY);
        }
        return ForeignSeal.argon2id(password, sha256(salt), argon2);
    }

    private static int bounded(long number, long most) throws ImportException {
        if (number < 1) {
            throw new ImportException(Reason.DAMAGED);
        }
        if (number > most) {
            throw new ImportException(Reason.TOO_COSTLY);
        }
        return (int) number;
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
