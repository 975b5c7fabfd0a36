package dev.lockstep.practice;

/** Each point that Dreadnode's documents leave open, as a switch from what is thought most likely to another form. */
public enum DreadnodeQuirk {
    /** Creating answers 200 instead of 201. */
    CREATED_IS_200,
    /** Deleting answers 200 without a body instead of 204. */
    DELETED_IS_200,
    /** Deleting answers 200 with the secret. */
    DELETED_WITH_BODY,
    /** There is no path to delete: 405. */
    DELETE_IS_405,
    /** There is no path to delete: 404 in the envelope, as for a secret that is not there. */
    DELETE_IS_404,
    /** A duplicate is 400 with a type that says so. */
    DUPLICATE_IS_400,
    /** A duplicate is 422 with a type that says so. */
    DUPLICATE_IS_422,
    /** The list of validation errors is called {@code details}. */
    VALIDATION_UNDER_DETAILS,
    /** The list of validation errors is called {@code validation_errors}, with {@code location} and {@code message}. */
    VALIDATION_IN_OTHER_WORDS,
    /** The list of validation errors is the detail itself. */
    VALIDATION_IS_DETAIL,
    /** Validation errors repeat what was sent. */
    INPUT_REPEATED,
    /** Too old a client or too small a plan is 403 instead of 426. */
    UPGRADE_IS_403,
    /** A provider has to be named. */
    PROVIDER_REQUIRED,
    /** Only providers that have a preset are taken. */
    PROVIDER_FROM_LIST,
    /** A secret without provider has no such field instead of {@code null}. */
    PROVIDER_ABSENT,
    /** Names that differ in case alone are the same. */
    CASE_IGNORED,
    /** Names are stored in upper case. */
    NAMES_RAISED,
    /** Names have at most 64 characters. */
    NAMES_LIMITED,
    /** Values have at most 65,536 characters. */
    VALUES_LIMITED,
    /** The time of change is {@code null} until there is one. */
    NO_CHANGE_AT_FIRST,
    /** Times have microseconds and {@code +00:00}. */
    TIMES_WITH_MICROSECONDS,
    /** Times have no offset. */
    TIMES_WITHOUT_OFFSET,
    /** The mask of a short value shows its ends as that of a long one does, and so all of it. */
    SHORT_VALUES_SHOWN,
    /** A list ends after 100 secrets, and its total tells that there are more. */
    LIST_CUT
}
