package dev.lockstep.naming;

import static dev.lockstep.naming.Letters.DIGITS;
import static dev.lockstep.naming.Letters.LOWER;
import static dev.lockstep.naming.Letters.UPPER;
import static dev.lockstep.naming.NameMapping.AS_IS;
import static dev.lockstep.naming.NamingRule.LOCAL_MAXIMUM;

import dev.lockstep.naming.NamingRule.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The naming rules that are known. */
public final class NamingRules {
    private static final String UPPER_WORD = UPPER + DIGITS + "_";
    private static final String LOWER_WORD = LOWER + DIGITS + "_";
    private static final String WORD = UPPER + LOWER_WORD;

    /** docs.hooklistener.com/secrets: "Secret names must follow the pattern"; no length is given. */
    public static final NamingRule HOOKLISTENER = new NamingRule(
            RuleId.HOOKLISTENER,
            "^[A-Z][A-Z0-9_]*$",
            1,
            LOCAL_MAXIMUM,
            NameMapping.UPPER_SNAKE,
            Certainty.STATED,
            Set.of(),
            Letters.of(UPPER, UPPER_WORD, NameMapping.UPPER_SNAKE));

    /** docs.voximplant.ai, AddSecret. In its lists of secrets to delete, the word {@code all} stands for every secret. */
    public static final NamingRule VOXIMPLANT = new NamingRule(
            RuleId.VOXIMPLANT,
            "^[A-Za-z][A-Za-z0-9_]{0,63}$",
            1,
            64,
            AS_IS,
            Certainty.STATED,
            Set.of("all"),
            Letters.of(UPPER + LOWER, WORD, AS_IS));

    /** docs.mixpeek.com, create secret: 1 to 100 characters, "lowercase with underscores"; it is part of a URL there. */
    public static final NamingRule MIXPEEK = new NamingRule(
            RuleId.MIXPEEK,
            "^[a-z0-9_]{1,100}$",
            1,
            100,
            NameMapping.LOWER_SNAKE,
            Certainty.DESCRIBED,
            Set.of(),
            Letters.of(LOWER_WORD, LOWER_WORD, NameMapping.LOWER_SNAKE));

    /** docs.hookpulse.io states no rule; a name is used in templates as <code>{{ #name }}</code>. */
    public static final NamingRule HOOKPULSE = new NamingRule(
            RuleId.HOOKPULSE,
            "^[A-Za-z0-9_]+$",
            1,
            LOCAL_MAXIMUM,
            NameMapping.LOWER_SNAKE,
            Certainty.INFERRED,
            Set.of(),
            Letters.of(WORD, WORD, NameMapping.LOWER_SNAKE));

    /** docs.dreadnode.io, create secret: "Environment variable name"; no length is given. */
    public static final NamingRule DREADNODE = new NamingRule(
            RuleId.DREADNODE,
            "^[A-Za-z_][A-Za-z0-9_]*$",
            1,
            LOCAL_MAXIMUM,
            NameMapping.UPPER_SNAKE,
            Certainty.DESCRIBED,
            Set.of(),
            Letters.of(UPPER + LOWER + "_", WORD, NameMapping.UPPER_SNAKE));

    /**
     * openbao.org, API: a path, which has no period at its end; one with a slash at its end is a folder. Of what else a path may hold, this is
     * what means nothing else in an address or a policy.
     */
    public static final NamingRule KV_V2 = new NamingRule(
            RuleId.KV_V2,
            "^[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*$",
            1,
            LOCAL_MAXIMUM,
            AS_IS,
            Certainty.DESCRIBED,
            Set.of(),
            Letters.joined(WORD + "-", "./", AS_IS));

    /** POSIX.1-2024, 3.216 Name: what a shell can export. */
    public static final NamingRule ENVIRONMENT_VARIABLE = new NamingRule(
            RuleId.ENVIRONMENT_VARIABLE,
            "^[A-Za-z_][A-Za-z0-9_]*$",
            1,
            LOCAL_MAXIMUM,
            AS_IS,
            Certainty.STATED,
            Set.of(),
            Letters.of(UPPER + LOWER + "_", WORD, AS_IS));

    /** Any name on one line. */
    public static final NamingRule FREE =
            new NamingRule(RuleId.FREE, "^\\P{Cc}+$", 1, LOCAL_MAXIMUM, AS_IS, Certainty.OWN, Set.of(), Letters.ANY);

    /** For example {@code STRIPE_API_KEY}; up to 64 characters of it fit every vendor after its mapping. */
    public static final NamingRule UPPER_SNAKE = new NamingRule(
            RuleId.UPPER_SNAKE,
            "^[A-Z][A-Z0-9_]*$",
            1,
            LOCAL_MAXIMUM,
            AS_IS,
            Certainty.OWN,
            Set.of(),
            Letters.of(UPPER, UPPER_WORD, AS_IS));

    /** For example {@code stripe_api_key}. */
    public static final NamingRule LOWER_SNAKE = new NamingRule(
            RuleId.LOWER_SNAKE,
            "^[a-z][a-z0-9_]*$",
            1,
            LOCAL_MAXIMUM,
            AS_IS,
            Certainty.OWN,
            Set.of(),
            Letters.of(LOWER, LOWER_WORD, AS_IS));

    private static final List<NamingRule> VENDORS =
            List.of(HOOKLISTENER, VOXIMPLANT, MIXPEEK, HOOKPULSE, DREADNODE, ENVIRONMENT_VARIABLE);
    private static final List<NamingRule> COLLECTION_RULES =
            List.of(FREE, UPPER_SNAKE, LOWER_SNAKE, ENVIRONMENT_VARIABLE);

    private NamingRules() {}

    /** The rules to show for a name wherever it may go, environment variables included, in the order to show. */
    public static List<NamingRule> vendors() {
        return VENDORS;
    }

    /** The rules that a collection may choose for its own names, in the order to show; the first is the default. */
    public static List<NamingRule> collectionRules() {
        return COLLECTION_RULES;
    }

    /** The rule whose {@link NamingRule#id()} was stored. */
    public static Optional<NamingRule> byId(String id) {
        return Stream.of(VENDORS, COLLECTION_RULES, List.of(KV_V2))
                .flatMap(List::stream)
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }
}
