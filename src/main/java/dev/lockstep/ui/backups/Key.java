package dev.lockstep.ui.backups;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Rescue;
import java.nio.charset.CharacterCodingException;

/** What was typed to open a vault, which is overwritten when this is closed. */
sealed interface Key extends AutoCloseable {
    Rescue.Access access();

    OpenVault open(LockedVault vault) throws VaultException;

    @Override
    void close();

    /**
     * Copies what was typed.
     *
     * @throws CharacterCodingException if it is not text
     */
    static Key of(SecretBuffer typed, boolean code) throws CharacterCodingException {
        return code ? new Code(typed.toValue()) : new Password(Passphrase.of(typed));
    }

    record Password(Passphrase passphrase) implements Key {
        @Override
        public Rescue.Access access() {
            return new Rescue.WithPassword(dev.lockstep.vault.Password.of(passphrase));
        }

        @Override
        public OpenVault open(LockedVault vault) throws VaultException {
            return vault.unlock(passphrase);
        }

        @Override
        public void close() {
            passphrase.close();
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
