package dev.lockstep.naming;

/**
 * The UTF-16 units that a local name may have under a rule, its mapping already applied: two 128-bit sets for ASCII, one for the first unit
 * and one for the others.
 *
 * @param joints those below 64 that stand only between two others: never first, last or side by side
 * @param any whether everything is allowed that is not a control character or half of a surrogate pair
 */
record Letters(long firstLow, long firstHigh, long restLow, long restHigh, long joints, boolean any) {
    static final Letters ANY = new Letters(0, 0, 0, 0, 0, true);
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String DIGITS = "0123456789";

    /** Names that after the mapping start with a character of {@code first} and go on with characters of {@code rest}. */
    static Letters of(String first, String rest, NameMapping mapping) {
        return new Letters(
                set(first, mapping, 0),
                set(first, mapping, 64),
                set(rest, mapping, 0),
                set(rest, mapping, 64),
                0,
                false);
    }

    /** Names as they are: runs of characters of {@code inner}, with one character of {@code joints} between two runs. */
    static Letters joined(String inner, String joints) {
        Letters all = of(inner, inner + joints, NameMapping.AS_IS);
        return new Letters(
                all.firstLow, all.firstHigh, all.restLow, all.restHigh, set(joints, NameMapping.AS_IS, 0), false);
    }

    private static long set(String allowed, NameMapping mapping, int from) {
        long set = 0;
        for (int unit = from; unit < from + 64; unit++) {
            if (allowed.indexOf(mapping.map((char) unit)) >= 0) {
                set |= 1L << unit;
            }
        }
        return set;
    }

    /** Whether the unit may stand first; a space never may, whatever it maps to. */
    boolean starts(char unit) {
        return any ? allowsAlone(unit) : unit != ' ' && in(firstLow, firstHigh, unit);
    }

    /** Whether the unit may stand anywhere but first. */
    boolean allows(char unit) {
        return any ? allowsAlone(unit) : in(restLow, restHigh, unit);
    }

    /** Whether a character stands where none may that needs one before and behind it. */
    boolean isLoose(String name, int index) {
        return isJoint(name.charAt(index))
                && (index == name.length() - 1 || index > 0 && isJoint(name.charAt(index - 1)));
    }

    private boolean isJoint(char unit) {
        return unit < 64 && ((joints >>> unit) & 1) != 0;
    }

    private static boolean in(long low, long high, char unit) {
        return unit < 64 ? ((low >>> unit) & 1) != 0 : unit < 128 && ((high >>> unit) & 1) != 0;
    }

    private static boolean allowsAlone(char unit) {
        return !Character.isISOControl(unit) && !Character.isSurrogate(unit);
    }

    /** Whether a whole name of at least one unit fits; allocates nothing. */
    boolean fit(String name) {
        if (any) {
            return fitAny(name);
        }
        int last = name.length() - 1;
        if (!starts(name.charAt(0)) || name.charAt(last) == ' ') {
            return false;
        }
        for (int i = 1; i <= last; i++) {
            if (!in(restLow, restHigh, name.charAt(i)) || isLoose(name, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitAny(String name) {
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            boolean pair = Character.isHighSurrogate(unit)
                    && i + 1 < name.length()
                    && Character.isLowSurrogate(name.charAt(i + 1));
            if (pair) {
                i++;
            } else if (!allowsAlone(unit)) {
                return false;
            }
        }
        return true;
    }
}
