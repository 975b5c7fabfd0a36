package dev.lockstep.words;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;

/** What the user reads where a password is tried or set together with a key file. */
public final class KeyFileWords {
    private KeyFileWords() {}

    /**
     * The words for a failure. A wrong password cannot be told from a wrong key file; a damaged key file can.
     *
     * @param withFile whether a key file was used
     */
    public static FailureWords of(Exception failure, boolean withFile) {
        if (withFile && failure instanceof VaultException known) {
            return switch (known.failure()) {
                case Failure.WrongPassword wrong ->
                    new FailureWords(
                            Text.of("key-file.wrong"),
                            Text.of("key-file.wrong.meaning"),
                            Text.of("key-file.wrong.advice"),
                            "VAULT-WRONG-PASSWORD-OR-KEY-FILE");
                case Failure.NoPermission refused ->
                    new FailureWords(
                            Text.of("key-file.unreadable"),
                            Text.of("key-file.unreadable.meaning"),
                            Text.of("key-file.unreadable.advice"),
                            "VAULT-KEY-FILE-UNREADABLE");
                default -> FailureWords.of(failure);
            };
        }
        return KeystoreWords.of(failure);
    }
}
