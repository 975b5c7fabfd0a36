package dev.lockstep.generate;

/** Refuses parameters of a recipe that are out of bounds. */
final class Bounds {
    private Bounds() {}

    static void check(String what, int least, int found, int most) {
        if (found < least || found > most) {
            throw new IllegalArgumentException(what + ": " + found + " is not in " + least + " to " + most);
        }
    }

    static void checkPrintable(String what, String text) {
        if (!text.chars().allMatch(unit -> unit >= ' ' && unit <= '~')) {
            throw new IllegalArgumentException(what + ": only printable ASCII");
        }
    }
}
