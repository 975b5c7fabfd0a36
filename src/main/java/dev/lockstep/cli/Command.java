package dev.lockstep.cli;

import picocli.CommandLine.Model.CommandSpec;

/** One command. Made anew for each command line, so that it may keep what was given. */
interface Command {
    /** Its name, its arguments and what the help says of them, as {@link Syntax} makes them. */
    CommandSpec spec();

    /**
     * Does it, and closes what it opened.
     *
     * @throws Exception whatever goes wrong; {@link Failures} has the words and the exit code
     */
    ExitCode run(Invocation invocation) throws Exception;
}
