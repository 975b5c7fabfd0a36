package dev.lockstep.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through a name and notes the first problem of each kind. */
final class Inspection {
    private final NamingRule rule;
    private final String prefix;
    private final String name;
    private final String there;
    private final List<NameProblem> problems = new ArrayList<>();
    private final Set<Class<?>> kinds = new HashSet<>();

    private Inspection(NamingRule rule, String prefix, String name) {
        this.rule = rule;
        this.prefix = prefix;
        this.name = name;
        there = prefix + rule.mapping().apply(name);
    }

    /** The problems in reading order; empty exactly if the rule accepts the name. */
    static List<NameProblem> of(NamingRule rule, String name) {
        if (rule.accepts(name)) {
            return List.of();
        }
        Inspection inspection = new Inspection(rule, "", name);
        inspection.run();
        return List.copyOf(inspection.problems);
    }

    /** The problems of a name that stands there behind a prefix, in reading order; those of the prefix itself are not among them. */
    static List<NameProblem> behind(String prefix, NamingRule rule, String name) {
        Inspection inspection = new Inspection(rule, prefix, name);
        inspection.run();
        return List.copyOf(inspection.problems);
    }

    private void run() {
        if (name.isEmpty()) {
            note(new NameProblem.Empty());
            return;
        }
        int length = prefix.length() + name.length();
        if (length > rule.maxLength()) {
            note(new NameProblem.TooLong(length, rule.maxLength()));
        }
        int start = rule.letters().any() ? 0 : Blank.leading(name);
        int end = rule.letters().any() ? name.length() : Blank.trailing(name);
        if (start > 0) {
            note(new NameProblem.EdgeWhitespace(true));
        }
        int index = start;
        while (index < end) {
            int codePoint = name.codePointAt(index);
            look(index, codePoint);
            index += Character.charCount(codePoint);
        }
        if (end < name.length() && start <= end) {
            note(new NameProblem.EdgeWhitespace(false));
        }
        if (rule.reserved().contains(there)) {
            note(new NameProblem.Reserved(there));
        }
    }

    private void look(int index, int codePoint) {
        if (rule.letters().any()) {
            if (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
                note(new NameProblem.BadCharacter(index, codePoint));
            }
            return;
        }
        if (codePoint > 127) {
            note(new NameProblem.NonAscii(index, codePoint));
            return;
        }
        char unit = (char) codePoint;
        if (!rule.letters().allows(unit)) {
            note(
                    rule.letters().allows(otherCase(unit))
                            ? new NameProblem.WrongCase(index, unit)
                            : new NameProblem.BadCharacter(index, unit));
        } else if (index == 0 && prefix.isEmpty() && !rule.letters().starts(unit)) {
            note(new NameProblem.BadStart(unit));
        } else if (rule.letters().isLoose(there, prefix.length() + index)) {
            note(new NameProblem.BadCharacter(index, unit));
        }
    }

    static char otherCase(char unit) {
        char lower = NameMapping.lower(unit);
        return lower != unit ? lower : NameMapping.upper(unit);
    }

    private void note(NameProblem problem) {
        if (kinds.add(problem.getClass()) || problem instanceof NameProblem.EdgeWhitespace) {
            problems.add(problem);
        }
    }
}
