package dev.lockstep.words;

import dev.lockstep.naming.NameProblem;
import dev.lockstep.naming.NameWarning;
import dev.lockstep.naming.NamingRule;
import java.util.HexFormat;

/** The words for naming rules and for what they find in a name. */
public final class NameWords {
    private NameWords() {}

    /** What a rule is called. */
    public static String title(NamingRule rule) {
        return switch (rule.ruleId()) {
            case HOOKLISTENER -> Text.of("rule.hooklistener");
            case VOXIMPLANT -> Text.of("rule.voximplant");
            case MIXPEEK -> Text.of("rule.mixpeek");
            case HOOKPULSE -> Text.of("rule.hookpulse");
            case DREADNODE -> Text.of("rule.dreadnode");
            case KV_V2 -> Text.of("rule.kv-v2");
            case ENVIRONMENT_VARIABLE -> Text.of("rule.environment-variable");
            case FREE -> Text.of("rule.free");
            case UPPER_SNAKE -> Text.of("rule.upper-snake");
            case LOWER_SNAKE -> Text.of("rule.lower-snake");
        };
    }

    /** The rule as its source says it. */
    public static String quote(NamingRule rule) {
        return switch (rule.ruleId()) {
            case HOOKLISTENER -> Text.of("rule.hooklistener.quote");
            case VOXIMPLANT -> Text.of("rule.voximplant.quote");
            case MIXPEEK -> Text.of("rule.mixpeek.quote");
            case HOOKPULSE -> Text.of("rule.hookpulse.quote");
            case DREADNODE -> Text.of("rule.dreadnode.quote");
            case KV_V2 -> Text.of("rule.kv-v2.quote");
            case ENVIRONMENT_VARIABLE -> Text.of("rule.environment-variable.quote");
            case FREE -> Text.of("rule.free.quote");
            case UPPER_SNAKE -> Text.of("rule.upper-snake.quote");
            case LOWER_SNAKE -> Text.of("rule.lower-snake.quote");
        };
    }

    /** How sure it is that this is the rule. */
    public static String certainty(NamingRule rule) {
        return switch (rule.certainty()) {
            case STATED -> Text.of("rule.stated");
            case DESCRIBED -> Text.of("rule.described");
            case INFERRED -> Text.of("rule.inferred");
            case OWN -> Text.of("rule.own");
        };
    }

    /** Why a rule does not take a name, as one short sentence. */
    public static String problem(NameProblem problem) {
        return switch (problem) {
            case NameProblem.Empty empty -> Text.of("name.problem.empty");
            case NameProblem.TooLong at -> Text.of("name.problem.too-long", at.length(), at.maximum());
            case NameProblem.EdgeWhitespace at -> edge(at.atStart());
            case NameProblem.BadStart at -> Text.of("name.problem.bad-start", character(at.found()));
            case NameProblem.WrongCase at -> Text.of("name.problem.wrong-case", character(at.found()), at.index() + 1);
            case NameProblem.BadCharacter at ->
                Text.of("name.problem.bad-character", character(at.codePoint()), at.index() + 1);
            case NameProblem.NonAscii at ->
                Text.of("name.problem.non-ascii", character(at.codePoint()), at.index() + 1);
            case NameProblem.Reserved at -> Text.of("name.problem.reserved", at.name());
        };
    }

    /** What is easily overlooked in a name, as one short sentence. */
    public static String warning(NameWarning warning) {
        return switch (warning) {
            case NameWarning.LookAlike at ->
                Text.of(
                        "name.warning.look-alike",
                        character(at.codePoint()),
                        at.index() + 1,
                        String.valueOf(at.looksLike()));
            case NameWarning.Invisible at ->
                Text.of("name.warning.invisible", character(at.codePoint()), at.index() + 1);
            case NameWarning.BidiControl at -> Text.of("name.warning.bidi", character(at.codePoint()), at.index() + 1);
            case NameWarning.EdgeWhitespace at -> edge(at.atStart());
            case NameWarning.InnerSpace at ->
                Text.of("name.warning.inner-space", character(at.codePoint()), at.index() + 1);
        };
    }

    private static String edge(boolean atStart) {
        return atStart ? Text.of("name.edge.start") : Text.of("name.edge.end");
    }

    /** A character that can be seen by itself, others by their code point. */
    private static String character(int codePoint) {
        String code = "U+" + HexFormat.of().withUpperCase().toHexDigits(codePoint, codePoint > 0xffff ? 6 : 4);
        if (codePoint == ' ') {
            return Text.of("name.character.space");
        }
        if (codePoint > ' ' && codePoint < 127) {
            return Character.toString(codePoint);
        }
        boolean drawn = Character.isLetterOrDigit(codePoint);
        return drawn ? Text.of("name.character.drawn", Character.toString(codePoint), code) : code;
    }
}
