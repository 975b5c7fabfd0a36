package dev.lockstep.fuzz;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.Random;

/** Gives the same bytes in every run, so that an input that was found once still fits. */
public final class SeededRandom extends SecureRandom {
    @Serial
    private static final long serialVersionUID = 1;

    private final Random seeded;

    public SeededRandom(long seed) {
        this.seeded = new Random(seed);
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        seeded.nextBytes(bytes);
    }
}
