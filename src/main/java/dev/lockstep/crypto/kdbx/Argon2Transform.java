package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.argon2.Argon2;
import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import dev.lockstep.model.KdfParameters;

/** Argon2d or Argon2id (RFC 9106) with a tag of 32 bytes. */
record Argon2Transform(Argon2 argon2) implements KeyTransform {
    private static final int MAX_LANES = 64;
    private static final int LEAST_PER_LANE = 8 << 10;
    private static final int MIN_SALT = 8;

    /** Of the heap that is left, so much stays for the rest of the program. */
    private static final long SPARE = 64L << 20;

    static Argon2Transform of(boolean id, Variants given) throws KdbxException {
        long memory = given.number("M");
        long passes = given.number("I");
        long lanes = given.number("P");
        if (isAbove(memory, Math.min(MAX_MEMORY, room()))
                || isAbove(passes, MAX_WRITTEN / Math.max(1, memory))
                || isAbove(lanes, MAX_LANES)) {
            throw new KdbxException(Reason.TOO_COSTLY);
        }
        byte[] salt = given.bytes("S");
        if (lanes < 1 || passes < 1 || memory < lanes * LEAST_PER_LANE || salt.length < MIN_SALT) {
            throw new KdbxException(Reason.DAMAGED);
        }
        long version = given.number("V");
        boolean known = version == Argon2.VERSION_10 || version == Argon2.VERSION_13;
        if (!known || given.has("K") || given.has("A")) {
            throw new KdbxException(Reason.UNSUPPORTED);
        }
        return new Argon2Transform(new Argon2(
                id ? Argon2.Variant.ID : Argon2.Variant.D,
                (int) version,
                new KdfParameters((int) (memory >> 10), (int) passes, (int) lanes),
                salt));
    }

    private static boolean isAbove(long number, long most) {
        return Long.compareUnsigned(number, most) > 0;
    }

    private static long room() {
        Runtime runtime = Runtime.getRuntime();
        return Math.max(0, runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()) - SPARE);
    }

    @Override
    public byte[] apply(byte[] composite) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return argon2.tag(composite, 32);
    }
}
