package dev.lockstep.practice;

/** What Hookpulse leaves open, and how it may turn out. Without any, answers are as documented or, where nothing is, as is most likely. */
public enum HookpulseQuirk {
    /** {@code {"count", "next", "previous", "results"}}, as Django REST framework pages. */
    LIST_AS_RESULTS,
    /** {@code {"success", "secrets", "page", "total_pages"}}. */
    LIST_AS_SECRETS,
    /** The list takes the place of the text in {@code details}; nothing tells of pages. */
    LIST_AS_DETAILS,
    /** {@code {"success", "data": {"items", "pagination": {"has_next"}}}}. */
    LIST_NESTED,
    /** An array alone. The contract has an object. */
    LIST_BARE,
    /** Fields are called {@code key} and {@code uuid}, as in the vendor's published client. */
    SHORT_FIELDS,
    /** Lists show values and times in the brand's own time zone. */
    LIST_TELLS_MORE,
    /** Nothing tells of pages; those after the last are empty. */
    PAGES_UNTOLD,
    /** Nothing tells of pages; those after the last show the last again. */
    LAST_PAGE_AGAIN,
    /** Nothing tells of pages; those after the last are 404. */
    NO_SUCH_PAGE,
    /** Nothing tells of pages; those after the last are 200 with {@code "success": false}. */
    NO_SUCH_PAGE_IN_200,
    /** Everything is on one page, whichever is asked for. */
    PAGE_IGNORED,
    /** A list without an end, each page with another secret. */
    ENDLESS_LIST,
    /** A list that comes in circles of three pages and always tells of more. */
    CIRCULAR_LIST,
    CREATE_TELLS_UUID,
    DUPLICATE_WITHOUT_UUID,
    NAMES_IGNORE_CASE,
    /** Values have at most 1,000 characters. */
    SHORT_VALUES,
    UPDATE_BY_PUT,
    UPDATE_BY_PATCH,
    /** The path for changing a value is not there. */
    NO_UPDATE,
    /** A failed deletion is 400 with the id alone. */
    BARE_DELETE_FAILURE,
    /** A failed deletion is 200 with the id alone. */
    BARE_DELETE_FAILURE_IN_200,
    /** Errors have the status 200. */
    ERRORS_IN_200
}
