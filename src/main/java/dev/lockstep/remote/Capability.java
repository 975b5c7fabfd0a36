package dev.lockstep.remote;

/** What a vendor documents for the secrets in its vault. What is not documented is not a capability, however likely it is. */
public enum Capability {
    LIST,
    /** Name, times and the like of one secret, without its value. */
    METADATA,
    READ_VALUE,
    /** Reading a value is kept in the vendor's own audit log. */
    AUDITED_READ,
    CREATE,
    UPDATE,
    RENAME,
    DELETE,
    /** A deleted secret can be brought back there, or its name may stay taken. */
    SOFT_DELETE,
    DESCRIPTION,
    /** Each secret names the provider that its value is for. */
    PROVIDER,
    /** Lists carry a part of each value. */
    MASK,
    TIMESTAMPS,
    VERSIONS,
    /** A write can be made to depend on the version that was seen. */
    COMPARE_AND_SET
}
