package dev.lockstep.model;

/**
 * The cost of Argon2id (RFC 9106): memory in KiB, passes over it, and lanes.
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes
 */
public record KdfParameters(int memoryKib, int iterations, int parallelism) {
    /** The least memory that new vaults use, 64 MiB. */
    public static final int FLOOR_MEMORY_KIB = 64 * 1024;

    /** What a new vault gets where nothing was measured: 64 MiB, three passes, four lanes (RFC 9106, second recommendation). */
    public static final KdfParameters DEFAULT = new KdfParameters(FLOOR_MEMORY_KIB, 3, 4);

    /** The cost that is not below this or another one in any part. */
    public KdfParameters atLeast(KdfParameters other) {
        return new KdfParameters(
                Math.max(memoryKib, other.memoryKib),
                Math.max(iterations, other.iterations),
                Math.max(parallelism, other.parallelism));
    }

    /**
     * Whether a file may ask for this cost: 19 MiB to 1 GiB, 1 to 64 passes, 1 to 16 lanes. Anything else is refused before any work, so
     * that a changed file can neither weaken the password nor exhaust the machine.
     */
    public boolean acceptable() {
        return memoryKib >= 19 * 1024
                && memoryKib <= 1024 * 1024
                && iterations >= 1
                && iterations <= 64
                && parallelism >= 1
                && parallelism <= 16;
    }
}
