package dev.lockstep.ui.secrets;

import dev.lockstep.cleartext.SecretValue;

/** How the value of the selected secret is drawn. A value inside belongs to the view model, which closes it. */
sealed interface Look {
    record Masked() implements Look {}

    /** On its way from the vault. */
    record Opening() implements Look {}

    record Revealed(SecretValue value, Edges edges) implements Look {}

    /** First and last characters only. */
    record Hinted(SecretValue hint) implements Look {}
}
