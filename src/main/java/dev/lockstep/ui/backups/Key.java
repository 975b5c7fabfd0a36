package dev.lockstep.ui.backups;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Rescue;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.KeyFileWords;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;

/** What was typed to open a vault, which is overwritten when this is closed. */
sealed interface Key extends AutoCloseable {
    Rescue.Access access();

    OpenVault open(LockedVault vault) throws VaultException;

    /** The words for a failure with this key. */
    default FailureWords words(Exception failure) {
        return FailureWords.of(failure);
    }

    @Override
    void close();

    /**
     * Copies what was typed.
     *
     * @param keyFile belongs to the password, and does not count with a code
     * @throws CharacterCodingException if it is not text
     */
    static Key of(SecretBuffer typed, boolean code, Optional<Path> keyFile) throws CharacterCodingException {
        return code
                ? new Code(typed.toValue())
                : new Password(new dev.lockstep.vault.Password(Passphrase.of(typed), keyFile));
    }

    /** A password, and the key file where one belongs to it. */
    record Password(dev.lockstep.vault.Password password) implements Key {
        @Override
        public Rescue.Access access() {
            return new Rescue.WithPassword(password);
        }

        @Override
        public OpenVault open(LockedVault vault) throws VaultException {
            return vault.unlock(password);
        }

        /** A wrong password cannot be told from a wrong key file; other failures may be those of any file. */
        @Override
        public FailureWords words(Exception failure) {
            boolean wrong = failure instanceof VaultException known && known.failure() instanceof Failure.WrongPassword;
            return wrong ? KeyFileWords.of(failure, password.keyFile().isPresent()) : FailureWords.of(failure);
        }

        @Override
        public void close() {
            password.passphrase().close();
        }
    }

    /** A recovery code. */
    record Code(SecretValue text) implements Key {
        @Override
        public Rescue.Access access() {
            return new Rescue.WithCode(text);
        }

        @Override
        public OpenVault open(LockedVault vault) throws VaultException {
            return vault.unlockWithRecoveryCode(text);
        }

        @Override
        public void close() {
            text.close();
        }
    }
}
