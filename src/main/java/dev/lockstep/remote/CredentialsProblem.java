package dev.lockstep.remote;

/** What is wrong with a file of credentials that a vendor hands out, such as {@code credentials.json} of Voximplant. */
public enum CredentialsProblem {
    /** Larger than 20,000 bytes. */
    TOO_LARGE,
    /** Not one JSON object in UTF-8, or one in which a field is there twice. */
    NOT_JSON,
    /** No {@code account_id} that is a number above 0. */
    NO_ACCOUNT,
    /** No {@code key_id} of 1 to 200 visible ASCII characters. */
    NO_KEY_ID,
    /** No {@code private_key} that is a text. */
    NO_PRIVATE_KEY,
    /** The private key is not an RSA key of up to 8192 bits in PKCS#8 and PEM, which begins with {@code BEGIN PRIVATE KEY}. */
    NOT_A_KEY,
    /** The private key has fewer than 2048 bits. */
    KEY_TOO_SHORT
}
