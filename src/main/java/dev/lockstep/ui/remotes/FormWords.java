package dev.lockstep.ui.remotes;

import dev.lockstep.remote.ContractField;
import dev.lockstep.sync.AuthorityFile;
import dev.lockstep.sync.FieldProblem;
import dev.lockstep.words.Ago;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.time.ZoneId;

/** The words for what is wrong with what is filled in. */
final class FormWords {
    /** UTF-16 units of the name of an authority. */
    private static final int LONGEST_NAME = 80;

    private FormWords() {}

    static String problem(FieldProblem problem, int most) {
        return switch (problem) {
            case EMPTY -> Text.of("remotes.problem.empty");
            case TOO_LONG -> Text.of("remotes.problem.too-long", most);
            case NO_ADDRESS -> Text.of("remotes.problem.address");
            case BAD_CHARACTER -> Text.of("remotes.problem.character");
            case NO_CHOICE -> Text.of("remotes.problem.choice");
            case NO_FILE -> Text.of("remotes.problem.file");
            case UNREADABLE -> Text.of("remotes.problem.unreadable");
            case FILE_TOO_LARGE -> Text.of("remotes.problem.file-large");
            case NO_CERTIFICATE -> Text.of("remotes.problem.no-certificate");
            case PRIVATE_KEY -> Text.of("remotes.problem.private-key");
        };
    }

    static String problem(FieldProblem problem, ContractField field) {
        return problem(problem, field.maxLength());
    }

    /** Of what use a file of own authorities is. */
    static String use(AuthorityFile.Fit file, ZoneId zone) {
        String name = name(file.name());
        String until = Ago.exact(file.until(), zone);
        return switch (file.doubt()) {
            case NONE -> Text.of("remotes.authorities.fit", file.authorities(), name, until);
            case NO_AUTHORITY -> Text.of("remotes.authorities.none", name);
            case ENDED -> Text.of("remotes.authorities.ended", name, until);
            case NOT_BEGUN -> Text.of("remotes.authorities.not-begun", name, Ago.exact(file.from(), zone));
        };
    }

    private static String name(String told) {
        String name = Legible.line(told);
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME))) + "\u2026";
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
