package dev.lockstep.app;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.cli.OutputClosedException;
import dev.lockstep.cli.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The streams and the terminal of a process on Linux or macOS. What passes through is kept outside the heap and overwritten. */
final class UnixTerminal implements Terminal {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int CHUNK = 8192;

    /** The longest line that a terminal gives, in bytes. */
    private static final int LINE = 4096;

    /** Local mode of {@code termios} that shows what is typed, on Linux and macOS. */
    private static final int ECHO = 8;

    private final Posix posix = new Posix();
    private final PrintStream errors;
    private final int localModes;
    private volatile boolean waiting;

    /** @param errors standard error */
    UnixTerminal(OperatingSystem system, PrintStream errors) {
        this.errors = errors;
        this.localModes = system == OperatingSystem.MAC ? 24 : 12;
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                for (int done = 0; done < length; done += CHUNK) {
                    put(OUTPUT, MemorySegment.ofArray(bytes).asSlice(from + done, Math.min(CHUNK, length - done)));
                }
            }
        };
    }

    private void put(int descriptor, MemorySegment bytes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment outside = arena.allocate(bytes.byteSize());
            try {
                posix.write(descriptor, outside.copyFrom(bytes));
            } catch (Posix.CallException e) {
                throw e.number() == Posix.EPIPE ? new OutputClosedException() : e;
            } finally {
                outside.fill((byte) 0);
            }
        }
    }

    @Override
    public PrintStream errors() {
        return errors;
    }

    @Override
    public boolean inputIsTerminal() {
        return posix.isTerminal(INPUT);
    }

    @Override
    public boolean outputIsTerminal() {
        return posix.isTerminal(OUTPUT);
    }

    @Override
    public SecretValue read(int descriptor, int most) throws IOException {
        return line(descriptor, most, false);
    }

    /** Reads up to the end, or to a line feed, which is left out. */
    private SecretValue line(int descriptor, int most, boolean toLineFeed) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment content = arena.allocate(most);
            try {
                long size = 0;
                boolean ended = false;
                while (!ended && size < most) {
                    int got = await(descriptor, content.asSlice(size));
                    size += got;
                    ended = got == 0 || (toLineFeed && content.get(ValueLayout.JAVA_BYTE, size - 1) == '\n');
                }
                boolean feed = toLineFeed && size > 0 && content.get(ValueLayout.JAVA_BYTE, size - 1) == '\n';
                return SecretValue.taking(
                        content.asSlice(0, feed ? size - 1 : size).toArray(ValueLayout.JAVA_BYTE));
            } finally {
                content.fill((byte) 0);
            }
        }
    }

    private int await(int descriptor, MemorySegment into) throws IOException {
        waiting = true;
        try {
            return posix.read(descriptor, into);
        } finally {
            waiting = false;
        }
    }

    /** Whether a thread waits for something to be typed or sent, where an interrupt does not reach it. */
    boolean isWaiting() {
        return waiting;
    }

    /** Has the next signal that asks this program to end do so at once. */
    void endAtNextSignal() {
        posix.endAtNextSignal();
    }

    @Override
    public Optional<SecretBuffer> askHidden(String prompt) throws IOException {
        try (SecretValue line = asked(prompt, true)) {
            if (line == null) {
                return Optional.empty();
            }
            SecretBuffer typed = new SecretBuffer(LINE);
            if (typed.load(line)) {
                return Optional.of(typed);
            }
            typed.close();
            throw new IOException("what was typed is not UTF-8");
        }
    }

    @Override
    public Optional<String> ask(String prompt) throws IOException {
        try (SecretValue line = asked(prompt, false)) {
            return line == null
                    ? Optional.empty()
                    : Optional.of(line.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private @Nullable SecretValue asked(String prompt, boolean hidden) throws IOException {
        int terminal;
        try {
            terminal = posix.openTerminal();
        } catch (Posix.CallException e) {
            return null;
        }
        try (Echo echo = hidden ? new Echo(terminal) : null) {
            put(terminal, MemorySegment.ofArray(prompt.getBytes(StandardCharsets.UTF_8)));
            SecretValue line = line(terminal, LINE, true);
            if (echo != null) {
                put(terminal, MemorySegment.ofArray(new byte[] {'\n'}));
            }
            return line;
        } finally {
            posix.close(terminal);
        }
    }

    /** Keeps a terminal from showing what is typed until it is closed, or the process ends. */
    private final class Echo implements AutoCloseable {
        private final Arena arena = Arena.ofShared();
        private final MemorySegment before = arena.allocate(Posix.TERMIOS);
        private final int terminal;
        private final Thread atExit;

        Echo(int terminal) {
            this.terminal = terminal;
            this.atExit = new Thread(() -> posix.setAttributes(terminal, before));
            if (posix.attributes(terminal, before)) {
                Runtime.getRuntime().addShutdownHook(atExit);
                MemorySegment silent = arena.allocate(Posix.TERMIOS).copyFrom(before);
                int modes = silent.get(ValueLayout.JAVA_INT, localModes);
                silent.set(ValueLayout.JAVA_INT, localModes, modes & ~ECHO);
                posix.setAttributes(terminal, silent);
            }
        }

        @Override
        public void close() {
            try {
                if (Runtime.getRuntime().removeShutdownHook(atExit)) {
                    posix.setAttributes(terminal, before);
                }
                arena.close();
            } catch (IllegalStateException e) {
                // The process ends, and shows again what is typed on its own.
            }
        }
    }
}
