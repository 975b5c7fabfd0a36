package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.util.function.Predicate;

/**
 * The field that holds what is typed, without its looks.
 *
 * @param buffer the typed text; it stays the field's own
 * @param load puts a value in place of the text; false if it is no text
 * @param clear wipes the text
 */
record ValueField(SecretBuffer buffer, Predicate<SecretValue> load, Runnable clear) {}
