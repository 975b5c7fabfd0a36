package dev.lockstep.app;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * Calls of POSIX on descriptors that the Java runtime has no name for: it can neither read the descriptor that a shell opened for a program, nor
 * tell which of the streams is a terminal, nor why nobody takes what is written.
 */
final class Posix {
    /** Error number of a write that nobody reads, on Linux and macOS. */
    static final int EPIPE = 32;

    /** Room for a {@code struct termios}: 60 bytes on Linux, 72 on macOS. */
    static final int TERMIOS = 128;

    /** The signals that ask a program to end and have the same number on Linux and macOS: SIGHUP, SIGINT and SIGTERM. */
    private static final List<Integer> ENDING = List.of(1, 2, 15);

    private static final int EINTR = 4;
    private static final int O_RDWR = 2;
    private static final int TCSAFLUSH = 2;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(StructLayout.PathElement.groupElement("errno"));

    /** For what comes through descriptors. Apart from the others, since each handle that is made takes about ten milliseconds of a start. */
    private static final class Stream {
        private static final MethodHandle READ = transfer("read");
        private static final MethodHandle WRITE = transfer("write");
    }

    /** For every question about terminals. */
    private static final class Attributes {
        private static final MethodHandle GET =
                function("tcgetattr", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS));
    }

    /** For a dialogue at a terminal, which few commands have. */
    private static final class Dialogue {
        private static final MethodHandle OPEN = function(
                "open",
                FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT),
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(2));
        private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(INT, INT));
        private static final MethodHandle SET_ATTRIBUTES =
                function("tcsetattr", FunctionDescriptor.of(INT, INT, INT, ValueLayout.ADDRESS));
    }

    /** Says which error number a call ended with. */
    static final class CallException extends IOException {
        private static final long serialVersionUID = 1;

        private final int number;

        CallException(String call, int number) {
            super(call + ": error " + number);
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    boolean isTerminal(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            return attributes(descriptor, arena.allocate(TERMIOS));
        }
    }

    /** Opens the terminal of this process for reading and writing; to be closed by the caller. */
    int openTerminal() throws CallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int descriptor = (int) Dialogue.OPEN.invokeExact(state, arena.allocateFrom("/dev/tty"), O_RDWR);
            if (descriptor < 0) {
                throw new CallException("open", errno(state));
            }
            return descriptor;
        } catch (CallException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void close(int descriptor) {
        try {
            int ignored = (int) Dialogue.CLOSE.invokeExact(descriptor);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills a segment as far as there is something; 0 at the end. */
    int read(int descriptor, MemorySegment into) throws CallException {
        return transfer("read", Stream.READ, descriptor, into);
    }

    /** Writes all of a segment. */
    void write(int descriptor, MemorySegment from) throws CallException {
        for (long done = 0; done < from.byteSize(); ) {
            done += transfer("write", Stream.WRITE, descriptor, from.asSlice(done));
        }
    }

    private static int transfer(String name, MethodHandle call, int descriptor, MemorySegment bytes)
            throws CallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long done;
            do {
                done = (long) call.invokeExact(state, descriptor, bytes, bytes.byteSize());
            } while (done < 0 && errno(state) == EINTR);
            if (done < 0) {
                throw new CallException(name, errno(state));
            }
            return Math.toIntExact(done);
        } catch (CallException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the attributes of a terminal; returns whether it has any. */
    boolean attributes(int descriptor, MemorySegment termios) {
        try {
            return (int) Attributes.GET.invokeExact(descriptor, termios) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets the attributes of a terminal, and drops what was typed before. */
    void setAttributes(int descriptor, MemorySegment termios) {
        try {
            int ignored = (int) Dialogue.SET_ATTRIBUTES.invokeExact(descriptor, TCSAFLUSH, termios);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the signals that ask a program to end do so at once, without the Java runtime. */
    void endAtNextSignal() {
        // The default action, SIG_DFL, is 0. Looked up here, since nearly no command comes to it.
        MethodHandle signal = function("signal", FunctionDescriptor.of(ValueLayout.ADDRESS, INT, ValueLayout.ADDRESS));
        for (int number : ENDING) {
            try {
                MemorySegment ignored = (MemorySegment) signal.invokeExact(number, MemorySegment.NULL);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static int errno(MemorySegment state) {
        return (int) ERRNO.get(state, 0L);
    }

    private static MethodHandle transfer(String name) {
        return function(
                name,
                FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG),
                Linker.Option.captureCallState("errno"));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options);
    }
}
