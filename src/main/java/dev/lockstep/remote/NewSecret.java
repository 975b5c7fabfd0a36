package dev.lockstep.remote;

import dev.lockstep.cleartext.SecretValue;
import java.util.Optional;

/**
 * A secret to be created at a vendor.
 *
 * @param name as it is to stand there
 * @param value stays the caller's
 * @param description of at most the characters that the contract tells; ignored where there is none
 * @param provider that the value is for; ignored where there is none
 */
public record NewSecret(String name, SecretValue value, Optional<String> description, Optional<String> provider) {
    /** A name and a value. */
    public static NewSecret of(String name, SecretValue value) {
        return new NewSecret(name, value, Optional.empty(), Optional.empty());
    }
}
