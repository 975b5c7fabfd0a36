package dev.lockstep.transfer.export;

import dev.lockstep.model.SecretId;

/** A secret that a format cannot hold. */
public record Refusal(SecretId secret, String name, Reason reason) {
    /** Why not. */
    public enum Reason {
        /** The name is no name of a variable: ASCII letters, digits and underscores, no digit first. */
        NAME_NOT_A_VARIABLE,
        /** The name is no key in Kubernetes: ASCII letters, digits, hyphens, underscores and full stops, at most 253, not two full stops first. */
        NAME_NOT_A_KEY,
        /** Another secret of this name stands before it, and the format has no collections. */
        NAME_TWICE,
        /** The value has a zero byte. */
        ZERO_BYTE,
        /** The value is not UTF-8. */
        NOT_TEXT,
        /** With the secrets before it, it is more than the whole may hold. */
        NO_ROOM
    }
}
