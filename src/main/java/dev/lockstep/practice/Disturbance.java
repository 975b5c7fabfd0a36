package dev.lockstep.practice;

/** Trouble that a simulator makes on request. */
public enum Disturbance {
    UNAUTHORIZED,
    FORBIDDEN,
    CONFLICT,
    /** 422 in the first shape that the vendor documents or is thought to have. */
    UNPROCESSABLE,
    /** 422 in the other shape, where there are two. */
    UNPROCESSABLE_OTHERWISE,
    UPGRADE_REQUIRED,
    /** 429 with {@code Retry-After}. */
    TOO_MANY,
    INTERNAL_ERROR,
    BAD_GATEWAY,
    SERVICE_UNAVAILABLE,
    GATEWAY_TIMEOUT,
    /** The connection ends before anything is written. */
    RESET_BEFORE,
    /** What was asked is done, and the connection ends without an answer. */
    RESET_AFTER,
    /** A body without an end. */
    ENDLESS_BODY,
    /** The first half of the right answer. */
    TRUNCATED,
    /** An error page in HTML with status 200. */
    HTML_PAGE,
    /** A list without a secret, whatever is there. */
    EMPTY_LISTING,
    /** Lists do not show what was written last. */
    STALE_LISTING
}
