package dev.lockstep.words;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.Place;

/** The words for what is to be told of something that is imported. */
public final class ImportWords {
    private ImportWords() {}

    /** Why it cannot be imported at all, as a sentence or two. */
    public static String of(ImportException refused) {
        return switch (refused.reason()) {
            case NOT_A_FILE -> Text.of("import.refused.not-a-file");
            case TOO_LARGE -> Text.of("import.refused.too-large");
            case UNREADABLE -> Text.of("import.refused.unreadable");
            case UNKNOWN_FORMAT -> Text.of("import.refused.unknown-format");
            case OTHER_FORMAT -> Text.of("import.refused.other-format");
            case DAMAGED -> Text.of("import.refused.damaged");
            case UNSUPPORTED -> Text.of("import.refused.unsupported");
            case ENCRYPTED_BY_GPG -> Text.of("import.refused.encrypted-by-gpg");
            case HTML -> Text.of("import.refused.html");
            case TOO_DEEP -> Text.of("import.refused.too-deep");
            case TOO_COSTLY -> Text.of("import.refused.too-costly");
            case PASSWORD_NEEDED -> Text.of("import.refused.password-needed");
            case WRONG_PASSWORD -> Text.of("import.refused.wrong-password");
            case KEY_FILE_UNREADABLE -> Text.of("import.refused.key-file-unreadable");
            case COLUMNS_NEEDED -> Text.of("import.refused.columns-needed");
        };
    }

    /** About one place of it, which is named first. */
    public static String of(ImportProblem problem) {
        String name = problem.name().orElse("");
        String words = kind(problem.kind());
        return name.isEmpty()
                ? Text.of("import.problem.line", place(problem.place()), words)
                : Text.of("import.problem.named", place(problem.place()), Legible.line(name), words);
    }

    /** Where something stands. */
    public static String place(Place place) {
        return place.path().isEmpty() ? Text.of("import.problem.at-line", place.line()) : Legible.line(place.path());
    }

    private static String kind(ImportProblem.Kind kind) {
        return switch (kind) {
            case NO_EQUALS_SIGN -> Text.of("import.problem.no-equals-sign");
            case EMPTY_NAME -> Text.of("import.problem.empty-name");
            case BAD_NAME -> Text.of("import.problem.bad-name");
            case NAME_TOO_LONG -> Text.of("import.problem.name-too-long");
            case UNTERMINATED_QUOTE -> Text.of("import.problem.unterminated-quote");
            case TEXT_AFTER_QUOTE -> Text.of("import.problem.text-after-quote");
            case VALUE_TOO_LARGE -> Text.of("import.problem.value-too-large");
            case NO_VALUE -> Text.of("import.problem.no-value");
            case NOT_A_VALUE -> Text.of("import.problem.not-a-value");
            case HALF_CHARACTER -> Text.of("import.problem.half-character");
            case WRONG_CELLS -> Text.of("import.problem.wrong-cells");
            case NOT_A_READABLE_FILE -> Text.of("import.problem.not-a-readable-file");
            case ATTACHMENT -> Text.of("import.problem.attachment");
            case FORMER_VALUE -> Text.of("import.problem.former-value");
            case IN_THE_BIN -> Text.of("import.problem.in-the-bin");
            case NO_PLACE_FOR_IT -> Text.of("import.problem.no-place-for-it");
            case RENAMED -> Text.of("import.problem.renamed");
            case TAKEN_AS_TEXT -> Text.of("import.problem.taken-as-text");
            case CUT -> Text.of("import.problem.cut");
            case OVERRIDDEN -> Text.of("import.problem.overridden");
            case DUPLICATE -> Text.of("import.problem.duplicate");
            case INTERPOLATION -> Text.of("import.problem.interpolation");
            case NOT_TEXT -> Text.of("import.problem.not-text");
            case LINE_END_KEPT -> Text.of("import.problem.line-end-kept");
            case UTF_16 -> Text.of("import.problem.utf-16");
            case TOO_MANY_ENTRIES -> Text.of("import.problem.too-many-entries");
            case TOO_MANY_PROBLEMS -> Text.of("import.problem.too-many-problems");
        };
    }
}
