package dev.lockstep.practice;

/** Each point that Mixpeek's documents leave open or contradict, as a switch from what is thought most likely to another form. */
public enum MixpeekQuirk {
    /** A duplicate is 400 with a text that says so, as the route declares no 409. */
    DUPLICATE_IS_400,
    /** A duplicate is 400 with a fine code alone. */
    DUPLICATE_IS_CODE,
    /** A duplicate is 422 with the list of the vendor's document. */
    DUPLICATE_IS_422,
    /** A duplicate is 422 in the envelope of the guide. */
    DUPLICATE_IS_422_IN_ENVELOPE,
    /** Names that differ in case alone are the same. */
    CASE_IGNORED,
    /** "Lowercase with underscores" is a rule. */
    NAMES_CHECKED,
    /** Values have at most 65,536 characters. */
    VALUES_LIMITED,
    /** Validation errors come in the envelope of the guide. */
    VALIDATION_IN_ENVELOPE,
    /** Validation errors repeat what was sent. */
    INPUT_REPEATED,
    /** A wrong key is 403 {@code UnauthorizedError}, as the guide says. */
    WRONG_KEY_IS_403,
    /** Fields that do not apply are {@code null} instead of absent. */
    NULLS_WRITTEN,
    /** Deleting answers 204 without a body. */
    DELETED_WITHOUT_BODY,
    /** A list ends after 100 names, and its count tells that there are more. */
    LIST_CUT,
    /** 60 calls a minute and 10 a second. */
    SIXTY_A_MINUTE,
    /** 10 calls a minute. */
    TEN_A_MINUTE,
    /** Too many calls are answered without {@code Retry-After}; {@code X-RateLimit-Reset} alone tells the time. */
    NO_RETRY_AFTER,
    /** {@code X-RateLimit-Reset} counts the seconds from now instead of those since 1970. */
    RESET_IS_A_DELAY
}
