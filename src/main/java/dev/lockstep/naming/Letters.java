package dev.lockstep.naming;

/**
 * The UTF-16 units that a local name may have under a rule, its mapping already applied: two 128-bit sets for ASCII, one for the first unit
 * and one for the others.
 *
 * @param first the characters that a name may begin with after the mapping
 * @param rest those that may follow
 * @param joints those of {@code rest} that stand only between two others: never first, last or side by side
 * @param any whether everything is allowed that is not a control character or half of a surrogate pair
 */
record Letters(
        String first,
        String rest,
        String joints,
        long firstLow,
        long firstHigh,
        long restLow,
        long restHigh,
        long jointsLow,
        boolean any) {
    static final Letters ANY = new Letters("", "", "", 0, 0, 0, 0, 0, true);
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String DIGITS = "0123456789";

    /** Names that after the mapping start with a character of {@code first} and go on with characters of {@code rest}. */
    static Letters of(String first, String rest, NameMapping mapping) {
        return of(first, rest, "", mapping);
    }

    /**
     * Names that after the mapping are runs of characters of {@code inner}, with one character of {@code joints} between two runs.
     *
     * @param joints characters below 64
     */
    static Letters joined(String inner, String joints, NameMapping mapping) {
        return of(inner, inner + joints, joints, mapping);
    }

    private static Letters of(String first, String rest, String joints, NameMapping mapping) {
        return new Letters(
                first,
                rest,
                joints,
                set(first, mapping, 0),
                set(first, mapping, 64),
                set(rest, mapping, 0),
                set(rest, mapping, 64),
                set(joints, mapping, 0),
                false);
    }

    /** What a local name may have for the same names after another mapping. */
    Letters under(NameMapping mapping) {
        return any ? this : of(first, rest, joints, mapping);
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

    /** Whether a joint is not between two other characters in a name as it is to stand there. */
    boolean isLoose(String there, int index) {
        return joints.indexOf(there.charAt(index)) >= 0
                && (index == 0 || index == there.length() - 1 || joints.indexOf(there.charAt(index - 1)) >= 0);
    }

    /** What stands before a name, without the one joint that may end it because the name follows. */
    String withoutLastJoint(String prefix) {
        int last = prefix.length() - 1;
        return last > 0 && joints.indexOf(prefix.charAt(last)) >= 0 ? prefix.substring(0, last) : prefix;
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
        boolean afterJoint = false;
        for (int i = 1; i <= last; i++) {
            char unit = name.charAt(i);
            boolean joint = in(jointsLow, 0, unit);
            if (!in(restLow, restHigh, unit) || (joint && afterJoint)) {
                return false;
            }
            afterJoint = joint;
        }
        return !afterJoint;
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
