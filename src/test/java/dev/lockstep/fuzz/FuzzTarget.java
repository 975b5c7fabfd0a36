package dev.lockstep.fuzz;

import java.util.List;

/** One way for bytes from outside into the program, and what has to hold whatever they are. */
public interface FuzzTarget {
    /** Genuine inputs, from which others are made. */
    List<byte[]> seeds() throws Exception;

    /**
     * Hands bytes to the program. Returns if they were accepted, and written back as they should be, or refused by a failure that has a
     * name; throws anything if not.
     *
     * @param input belongs to the target
     */
    void accept(byte[] input) throws Exception;

    /** The most bytes of heap that an input may take, all in all. */
    default long mostMemory(int inputSize) {
        return (1 << 20) + 256L * inputSize;
    }
}
