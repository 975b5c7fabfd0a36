package dev.lockstep.naming;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says of a name.
 *
 * @param name the local name
 * @param appearsAs the name after the rule's mapping
 * @param problems none if the name can be used
 * @param fix a local name that the rule takes, to be offered with one click; empty if there is no problem or no safe way out of it. Whether
 *     it is free in its collection is for the caller to see.
 */
public record NameCheck(
        NamingRule rule, String name, String appearsAs, List<NameProblem> problems, Optional<String> fix) {
    public NameCheck {
        problems = List.copyOf(problems);
    }

    /** Whether the name can be used there. */
    public boolean passes() {
        return problems.isEmpty();
    }
}
