package dev.lockstep.ui.editor;

/** Where the value of an edited secret is. */
sealed interface ValueState {
    /** In the vault, not opened; saving leaves it alone. */
    record Stored(int bytes) implements ValueState {}

    /** On its way from the vault into the field. */
    record Opening(int bytes) implements ValueState {}

    /** In the vault; it was opened and is no text, so it can only be replaced as a whole. */
    record Binary(int bytes) implements ValueState {}

    /**
     * In the field.
     *
     * @param replaces whether it stands in place of a stored one that can be kept instead
     */
    record Typed(boolean replaces) implements ValueState {}
}
