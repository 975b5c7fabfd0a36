package dev.lockstep.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Describes commands to picocli without annotations, so that it needs no reflection on this module. */
final class Syntax {
    /** Columns of the help, which terminals of all sizes show. */
    static final int WIDTH = 80;

    private Syntax() {}

    /** What the help says of a command, and what it takes. */
    static CommandSpec of(Command command, String name, String words, Given<?>... taken) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage().description(words).width(WIDTH).sortOptions(false);
        List.of(taken).forEach(given -> spec.add(given.spec()));
        return spec;
    }
}
