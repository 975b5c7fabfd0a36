package dev.lockstep.ui.keys;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.vault.Permit;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Leave to change the ways, and what it was got with. Overwritten when closed.
 *
 * @param present the present password; empty where the vault was opened with its recovery code
 * @param keyFile the key file that belongs to the present password, if one does
 */
record Proof(Permit permit, Optional<Passphrase> present, Optional<Path> keyFile) implements AutoCloseable {
    /** Whether a password is the present one. */
    boolean isPresent(Passphrase other) {
        return present.map(own -> own.<Boolean>use(a -> other.use(b -> MessageDigest.isEqual(a, b))))
                .orElse(false);
    }

    @Override
    public void close() {
        permit.close();
        present.ifPresent(Passphrase::close);
    }
}
