package dev.lockstep.naming;

import java.util.Optional;

/** Finds a name close to the typed one that a rule accepts. Letters are never lost: what cannot be told in ASCII gets no suggestion. */
final class Suggestion {
    private Suggestion() {}

    /** A name that the rule accepts, or empty if the name needs none or none is safe. */
    static Optional<String> of(NamingRule rule, String name) {
        if (rule.accepts(name)) {
            return Optional.empty();
        }
        String plain = rule.letters().any() ? name : LookAlikes.fold(name).strip();
        String words = oneCase(rule) ? splitCamelCase(plain) : plain;
        StringBuilder fitted = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char unit = fit(rule.letters(), words.charAt(i));
            if (unit > 127 && !rule.letters().allows(unit) && !Character.isSurrogate(unit)) {
                return Optional.empty();
            }
            fitted.append(unit);
        }
        String started = start(rule, fitted);
        return Optional.of(started).filter(rule::accepts);
    }

    private static boolean oneCase(NamingRule rule) {
        return !rule.letters().allows('a') || !rule.letters().allows('A');
    }

    private static char fit(Letters letters, char unit) {
        if (letters.allows(unit) || unit > 127) {
            return unit;
        }
        char other = Inspection.otherCase(unit);
        return letters.allows(other) ? other : '_';
    }

    private static String start(NamingRule rule, StringBuilder name) {
        int first = 0;
        if (!name.isEmpty() && !rule.letters().starts(name.charAt(0))) {
            while (first < name.length() && name.charAt(first) == '_') {
                first++;
            }
        }
        String rest = name.substring(first);
        if (rest.isEmpty() || (rule.letters().starts(rest.charAt(0)) && !rule.reserves(rest))) {
            return rest;
        }
        return (lowerOnly(rest) && rule.letters().starts('k') ? "k_" : "K_") + rest;
    }

    private static boolean lowerOnly(String name) {
        boolean lower = false;
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (unit != NameMapping.lower(unit)) {
                return false;
            }
            lower |= unit != NameMapping.upper(unit);
        }
        return lower;
    }

    private static String splitCamelCase(String name) {
        StringBuilder split = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (i > 0 && startsWord(name, i)) {
                split.append('_');
            }
            split.append(name.charAt(i));
        }
        return split.toString();
    }

    private static boolean startsWord(String name, int i) {
        char before = name.charAt(i - 1);
        boolean beforeLower = before != NameMapping.upper(before) || (before >= '0' && before <= '9');
        boolean beforeUpper = before != NameMapping.lower(before);
        boolean upper = name.charAt(i) != NameMapping.lower(name.charAt(i));
        boolean nextLower = i + 1 < name.length() && name.charAt(i + 1) != NameMapping.upper(name.charAt(i + 1));
        return upper && ((beforeLower && hasLower(name)) || (beforeUpper && nextLower));
    }

    private static boolean hasLower(String name) {
        return name.chars().anyMatch(unit -> unit >= 'a' && unit <= 'z');
    }
}
