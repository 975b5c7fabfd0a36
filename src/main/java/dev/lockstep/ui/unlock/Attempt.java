package dev.lockstep.ui.unlock;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.FailureWords;
import dev.lockstep.ui.kit.Text;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import java.nio.charset.CharacterCodingException;

/** One try to open a vault with what was typed, which is overwritten when the try is closed. */
sealed interface Attempt extends AutoCloseable {
    /** Takes about a second. */
    OpenVault open(LockedVault vault) throws VaultException;

    /** The words for a failure of this try. */
    FailureWords words(Exception failure);

    @Override
    void close();

    /**
     * Copies what was typed.
     *
     * @throws CharacterCodingException if it is not text
     */
    static Attempt with(SecretBuffer typed, boolean code) throws CharacterCodingException {
        return code ? new Code(typed.toValue()) : new Password(Passphrase.of(typed));
    }

    /** A try with the password. */
    record Password(Passphrase passphrase) implements Attempt {
        @Override
        public OpenVault open(LockedVault vault) throws VaultException {
            return vault.unlock(passphrase);
        }

        @Override
        public FailureWords words(Exception failure) {
            return FailureWords.of(failure);
        }

        @Override
        public void close() {
            passphrase.close();
        }
    }

    /** A try with the recovery code. */
    record Code(SecretValue text) implements Attempt {
        @Override
        public OpenVault open(LockedVault vault) throws VaultException {
            return vault.unlockWithRecoveryCode(text);
        }

        @Override
        public FailureWords words(Exception failure) {
            boolean wrong = failure instanceof VaultException known && known.failure() instanceof Failure.WrongPassword;
            return wrong ? wrongCode() : FailureWords.of(failure);
        }

        private static FailureWords wrongCode() {
            return new FailureWords(
                    Text.of("unlock.wrongCode.what"),
                    Text.of("unlock.wrongCode.meaning"),
                    Text.of("unlock.wrongCode.advice"),
                    "VAULT-WRONG-CODE");
        }

        @Override
        public void close() {
            text.close();
        }
    }
}
