package dev.lockstep.remote;

import java.time.Instant;
import java.util.Optional;

/**
 * Every way in which a call to a vendor ends other than well. Texts named {@code told} are the vendor's own, already cut to 300 characters and
 * without control characters; they are empty where it said nothing that is fit to be shown.
 */
public sealed interface Trouble {
    /**
     * A secret of this name is there already; nothing was written.
     *
     * @param id of the one that is there, if the vendor told it
     */
    record AlreadyExists(Optional<String> id) implements Trouble {}

    /**
     * There is no such secret, or the credentials do not show it.
     *
     * @param deleted whether it is known to have been there and to be deleted in a way that can be undone
     */
    record NotFound(boolean deleted) implements Trouble {}

    /** The secret has another version than the write was to depend on; nothing was written. */
    record ChangedMeanwhile() implements Trouble {}

    /** The vendor does not take the name, the value or another part; nothing was written. */
    record Refused(String told) implements Trouble {}

    /** The credentials are wrong, expired or not accepted any more. */
    record Unauthorized(String told) implements Trouble {}

    /** The credentials are good but do not allow this. */
    record Forbidden(String told) implements Trouble {}

    /** The vendor wants another plan, or a later version of this program. */
    record UpgradeNeeded(String told) implements Trouble {}

    /**
     * Too many calls; nothing was written.
     *
     * @param until when the vendor takes calls again, if it said so
     */
    record RateLimited(Optional<Instant> until) implements Trouble {}

    /** The vendor cannot be reached or does not work now; nothing was written. */
    record Unavailable(Cause cause) implements Trouble {}

    /** A write was sent and no answer tells what became of it: it may have happened or not. */
    record OutcomeUnknown() implements Trouble {}

    /** What came back is not what this vendor's API answers. */
    record ProtocolError(Breach breach) implements Trouble {}

    /** The user has it that nothing is asked for or sent there; nothing was. */
    record Paused() implements Trouble {}

    /** The call was given up on request before anything was written. */
    record Cancelled() implements Trouble {}

    /** Why a vendor cannot be reached. */
    enum Cause {
        /** The address has no computer: misspelt, or no network. */
        NO_SUCH_HOST,
        NO_CONNECTION,
        TIMED_OUT,
        /** There is no safe connection: the certificate is not one for this address, is expired, or is signed by nobody who is trusted; or there is
         * no TLS of today. */
        NOT_TRUSTED,
        /** The file of own authorities cannot be read, or holds no certificate. */
        NO_AUTHORITIES,
        /** The server says that it cannot serve now, or failed. */
        SERVER_ERROR,
        /** The server is up and locked, as a sealed HashiCorp Vault. */
        SEALED
    }

    /** What is wrong with an answer. */
    enum Breach {
        /** Larger than 8 MiB, or said to be; or with more or longer parts than any answer of the API. */
        TOO_LARGE,
        /** Nested deeper than any answer of the API. */
        TOO_DEEP,
        /** Not JSON: an error page, another service, cut short, or text that is not UTF-8. */
        NOT_JSON,
        /** JSON in which something is missing or of another kind than documented. */
        UNEXPECTED,
        /** Leads elsewhere; credentials do not follow. */
        REDIRECT,
        /** Not HTTP, or with headers beyond measure. */
        NOT_HTTP
    }
}
