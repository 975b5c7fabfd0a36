package dev.lockstep.naming;

/** Why a rule does not take a name. Indices count UTF-16 units of the local name; of each kind only the first place is told. */
public sealed interface NameProblem {
    /** There is no name. */
    record Empty() implements NameProblem {}

    /** The name is too long; it is never cut. */
    record TooLong(int length, int maximum) implements NameProblem {}

    /** White space at the beginning or the end. */
    record EdgeWhitespace(boolean atStart) implements NameProblem {}

    /** The first character is allowed in a name, but not as the first one. */
    record BadStart(char found) implements NameProblem {}

    /** A letter that would be allowed in the other case. */
    record WrongCase(int index, char found) implements NameProblem {}

    /** An ASCII character that is not allowed, or under the free rule a control character or half of a surrogate pair. */
    record BadCharacter(int index, int codePoint) implements NameProblem {}

    /** A character beyond ASCII, which is never mapped. */
    record NonAscii(int index, int codePoint) implements NameProblem {}

    /** The name means something else there. */
    record Reserved(String name) implements NameProblem {}
}
