package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2d or Argon2id (RFC 9106) with a tag of 32 bytes. */
record Argon2Transform(Argon2Parameters parameters) implements KeyTransform {
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
        boolean known = version == Argon2Parameters.ARGON2_VERSION_10 || version == Argon2Parameters.ARGON2_VERSION_13;
        if (!known || given.has("K") || given.has("A")) {
            throw new KdbxException(Reason.UNSUPPORTED);
        }
        return new Argon2Transform(
                new Argon2Parameters.Builder(id ? Argon2Parameters.ARGON2_id : Argon2Parameters.ARGON2_d)
                        .withVersion((int) version)
                        .withMemoryAsKB((int) (memory >> 10))
                        .withIterations((int) passes)
                        .withParallelism((int) lanes)
                        .withSalt(salt)
                        .build());
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
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] key = new byte[32];
        generator.generateBytes(composite, key);
        return key;
    }
}
