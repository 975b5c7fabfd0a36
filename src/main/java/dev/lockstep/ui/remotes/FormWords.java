package dev.lockstep.ui.remotes;

import dev.lockstep.remote.ContractField;
import dev.lockstep.sync.FieldProblem;
import dev.lockstep.ui.kit.FailureWords;
import dev.lockstep.ui.kit.Text;

/** The words for what is wrong with what is filled in. */
final class FormWords {
    private FormWords() {}

    static String problem(FieldProblem problem, int most) {
        return switch (problem) {
            case EMPTY -> Text.of("remotes.problem.empty");
            case TOO_LONG -> Text.of("remotes.problem.too-long", most);
            case NO_ADDRESS -> Text.of("remotes.problem.address");
            case BAD_CHARACTER -> Text.of("remotes.problem.character");
            case NO_CHOICE -> Text.of("remotes.problem.choice");
            case NO_FILE -> Text.of("remotes.problem.file");
        };
    }

    static String problem(FieldProblem problem, ContractField field) {
        return problem(problem, field.maxLength());
    }

    /** What was typed or chosen is no text. */
    static FailureWords noText() {
        return new FailureWords(
                Text.of("remotes.no-text.what"),
                Text.of("remotes.no-text.meaning"),
                Text.of("remotes.no-text.advice"),
                "REMOTE-NO-TEXT");
    }

    /** @param most bytes */
    static FailureWords tooLarge(int most) {
        return new FailureWords(
                Text.of("remotes.too-large.what"),
                Text.of("remotes.too-large.meaning", most),
                Text.of("remotes.too-large.advice"),
                "REMOTE-FILE-TOO-LARGE");
    }

    static FailureWords unread() {
        return new FailureWords(
                Text.of("remotes.unread.what"),
                Text.of("remotes.unread.meaning"),
                Text.of("remotes.unread.advice"),
                "REMOTE-FILE-UNREAD");
    }

    static FailureWords noPractice() {
        return new FailureWords(
                Text.of("remotes.no-practice.what"),
                Text.of("remotes.no-practice.meaning"),
                Text.of("remotes.no-practice.advice"),
                "REMOTE-NO-PRACTICE");
    }
}
