package dev.lockstep.ui.remotes;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.util.function.Predicate;

/**
 * Where a credential is typed.
 *
 * @param load puts a value in place of what was typed; tells whether it is text that fits
 * @param clear wipes it
 */
record CredentialField(SecretBuffer buffer, Predicate<SecretValue> load, Runnable clear) {}
