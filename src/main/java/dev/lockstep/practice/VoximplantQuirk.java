package dev.lockstep.practice;

/** Points on which Voximplant's documents are silent or disagree; each makes the simulator behave in another way than it does without. */
public enum VoximplantQuirk {
    /** {@code result} of AddSecret and GetSecretValue is an array with one object, as the vendor's Java client has it. */
    RESULT_IN_ARRAY,
    /** Errors have the status that fits them, instead of 200. */
    ERRORS_WITH_STATUS,
    /** A name that is taken is an invalid parameter (496) instead of "not unique" (493). */
    TAKEN_IS_INVALID_PARAMETER,
    /** A name that is taken is an invalid argument (101), told in words alone. */
    TAKEN_IS_TOLD_IN_WORDS,
    /** A name that is taken may be given again: another secret has it as well. */
    TAKEN_IS_ALLOWED,
    /** Two names that differ in case alone are one. */
    CASE_IS_IGNORED,
    /** An id that is not there is an invalid parameter (496) instead of "not found" (341). */
    UNKNOWN_IS_INVALID_PARAMETER,
    /** Reading an id that is not there gives an empty array. */
    UNKNOWN_IS_EMPTY_RESULT,
    /** Deleting an id that is not there works. */
    UNKNOWN_IS_DELETED,
    /** A page has at most 20 secrets, whatever is asked for. */
    PAGES_OF_TWENTY,
    /** To ask for more than 50 secrets is an error. */
    LARGE_COUNT_IS_REFUSED,
    /** Lists do not tell how many secrets there are. */
    NO_TOTAL,
    /** No {@code created} and {@code modified}. */
    NO_TIMES,
    /** A description that was never given is {@code null} instead of an empty text. */
    DESCRIPTION_IS_NULL,
    /** A description that was never given is left out. */
    DESCRIPTION_IS_LEFT_OUT,
    /** GetSecretValue tells the id and the value alone. */
    VALUE_ALONE,
    /** The 8192 characters of a value are bytes. */
    LENGTH_IN_BYTES,
    /** Parameters count only in the address, as in the vendor's reference. */
    QUERY_ALONE,
    /** Parameters count only in a form body, as the vendor's clients send them. */
    FORM_ALONE,
    /** What is said about a refused value quotes it. */
    VALUE_IS_QUOTED,
    /** Answers have fields that are not documented. */
    MORE_FIELDS
}
