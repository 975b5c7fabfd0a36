package dev.lockstep.cli;

import dev.lockstep.words.Text;

/** How the command line ends: the exit codes are those of BSD's sysexits.h, but for 1, 2 and those of signals. They never change. */
public enum ExitCode {
    OK(0),
    /** Nothing was found, or what was compared differs or is not sound. */
    NOT_FOUND(1),
    /** The command line is wrong. */
    USAGE(2),
    /** Part of what was to be done could not be; the output says which. */
    INCOMPLETE(3),
    /** What was read is damaged, of an unknown format, or refused by the vault. */
    DATA(65),
    /** The vault or another file is not there or cannot be read. */
    NO_INPUT(66),
    /** Something of the system is missing: a terminal, a keystore, a clipboard. */
    UNAVAILABLE(69),
    /** A fault of this program. */
    UNEXPECTED(70),
    /** A file cannot be made. */
    CANNOT_CREATE(73),
    /** The system could not read or write, as on a full disk. */
    INPUT_OUTPUT(74),
    /** Another program holds the vault or changed it meanwhile; the same command may succeed later. */
    TRY_AGAIN(75),
    /** The vault does not open, or may not be read or written by this user. */
    NO_PERMISSION(77),
    /** The program that was to run cannot be started, as with {@code env}. */
    NOT_STARTED(126),
    /** The program that was to run is not there. */
    NO_PROGRAM(127),
    /** The user stopped it. */
    INTERRUPTED(130),
    /** Whoever read the output stopped reading. */
    OUTPUT_CLOSED(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the shell sees. */
    public int number() {
        return number;
    }

    /** What it says, for the help. */
    String words() {
        return switch (this) {
            case OK -> Text.of("cli.exit.ok");
            case NOT_FOUND -> Text.of("cli.exit.not-found");
            case USAGE -> Text.of("cli.exit.usage");
            case INCOMPLETE -> Text.of("cli.exit.incomplete");
            case DATA -> Text.of("cli.exit.data");
            case NO_INPUT -> Text.of("cli.exit.no-input");
            case UNAVAILABLE -> Text.of("cli.exit.unavailable");
            case UNEXPECTED -> Text.of("cli.exit.unexpected");
            case CANNOT_CREATE -> Text.of("cli.exit.cannot-create");
            case INPUT_OUTPUT -> Text.of("cli.exit.input-output");
            case TRY_AGAIN -> Text.of("cli.exit.try-again");
            case NO_PERMISSION -> Text.of("cli.exit.no-permission");
            case NOT_STARTED -> Text.of("cli.exit.not-started");
            case NO_PROGRAM -> Text.of("cli.exit.no-program");
            case INTERRUPTED -> Text.of("cli.exit.interrupted");
            case OUTPUT_CLOSED -> Text.of("cli.exit.output-closed");
        };
    }
}
