package dev.lockstep.practice;

/** What differs between servers of the key-value engine, between their versions, or by what an administrator set, and is not in the contract. */
public enum KvQuirk {
    /** Lists keep to {@code limit} and {@code after}, as OpenBao's do; else everything comes at once, as from HashiCorp Vault. */
    PAGES,
    /** An answer to a token that is not valid says only "permission denied", as older versions do. */
    BAD_TOKEN_UNSAID,
    /** A path that a token may not see is answered by 404, as if nothing were there. */
    UNSEEN_IS_ABSENT,
    /** {@code lookup-self} and {@code renew-self} are not allowed: the token has no default policy. */
    NO_DEFAULT_POLICY,
    /** Nothing under {@code sys} is answered but the health. */
    SYSTEM_KEPT_BACK,
    /** The health is not answered: a proxy keeps it back. */
    HEALTH_KEPT_BACK,
    /** This node is a standby, which passes calls on. */
    STANDBY,
    /** The token may read and list. */
    READ_ONLY,
    /** The token may neither read nor list. */
    WRITE_ONLY,
    /** The token may not see or change metadata of single secrets. */
    METADATA_KEPT_BACK,
    /** Changing metadata is answered by 200 with warnings. */
    WARNINGS,
    /** Tokens from a login cannot be renewed. */
    NOT_RENEWABLE,
    /** A login that is refused is answered by 403 and not by 400. */
    LOGIN_FORBIDDEN,
    /** Roles need no secret id. */
    NO_SECRET_ID,
    /** Answers have fields that only some versions have. */
    EXTRA_FIELDS,
    /** What is written is deleted a day later, which is told at once. */
    DELETED_LATER,
    /** Writes without check-and-set are refused. */
    CAS_REQUIRED,
    /** Calls without {@code X-Vault-Request} are refused. */
    REQUEST_HEADER_REQUIRED
}
