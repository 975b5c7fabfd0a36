package dev.lockstep.words;

import dev.lockstep.keystore.Keystore;
import dev.lockstep.keystore.KeystoreException;

/** What the user reads about the keystore of the operating system. */
public final class KeystoreWords {
    private KeystoreWords() {}

    /** The name that the system gives its keystore, to stand inside a sentence. */
    public static String name(Keystore.Kind kind) {
        return switch (kind) {
            case SECRET_SERVICE -> Text.of("keystore.secret-service");
            case KEYCHAIN -> Text.of("keystore.keychain");
            case WINDOWS_CREDENTIALS -> Text.of("keystore.windows");
            case NONE -> Text.of("keystore.none");
        };
    }

    /** The words for a failure of the keystore or of a vault. */
    public static FailureWords of(Exception failure) {
        return failure instanceof KeystoreException known ? of(known.reason()) : FailureWords.of(failure);
    }

    private static FailureWords of(KeystoreException.Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> words(Text.of("keystore.unavailable"), Text.of("keystore.unavailable.advice"), "NONE");
            case REFUSED -> words(Text.of("keystore.refused"), Text.of("keystore.refused.advice"), "REFUSED");
            case NO_ANSWER -> words(Text.of("keystore.no-answer"), Text.of("keystore.no-answer.advice"), "NO-ANSWER");
            case NOT_A_KEY -> words(Text.of("keystore.not-a-key"), Text.of("keystore.not-a-key.advice"), "NO-KEY");
            case FAILED -> words(Text.of("keystore.failed"), Text.of("keystore.failed.advice"), "FAILED");
        };
    }

    private static FailureWords words(String what, String advice, String code) {
        return new FailureWords(what, Text.of("keystore.meaning"), advice, "KEYSTORE-" + code);
    }
}
