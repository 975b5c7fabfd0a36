package dev.lockstep.app;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.cli.Terminal;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The streams and the terminal as the Java runtime knows them, which is enough for Windows: it tells a terminal only if all streams are one. */
final class PlainTerminal implements Terminal {
    private final Optional<Console> console =
            Optional.ofNullable(System.console()).filter(Console::isTerminal);
    private final PrintStream errors;

    /** @param errors standard error */
    PlainTerminal(PrintStream errors) {
        this.errors = errors;
    }

    @Override
    public OutputStream output() {
        return new FileOutputStream(FileDescriptor.out);
    }

    @Override
    public PrintStream errors() {
        return errors;
    }

    @Override
    public boolean inputIsTerminal() {
        return console.isPresent();
    }

    @Override
    public boolean outputIsTerminal() {
        return inputIsTerminal();
    }

    @Override
    public Optional<SecretBuffer> askHidden(String prompt) {
        return console.map(asking -> asking.readPassword("%s", prompt)).map(PlainTerminal::taken);
    }

    private static SecretBuffer taken(char[] typed) {
        try {
            SecretBuffer buffer = new SecretBuffer(typed.length);
            buffer.insert(0, CharBuffer.wrap(typed));
            return buffer;
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    @Override
    public Optional<String> ask(String prompt) {
        return console.map(asking -> asking.readLine("%s", prompt));
    }

    @Override
    public SecretValue read(int descriptor, int most) throws IOException {
        if (descriptor != 0) {
            throw new IOException("only standard input can be read");
        }
        byte[] content = new byte[most];
        try (FileInputStream input = new FileInputStream(FileDescriptor.in)) {
            int size = input.readNBytes(content, 0, most);
            return SecretValue.taking(Arrays.copyOf(content, size));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }
}
