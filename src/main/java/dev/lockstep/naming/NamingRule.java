package dev.lockstep.naming;

import java.util.List;
import java.util.Set;

/**
 * What names one vendor or one collection takes. Lengths are UTF-16 units, which are characters where only ASCII is allowed.
 *
 * @param ruleId finds the words for the rule
 * @param pattern regular expression that the name has to match <em>after</em> the mapping, as it is shown to the user
 * @param minLength shortest name
 * @param maxLength longest name; {@link #LOCAL_MAXIMUM} where the vendor tells none
 * @param mapping how a local name is written there unless the user chooses otherwise
 * @param certainty how sure it is that this is the vendor's rule
 * @param reserved names that mean something else there
 */
public record NamingRule(
        RuleId ruleId,
        String pattern,
        int minLength,
        int maxLength,
        NameMapping mapping,
        Certainty certainty,
        Set<String> reserved,
        Letters letters) {
    /** The longest name that a vault takes, in UTF-16 units. */
    public static final int LOCAL_MAXIMUM = 255;

    /** How sure a rule is. */
    public enum Certainty {
        /** The vendor's documentation states the pattern. */
        STATED,
        /** The vendor's documentation describes it in words; the pattern is this program's reading of them. */
        DESCRIBED,
        /** The vendor states no rule; the pattern follows from how names are used there. */
        INFERRED,
        /** This program's own rule. */
        OWN
    }

    /** The form that is stored in a vault, for example {@code "voximplant"}. */
    public String id() {
        return ruleId.text();
    }

    /** Whether the name can be used there after the mapping. Fast, without allocation, for lists of many names. */
    public boolean accepts(String name) {
        int length = name.length();
        return length >= minLength && length <= maxLength && letters.fit(name) && !reserves(name);
    }

    /** Whether the name means something else there after the mapping. */
    boolean reserves(String name) {
        return !reserved.isEmpty() && reserved.contains(mapping.apply(name));
    }

    /** The same rule for names that are written there by another mapping. */
    NamingRule under(NameMapping other) {
        return new NamingRule(ruleId, pattern, minLength, maxLength, other, certainty, reserved, letters.under(other));
    }

    /** Everything to say about a name while it is typed. */
    public NameCheck check(String name) {
        List<NameProblem> problems = Inspection.of(this, name);
        return new NameCheck(this, name, mapping.apply(name), problems, Suggestion.of(this, name));
    }
}
