package dev.lockstep.vault;

import java.util.function.BooleanSupplier;

/** How far long work is, and whether it is to go on: it ends when its thread is interrupted or the vault is locked. For one thread. */
final class Pace {
    /** How many steps it takes until it looks up. */
    private static final int STRIDE = 256;

    private final Progress progress;
    private final BooleanSupplier open;
    private long done;
    private long total;

    /** @param open whether the vault still is */
    Pace(Progress progress, BooleanSupplier open) {
        this.progress = progress;
        this.open = open;
    }

    boolean goOn() {
        return open.getAsBoolean() && !Thread.currentThread().isInterrupted();
    }

    /** Says how many steps there will be. */
    void expect(long steps) {
        total = steps;
        done = 0;
        progress.at(0, total);
    }

    /**
     * Makes a step.
     *
     * @throws InterruptedException if it is not to go on
     */
    void step() throws InterruptedException {
        if (++done % STRIDE == 0) {
            require();
            progress.at(Math.min(done, total), total);
        }
    }

    /** @throws InterruptedException if it is not to go on */
    void require() throws InterruptedException {
        if (!goOn()) {
            throw new InterruptedException();
        }
    }
}
