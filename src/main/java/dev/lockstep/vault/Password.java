package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeyFile;
import dev.lockstep.crypto.SlotType;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What a person opens a vault with: the password and, where one belongs to it, the key file.
 *
 * @param passphrase stays the caller's to close
 */
public record Password(Passphrase passphrase, Optional<Path> keyFile) {
    public static Password of(Passphrase passphrase) {
        return new Password(passphrase, Optional.empty());
    }

    /**
     * The credential for a vault that has slots of these types; a key file that none of them wants does not count.
     *
     * @throws VaultException {@code KeyFileMissing}, {@code KeyFileDamaged}
     */
    Credential credential(Set<SlotType> types) throws VaultException {
        boolean plain = types.contains(SlotType.PASSWORD);
        boolean both = types.contains(SlotType.PASSWORD_AND_KEY_FILE);
        if (both && !plain && keyFile.isEmpty()) {
            throw new VaultException(new Failure.KeyFileMissing());
        }
        return both && keyFile.isPresent() ? credential() : Credential.password(passphrase);
    }

    /** The credential for a new slot. */
    Credential credential() throws VaultException {
        if (keyFile.isEmpty()) {
            return Credential.password(passphrase);
        }
        try (KeyFile file = KeyFiles.read(keyFile.get())) {
            return Credential.passwordAndKeyFile(passphrase, file);
        }
    }
}
