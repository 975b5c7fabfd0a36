package dev.lockstep.generate;

import java.security.SecureRandom;
import java.util.Random;

/** A generator that gives the same bytes in every run. */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final Random source;

    SeededRandom(long seed) {
        source = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
