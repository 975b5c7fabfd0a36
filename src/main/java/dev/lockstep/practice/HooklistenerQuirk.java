package dev.lockstep.practice;

/** What Hooklistener leaves open, and how it may turn out. Without any, answers are as documented or, where nothing is, as is most likely. */
public enum HooklistenerQuirk {
    /** The list is an array alone. The contract has an object. */
    LIST_BARE,
    /** The list is in {@code secrets}. The contract has {@code data}. */
    LIST_AS_SECRETS,
    /** The list tells of further pages, which no document knows. */
    LIST_PAGED,
    /** {@code created_at} for {@code inserted_at}, with the further fields of the older documents. */
    OLDER_FIELDS,
    /** Times have no zone, as {@code 2026-05-03T14:02:11}. */
    TIMES_WITHOUT_ZONE,
    /** One secret is shown without {@code data} around it. */
    BARE_SECRET,
    /** One secret is shown inside {@code secret}. */
    SECRET_IN_SECRET,
    /** Creating is 201 without a body. */
    CREATE_TELLS_NOTHING,
    /** Creating is 200. The contract has 201. */
    CREATE_IS_200,
    /** A value is shown inside {@code data}. */
    VALUE_IN_DATA,
    /** Updating is 200 without a body. */
    UPDATE_TELLS_NOTHING,
    /** Deleting is 200 with the secret. The contract has 204. */
    DELETE_TELLS,
    /** A duplicate is told as an error of {@code organization_id}, as Ecto does for an index of two columns. */
    DUPLICATE_BY_ORGANIZATION,
    /** A duplicate is 422 with one {@code error}. */
    DUPLICATE_AS_ERROR,
    /** A duplicate is 422 in plain text. The contract has JSON. */
    DUPLICATE_AS_TEXT,
    /** A duplicate is 409. The contract has 422. */
    DUPLICATE_409,
    /** A duplicate is 400. The contract has 422. */
    DUPLICATE_400,
    /** The name of a deleted secret stays taken. */
    DELETED_NAME_STAYS_TAKEN,
    /** Deleted secrets are shown, with {@code "is_active": false}. */
    DELETED_STAYS_LISTED,
    /** A deleted secret is 410. The contract has 404. */
    DELETED_IS_410,
    /** Changing a secret leaves its name as it is. */
    RENAME_IGNORED,
    /** As {@link #RENAME_IGNORED}, and without a body. */
    RENAME_IGNORED_UNTOLD,
    /** Changing a secret wants a value. */
    UPDATE_NEEDS_VALUE,
    /** The plan has no secrets: 402. The contract has 403. */
    PLAN_WITHOUT_SECRETS_402,
    /** The plan has no secrets: 403. */
    PLAN_WITHOUT_SECRETS_403,
    /** Calls without {@code x-organization-id} are 403, as with a login's token. */
    ORGANIZATION_NEEDED
}
