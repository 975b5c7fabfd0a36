package dev.lockstep.app;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.cli.Programs;
import dev.lockstep.cli.Programs.NotStartedException.Reason;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes no detour on Linux and macOS: {@code exec} puts the other program in the place of this one, so that signals, the terminal and the exit code
 * are its own, values go from memory outside the heap to its environment byte for byte, and nothing of this program is left in memory. Only where
 * output is masked there are two processes.
 */
final class UnixPrograms implements Programs {
    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final int ENOENT = 2;
    private static final int E2BIG = 7;
    private static final int EACCES = 13;
    private static final int F_SETFD = 2;
    private static final int FD_CLOEXEC = 1;
    private static final int LAST_STREAM = 2;
    private static final int ENOTDIR = 20;

    /** Room for a {@code sigset_t}: 128 bytes on Linux, 4 on macOS. */
    private static final int SIGNAL_SET = 128;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
    private static final StructLayout STATE = Linker.Option.captureStateLayout();

    private final boolean mac;
    private final Programs watched;

    /** @param watched runs what is masked */
    UnixPrograms(OperatingSystem system, Programs watched) {
        this.mac = system == OperatingSystem.MAC;
        this.watched = watched;
    }

    @Override
    public int run(Start start) throws NotStartedException {
        if (start.mask().isPresent()) {
            return watched.run(start);
        }
        throw new NotStartedException(reason(exec(start)));
    }

    @Override
    public boolean takes(SecretValue value, boolean masked) {
        return masked ? watched.takes(value, true) : true;
    }

    @Override
    public boolean caseless() {
        return false;
    }

    private static Reason reason(int error) {
        return switch (error) {
            case ENOENT, ENOTDIR -> Reason.NOT_FOUND;
            case EACCES -> Reason.NOT_ALLOWED;
            case E2BIG -> Reason.TOO_LARGE;
            default -> Reason.OTHER;
        };
    }

    /** Returns an error number, if anything. */
    private int exec(Start start) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment environ = environ();
            MemorySegment before = environ.get(ValueLayout.ADDRESS, 0);
            MemorySegment variables = variables(before, start, arena);
            MemorySegment arguments = arguments(start.command(), arena);
            MemorySegment state = arena.allocate(STATE);
            MethodHandle execvp = function(
                    "execvp", FunctionDescriptor.of(INT, POINTER, POINTER), Linker.Option.captureCallState("errno"));
            unblockSignals(arena);
            keepDescriptors(start.command());
            forgetLibraries();
            environ.set(ValueLayout.ADDRESS, 0, variables);
            try {
                int failed = (int) execvp.invokeExact(state, arguments.get(ValueLayout.ADDRESS, 0), arguments);
                return failed == 0
                        ? 0
                        : (int) STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"))
                                .get(state, 0L);
            } finally {
                environ.set(ValueLayout.ADDRESS, 0, before);
                wipe(variables, start.variables());
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Java runtime keeps SIGQUIT from its threads, and what is blocked stays blocked. */
    private void unblockSignals(Arena arena) throws Throwable {
        MemorySegment none = arena.allocate(SIGNAL_SET);
        int replace = mac ? 3 : 2;
        int ignored = (int) function("pthread_sigmask", FunctionDescriptor.of(INT, INT, POINTER, POINTER))
                .invokeExact(replace, none, MemorySegment.NULL);
    }

    /**
     * Files of the Java runtime are not handed on, and neither is what the password was read from. Of others those are that an argument names, as
     * {@code /dev/fd/63}.
     */
    private static void keepDescriptors(List<String> command) throws Throwable {
        MethodHandle fcntl =
                function("fcntl", FunctionDescriptor.of(INT, INT, INT, INT), Linker.Option.firstVariadicArg(2));
        try (Stream<Path> open = Files.list(Path.of("/dev/fd"))) {
            for (String name : open.map(each -> each.getFileName().toString()).toList()) {
                boolean named = command.stream().anyMatch(argument -> argument.endsWith("/fd/" + name));
                if (Integer.parseInt(name) > LAST_STREAM && !named) {
                    int ignored = (int) fcntl.invokeExact(Integer.parseInt(name), F_SETFD, FD_CLOEXEC);
                }
            }
        }
    }

    /** A library that was unpacked for this process alone is deleted at its end, which does not come. It stays mapped until then. */
    private static void forgetLibraries() throws IOException {
        if (!Files.exists(MAPPED)) {
            return;
        }
        for (String line : Files.readAllLines(MAPPED, StandardCharsets.ISO_8859_1)) {
            int path = line.indexOf('/');
            if (path > 0 && line.matches("\\p{ASCII}*/sqlite-[^/]*-libsqlitejdbc\\.so")) {
                String file = line.substring(path);
                Files.deleteIfExists(Path.of(file));
                Files.deleteIfExists(Path.of(file + ".lck"));
            }
        }
    }

    /** Where the C library has the array of variables. */
    @SuppressWarnings("restricted")
    private MemorySegment environ() throws Throwable {
        SymbolLookup library = Linker.nativeLinker().defaultLookup();
        MemorySegment place = mac
                ? (MemorySegment) function("_NSGetEnviron", FunctionDescriptor.of(POINTER))
                        .invokeExact()
                : library.findOrThrow("environ");
        return place.reinterpret(POINTER.byteSize());
    }

    /** The new array: what stays as it is, byte for byte, and then ours. */
    @SuppressWarnings("restricted")
    private static MemorySegment variables(MemorySegment before, Start start, Arena arena) {
        List<MemorySegment> all = new ArrayList<>();
        MemorySegment array = before.reinterpret(Long.MAX_VALUE);
        for (long i = 0; !array.getAtIndex(ValueLayout.ADDRESS, i).equals(MemorySegment.NULL); i++) {
            MemorySegment variable = array.getAtIndex(ValueLayout.ADDRESS, i).reinterpret(Long.MAX_VALUE);
            if (!start.drops(name(variable))) {
                all.add(variable);
            }
        }
        start.variables().forEach((name, value) -> all.add(variable(name, value, arena)));
        return array(all, arena);
    }

    /** What is before the equals sign; one that is not ASCII is none of ours, whatever it is. */
    private static String name(MemorySegment variable) {
        StringBuilder name = new StringBuilder();
        for (long i = 0; ; i++) {
            byte unit = variable.get(ValueLayout.JAVA_BYTE, i);
            if (unit == 0 || unit == '=') {
                return name.toString();
            }
            name.append((char) (unit & 0xff));
        }
    }

    private static MemorySegment variable(String name, SecretValue value, Arena arena) {
        byte[] start = (name + "=").getBytes(StandardCharsets.US_ASCII);
        MemorySegment variable = arena.allocate(start.length + value.size() + 1L);
        variable.asSlice(0, start.length).copyFrom(MemorySegment.ofArray(start));
        return value.use(bytes -> {
            variable.asSlice(start.length, bytes.length).copyFrom(MemorySegment.ofArray(bytes));
            return variable;
        });
    }

    private static MemorySegment arguments(List<String> command, Arena arena) {
        List<MemorySegment> all = new ArrayList<>();
        command.forEach(argument -> all.add(arena.allocateFrom(argument, StandardCharsets.UTF_8)));
        return array(all, arena);
    }

    private static MemorySegment array(List<MemorySegment> all, Arena arena) {
        MemorySegment array = arena.allocate(POINTER, all.size() + 1L);
        for (int i = 0; i < all.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, all.get(i));
        }
        return array;
    }

    /** Ours are the last. */
    @SuppressWarnings("restricted")
    private static void wipe(MemorySegment array, Map<String, SecretValue> ours) {
        long at = array.byteSize() / POINTER.byteSize() - 1 - ours.size();
        for (Map.Entry<String, SecretValue> variable : ours.entrySet()) {
            array.getAtIndex(ValueLayout.ADDRESS, at++)
                    .reinterpret(variable.getKey().length()
                            + 1L
                            + variable.getValue().size())
                    .fill((byte) 0);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options);
    }
}
