package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/** The three streams of this process, and the terminal that it was started from. */
public interface Terminal {
    /** Standard output as bytes, which nothing keeps. Throws {@link OutputClosedException} once nobody reads it. */
    OutputStream output();

    /** Standard error. */
    PrintStream errors();

    boolean inputIsTerminal();

    boolean outputIsTerminal();

    /**
     * Asks on the terminal, wherever the streams lead, for something that is not shown while it is typed.
     *
     * @return to be closed by the caller; empty without a terminal
     */
    Optional<SecretBuffer> askHidden(String prompt) throws IOException;

    /** Asks on the terminal, wherever the streams lead; empty without a terminal. */
    Optional<String> ask(String prompt) throws IOException;

    /**
     * Reads a descriptor that was opened for this process up to its end; 0 is standard input.
     *
     * @param most bytes at most; to be one more than may be there, for whoever has to tell
     * @return to be closed by the caller
     * @throws IOException if it is not open
     */
    SecretValue read(int descriptor, int most) throws IOException;
}
