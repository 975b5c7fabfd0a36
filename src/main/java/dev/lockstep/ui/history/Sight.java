package dev.lockstep.ui.history;

import dev.lockstep.cleartext.SecretValue;

/** What of the values can be seen. Values inside belong to {@link Sights}, which closes them. */
sealed interface Sight {
    record Hidden() implements Sight {}

    /** On its way from the vault. */
    record Opening() implements Sight {}

    /** The value that is chosen. */
    record Shown(SecretValue value) implements Sight {}

    /** What differs between two values. */
    record Apart(SecretValue older, SecretValue newer) implements Sight {}
}
