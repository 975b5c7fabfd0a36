package dev.lockstep.crypto;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.Arrays;

/** A broken generator, or one whose virtual machine was set back: always the same bytes. */
final class StuckRandom extends SecureRandom {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public void nextBytes(byte[] bytes) {
        Arrays.fill(bytes, (byte) 7);
    }
}
