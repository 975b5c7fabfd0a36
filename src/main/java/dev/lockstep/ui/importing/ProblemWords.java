package dev.lockstep.ui.importing;

import dev.lockstep.transfer.DotenvProblem;
import dev.lockstep.ui.kit.Text;

/** The words for what is to be told about a line of the file. */
final class ProblemWords {
    private ProblemWords() {}

    static String of(DotenvProblem problem) {
        String name = problem.name().orElse("");
        String words = kind(problem.kind());
        return name.isEmpty()
                ? Text.of("import.problem.line", problem.line(), words)
                : Text.of("import.problem.named", problem.line(), name, words);
    }

    private static String kind(DotenvProblem.Kind kind) {
        return switch (kind) {
            case NO_EQUALS_SIGN -> Text.of("import.problem.no-equals-sign");
            case EMPTY_NAME -> Text.of("import.problem.empty-name");
            case BAD_NAME -> Text.of("import.problem.bad-name");
            case NAME_TOO_LONG -> Text.of("import.problem.name-too-long");
            case UNTERMINATED_QUOTE -> Text.of("import.problem.unterminated-quote");
            case TEXT_AFTER_QUOTE -> Text.of("import.problem.text-after-quote");
            case VALUE_TOO_LARGE -> Text.of("import.problem.value-too-large");
            case OVERRIDDEN -> Text.of("import.problem.overridden");
            case DUPLICATE -> Text.of("import.problem.duplicate");
            case INTERPOLATION -> Text.of("import.problem.interpolation");
            case NOT_TEXT -> Text.of("import.problem.not-text");
            case UTF_16 -> Text.of("import.problem.utf-16");
            case TOO_MANY_ENTRIES -> Text.of("import.problem.too-many-entries");
            case TOO_MANY_PROBLEMS -> Text.of("import.problem.too-many-problems");
        };
    }
}
