package dev.lockstep.remote.voximplant;

/** What the codes of the vendor's errors stand for; its list has 400 of them, those that secrets may meet are here. */
enum Meaning {
    /** The vendor failed; a write may have happened. */
    FAILED,
    /** Too many calls. */
    LIMITED,
    UNAUTHORIZED,
    /** As {@link #UNAUTHORIZED}, but another token may do: this one has a wrong format, is from the future, or expired. */
    TOKEN,
    FORBIDDEN,
    UPGRADE,
    /** There is no such method: another API is at the address. */
    ANOTHER_API,
    NOT_FOUND,
    TAKEN,
    /** Some parameter is wrong; the words tell which. */
    INVALID,
    REFUSED,
    /** Not in the list. */
    UNKNOWN;

    static Meaning of(int code) {
        return switch (code) {
            case 1, 2, 4, 5, 13 -> FAILED;
            case 162, 314, 340, 416, 515 -> LIMITED;
            case 100, 115, 135, 137, 454 -> UNAUTHORIZED;
            case 447, 455, 456 -> TOKEN;
            case 104, 131, 281, 282, 316 -> FORBIDDEN;
            case 127, 317 -> UPGRADE;
            case 102, 103, 105 -> ANOTHER_API;
            case 341 -> NOT_FOUND;
            case 493 -> TAKEN;
            case 101, 496 -> INVALID;
            case 107, 116, 134, 499 -> REFUSED;
            default -> UNKNOWN;
        };
    }
}
