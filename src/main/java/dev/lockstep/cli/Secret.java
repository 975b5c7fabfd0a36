package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The way of a value to standard output: its exact bytes, and nothing else. */
final class Secret {
    private static final int CHUNK = 8192;

    private final Terminal terminal;

    Secret(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes a value. On a terminal a line end follows if there is none, and what could steer the terminal is refused.
     *
     * @param value stays the caller's
     */
    void write(SecretValue value) throws IOException, Refusal {
        boolean shown = terminal.outputIsTerminal();
        if (shown && steers(value)) {
            throw new Refusal(ExitCode.DATA, Text.of("cli.value.steers"));
        }
        OutputStream output = terminal.output();
        byte[] chunk = new byte[CHUNK];
        try {
            for (int from = 0; from < value.size(); from += CHUNK) {
                int length = Math.min(CHUNK, value.size() - from);
                for (int i = 0; i < length; i++) {
                    chunk[i] = value.at(from + i);
                }
                output.write(chunk, 0, length);
            }
        } finally {
            Arrays.fill(chunk, (byte) 0);
        }
        if (shown && (value.size() == 0 || value.at(value.size() - 1) != '\n')) {
            output.write('\n');
        }
    }

    private static boolean steers(SecretValue value) {
        for (int i = 0; i < value.size(); i++) {
            int each = value.at(i) & 0xFF;
            boolean second = i > 0 && (value.at(i - 1) & 0xFF) == 0xC2 && each < 0xA0;
            if (second || each == 0x7F || (each < ' ' && each != '\n' && each != '\t')) {
                return true;
            }
        }
        return false;
    }
}
