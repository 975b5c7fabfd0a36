package dev.lockstep.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the names of a collection are written at one destination: the prefix as it was typed, then the mapped name. Nothing is cut, squeezed or
 * counted up to make a name fit or to keep two apart; what does not fit is told.
 */
public final class NameForm {
    private final NamingRule rule;
    private final String prefix;

    private NameForm(NamingRule rule, String prefix) {
        this.rule = rule;
        this.prefix = prefix;
    }

    /**
     * A form.
     *
     * @param rule what names may be there
     * @param mapping how a local name is written there, whatever the rule proposes
     * @param prefix put before every name; may be empty
     */
    public static NameForm of(NamingRule rule, NameMapping mapping, String prefix) {
        return new NameForm(rule.under(mapping), prefix);
    }

    /** The name as it will appear there. */
    public String apply(String name) {
        return prefix + rule.mapping().apply(name);
    }

    /** Why no name with this prefix can be used there; empty if the prefix is sound, or if there is none. */
    public List<NameProblem> prefixProblems() {
        if (prefix.isEmpty()) {
            return List.of();
        }
        String alone = rule.letters().withoutLastJoint(prefix);
        return Inspection.of(rule.under(NameMapping.AS_IS), alone).stream()
                .filter(problem -> !(problem instanceof NameProblem.Reserved))
                .toList();
    }

    /** Why a local name cannot be used there, in reading order. The prefix's own problems are not among them. */
    public List<NameProblem> problems(String name) {
        return Inspection.behind(prefix, rule, name);
    }

    /**
     * How a whole collection will appear there. Names collide whether or not they have other problems too.
     *
     * @param names the local names, in the order to show
     * @param foreign names that stand there already and are not ours
     */
    public NamePreview preview(List<String> names, Set<String> foreign) {
        Map<String, List<String>> writers = new HashMap<>();
        for (String name : names) {
            writers.computeIfAbsent(apply(name), first -> new ArrayList<>(1)).add(name);
        }
        writers.replaceAll((there, all) -> List.copyOf(all));
        List<NamePreview.Line> lines = new ArrayList<>(names.size());
        for (String name : names) {
            String there = apply(name);
            lines.add(new NamePreview.Line(
                    name, there, problems(name), writers.getOrDefault(there, List.of()), foreign.contains(there)));
        }
        return new NamePreview(prefixProblems(), lines);
    }
}
