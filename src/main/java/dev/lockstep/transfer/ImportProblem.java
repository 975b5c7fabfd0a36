package dev.lockstep.transfer;

import java.util.Optional;

/**
 * Something to tell about one place of what is imported. It never carries text that could not be read, since that may be part of a secret.
 *
 * @param name where one was read
 */
public record ImportProblem(Place place, Kind kind, Optional<String> name) {
    /** What is to be told. */
    public enum Kind {
        /** A line without {@code =} that is neither empty nor a comment. */
        NO_EQUALS_SIGN(true),
        /** Nothing stands where the name should. */
        EMPTY_NAME(true),
        /** The name has characters that no name of this format has, or is not UTF-8. */
        BAD_NAME(true),
        NAME_TOO_LONG(true),
        /** The closing quote is missing; reading went on with the next line. */
        UNTERMINATED_QUOTE(true),
        /** Something other than a comment follows the closing quote. */
        TEXT_AFTER_QUOTE(true),
        VALUE_TOO_LARGE(true),
        /** Nothing in it is a value. */
        NO_VALUE(true),
        /** The value is a list, an object or null. */
        NOT_A_VALUE(true),
        /** The value has half of a surrogate pair, for which there are no bytes. */
        HALF_CHARACTER(true),
        /** A row has more or fewer cells than the heading. */
        WRONG_CELLS(true),
        /** A file of a folder is a link, a device, a folder in turn, or cannot be read. */
        NOT_A_READABLE_FILE(true),
        /** A file that is attached. */
        ATTACHMENT(true),
        /** A value that was replaced at some time. */
        FORMER_VALUE(true),
        /** What stands in the bin of the other program. */
        IN_THE_BIN(true),
        /** Something that this program has no place for, such as a passkey. */
        NO_PLACE_FOR_IT(true),
        /** The same name comes again further down. */
        OVERRIDDEN(true),
        /** The same name stood further up; this one counts. */
        DUPLICATE(false),
        /** Another one has the same name; this one was given a longer one. */
        RENAMED(false),
        /** The value has a {@code $NAME}, <code>${...}</code> or {@code $(...)} that other tools would replace; it is left untouched. */
        INTERPOLATION(false),
        /** The value is not UTF-8; its bytes are kept. */
        NOT_TEXT(false),
        /** The value ends with a line end, its only one, as editors and {@code echo} put there; it is kept. */
        LINE_END_KEPT(false),
        /** A number or a truth value was taken as it is written. */
        TAKEN_AS_TEXT(false),
        /** A description or a tag was longer than the vault takes, and is cut. */
        CUT(false),
        /** The file is UTF-16; nothing was read. */
        UTF_16(true),
        /** From here on nothing was read, because there are too many entries. */
        TOO_MANY_ENTRIES(true),
        /** From here on nothing was read, because too much was wrong: probably it is no such file. */
        TOO_MANY_PROBLEMS(true);

        private final boolean lost;

        Kind(boolean lost) {
            this.lost = lost;
        }

        /** Whether the place gives no entry; otherwise it does, and this is for information. */
        public boolean isLost() {
            return lost;
        }
    }

    /** About a line. */
    public static ImportProblem at(int line, Kind kind, Optional<String> name) {
        return new ImportProblem(Place.line(line), kind, name);
    }
}
