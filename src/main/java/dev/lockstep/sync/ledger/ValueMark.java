package dev.lockstep.sync.ledger;

/**
 * Which value of a secret it was that a remote has or was sent.
 *
 * @param fingerprint of the exact bytes, at that remote and under that name
 * @param version tells the value from all others that the secret had, as {@code Entry.valueVersion}: while it is the same, nothing has to be
 *     opened to know that the value is
 */
public record ValueMark(Fingerprint fingerprint, long version) {}
