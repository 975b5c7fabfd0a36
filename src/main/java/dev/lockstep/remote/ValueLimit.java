package dev.lockstep.remote;

/**
 * What a vendor takes as a value. Where it counts characters without saying how, code points are counted.
 *
 * @param least characters
 * @param most characters; {@link #UNSTATED} where the vendor tells none
 */
public record ValueLimit(int least, int most) {
    /** No vendor's number: the most that a value of a vault may have, in bytes. */
    public static final int UNSTATED = 1 << 20;
}
