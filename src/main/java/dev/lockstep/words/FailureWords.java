package dev.lockstep.words;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;

/**
 * What the user reads about something that failed. None of it holds a secret's name or value.
 *
 * @param what what happened, one short sentence without a full stop
 * @param meaning what it means for the user's data
 * @param advice what the user can do
 * @param code stable code to search for or to report, such as VAULT-WRONG-PASSWORD
 */
public record FailureWords(String what, String meaning, String advice, String code) {

    /** The words for a failure of a vault; anything else gets one generic wording that tells nothing of the exception. */
    public static FailureWords of(Throwable thrown) {
        return thrown instanceof VaultException known ? of(known.failure()) : unexpected();
    }

    /** The words for a named failure. */
    public static FailureWords of(Failure failure) {
        return FailureWording.of(failure);
    }

    private static FailureWords unexpected() {
        return new FailureWords(
                Text.of("failure.unexpected.what"),
                Text.of("failure.unexpected.meaning"),
                Text.of("failure.unexpected.advice"),
                "UNEXPECTED");
    }
}
