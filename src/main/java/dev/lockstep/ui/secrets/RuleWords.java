package dev.lockstep.ui.secrets;

import dev.lockstep.naming.NamingRules;
import dev.lockstep.naming.RuleId;
import dev.lockstep.ui.kit.Text;

/** The words for the naming rules that a collection may follow. */
final class RuleWords {
    private RuleWords() {}

    static String title(String ruleId) {
        return NamingRules.byId(ruleId).map(rule -> title(rule.ruleId())).orElse(ruleId);
    }

    /** The rule itself, as a pattern. */
    static String explain(String ruleId) {
        return NamingRules.byId(ruleId)
                .filter(rule -> rule.ruleId() != RuleId.FREE)
                .map(rule -> Text.of("secrets.rule.pattern", rule.pattern()))
                .orElse(Text.of("secrets.rule.free.pattern"));
    }

    private static String title(RuleId rule) {
        return switch (rule) {
            case FREE -> Text.of("secrets.rule.free");
            case UPPER_SNAKE -> Text.of("secrets.rule.upper-snake");
            case LOWER_SNAKE -> Text.of("secrets.rule.lower-snake");
            case ENVIRONMENT_VARIABLE -> Text.of("secrets.rule.environment-variable");
            case HOOKLISTENER, VOXIMPLANT, MIXPEEK, HOOKPULSE, DREADNODE -> rule.text();
        };
    }
}
