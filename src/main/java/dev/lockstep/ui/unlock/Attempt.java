package dev.lockstep.ui.unlock;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.Keystore;
import dev.lockstep.keystore.KeystoreException;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.KeyFileWords;
import dev.lockstep.words.KeystoreWords;
import dev.lockstep.words.Text;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;

/** One try to open a vault with what was typed or what the system keeps; overwritten when the try is closed. */
sealed interface Attempt extends AutoCloseable {
    /** Takes about a second. */
    OpenVault open(LockedVault vault) throws VaultException, KeystoreException;

    /** The words for a failure of this try. */
    FailureWords words(Exception failure);

    @Override
    void close();

    /**
     * Copies what was typed.
     *
     * @throws CharacterCodingException if it is not text
     */
    static Attempt with(SecretBuffer typed, boolean code, Optional<Path> keyFile) throws CharacterCodingException {
        return code ? new Code(typed.toValue()) : new Typed(new Password(Passphrase.of(typed), keyFile));
    }

    /** Whether something else may be typed, after a failure that is no fault of the vault. */
    default boolean mayBeRepeated(Exception failure) {
        return failure instanceof VaultException known
                && switch (known.failure()) {
                    case Failure.WrongPassword wrong -> true;
                    case Failure.Busy busy -> true;
                    case Failure.RecoveryCodeMistyped mistyped -> true;
                    case Failure.KeyFileMissing missing -> true;
                    case Failure.KeyFileDamaged damaged -> true;
                    default -> false;
                };
    }

    /** Whether what was typed is worth correcting, or has only to be tried again. */
    default boolean keeps(Exception failure) {
        return !wrong(failure);
    }

    private static boolean wrong(Exception failure) {
        return failure instanceof VaultException known && known.failure() instanceof Failure.WrongPassword;
    }

    /** A try with the password, and the key file if one is chosen. */
    record Typed(Password password) implements Attempt {
        @Override
        public OpenVault open(LockedVault vault) throws VaultException {
            return vault.unlock(password);
        }

        @Override
        public boolean mayBeRepeated(Exception failure) {
            boolean unreadable = password.keyFile().isPresent()
                    && failure instanceof VaultException known
                    && known.failure() instanceof Failure.NoPermission;
            return unreadable || Attempt.super.mayBeRepeated(failure);
        }

        @Override
        public FailureWords words(Exception failure) {
            return KeyFileWords.of(failure, password.keyFile().isPresent());
        }

        @Override
        public void close() {
            password.passphrase().close();
        }
    }

    /** A try with the recovery code. */
    record Code(SecretValue text) implements Attempt {
        @Override
        public OpenVault open(LockedVault vault) throws VaultException {
            return vault.unlockWithRecoveryCode(text);
        }

        @Override
        public boolean keeps(Exception failure) {
            return true;
        }

        @Override
        public FailureWords words(Exception failure) {
            return wrong(failure) ? wrongCode() : FailureWords.of(failure);
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

    /** A try with what the operating system keeps, which may ask the user first. Whatever comes of it, the password can still be typed. */
    record Kept(Keystore keystore) implements Attempt {
        @Override
        public OpenVault open(LockedVault vault) throws VaultException, KeystoreException {
            try (SecretValue key =
                    keystore.read(vault.id()).orElseThrow(() -> new VaultException(new Failure.Gone()))) {
                return vault.unlockWithKeystore(key);
            }
        }

        @Override
        public boolean mayBeRepeated(Exception failure) {
            return failure instanceof KeystoreException
                    || (failure instanceof VaultException known && known.failure() instanceof Failure.Gone)
                    || Attempt.super.mayBeRepeated(failure);
        }

        @Override
        public FailureWords words(Exception failure) {
            boolean useless = wrong(failure)
                    || (failure instanceof VaultException known && known.failure() instanceof Failure.Gone);
            return useless ? noKey() : KeystoreWords.of(failure);
        }

        private static FailureWords noKey() {
            return new FailureWords(
                    Text.of("unlock.noKey.what"),
                    Text.of("unlock.noKey.meaning"),
                    Text.of("unlock.noKey.advice"),
                    "VAULT-NO-QUICK-KEY");
        }

        @Override
        public void close() {}
    }
}
