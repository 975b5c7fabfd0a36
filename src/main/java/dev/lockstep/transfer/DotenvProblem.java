package dev.lockstep.transfer;

import java.util.Optional;

/**
 * Something to tell about one line of a {@code .env} file. It never carries text of a line that could not be read, since that may be part of a
 * secret.
 *
 * @param line counted from 1
 * @param name where one was read
 */
public record DotenvProblem(int line, Kind kind, Optional<String> name) {
    /** What is to be told. */
    public enum Kind {
        /** A line without {@code =} that is neither empty nor a comment. */
        NO_EQUALS_SIGN(true),
        /** Nothing stands before the {@code =}. */
        EMPTY_NAME(true),
        /** The name has quotes, spaces or other characters that no name has, or is not UTF-8. */
        BAD_NAME(true),
        NAME_TOO_LONG(true),
        /** The closing quote is missing; reading went on with the next line. */
        UNTERMINATED_QUOTE(true),
        /** Something other than a comment follows the closing quote. */
        TEXT_AFTER_QUOTE(true),
        VALUE_TOO_LARGE(true),
        /** The same name comes again further down. */
        OVERRIDDEN(true),
        /** The same name stood further up; this line counts. */
        DUPLICATE(false),
        /** The value has a {@code $NAME}, <code>${...}</code> or {@code $(...)} that other tools would replace; it is left untouched. */
        INTERPOLATION(false),
        /** The value is not UTF-8; its bytes are kept. */
        NOT_TEXT(false),
        /** The file is UTF-16; nothing was read. */
        UTF_16(true),
        /** From this line on nothing was read, because there are too many entries. */
        TOO_MANY_ENTRIES(true),
        /** From this line on nothing was read, because too many lines were wrong: probably no {@code .env} file. */
        TOO_MANY_PROBLEMS(true);

        private final boolean lost;

        Kind(boolean lost) {
            this.lost = lost;
        }

        /** Whether the line gives no entry; otherwise it does, and this is for information. */
        public boolean isLost() {
            return lost;
        }
    }
}
