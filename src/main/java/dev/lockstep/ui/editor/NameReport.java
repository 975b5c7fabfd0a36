package dev.lockstep.ui.editor;

import dev.lockstep.naming.NameWarning;
import dev.lockstep.naming.NameWarnings;
import dev.lockstep.naming.NamingRule;
import dev.lockstep.naming.NamingRules;
import java.util.List;
import java.util.Optional;

/**
 * Everything to say about the typed name.
 *
 * @param own what the collection's rule says
 * @param elsewhere what each vendor's rule says, in the order to show
 * @param warnings what is easily overlooked
 */
record NameReport(RuleReport own, List<RuleReport> elsewhere, List<NameWarning> warnings) {

    /** Judges a name. An unknown rule of a collection counts as the free one. */
    static NameReport of(String name, String ruleId) {
        NamingRule rule = NamingRules.byId(ruleId).orElse(NamingRules.FREE);
        List<RuleReport> elsewhere = NamingRules.vendors().stream()
                .map(vendor -> new RuleReport(vendor.check(name)))
                .toList();
        List<NameWarning> warnings = NameWarnings.of(name).stream()
                .filter(warning -> !commonSpace(warning))
                .toList();
        return new NameReport(new RuleReport(rule.check(name)), elsewhere, warnings);
    }

    private static boolean commonSpace(NameWarning warning) {
        return warning instanceof NameWarning.InnerSpace space && space.codePoint() == ' ';
    }

    /** The name without what a warning is about; empty if there is nothing to warn of. */
    Optional<String> withoutWarnings() {
        String name = own.check().name();
        String plain = NameFix.plain(name);
        return warnings.isEmpty() || plain.isEmpty() || plain.equals(name) ? Optional.empty() : Optional.of(plain);
    }
}
