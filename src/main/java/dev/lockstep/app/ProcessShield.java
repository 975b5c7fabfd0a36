package dev.lockstep.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Closes this process to debuggers of the same user and keeps its memory off the disk when it crashes, as far as a system lets a process do
 * that to itself: {@code prctl(PR_SET_DUMPABLE, 0)} on Linux, {@code ptrace(PT_DENY_ATTACH)} on macOS, no core file on both, no crash
 * dialogue on Windows. Calls that a system lacks or forbids are left out.
 */
final class ProcessShield {
    /** The environment variable that leaves the process open if it is {@code 1}: for portals of Flatpak and Snap, and to look for a fault. */
    static final String OPEN = "LOCKSTEP_DUMPABLE";

    private static final List<String> OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final int PR_SET_DUMPABLE = 4;
    private static final int PT_DENY_ATTACH = 31;
    private static final int RLIMIT_CORE = 4;
    private static final int SEM_FAILCRITICALERRORS = 1;
    private static final int SEM_NOGPFAULTERRORBOX = 2;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final OperatingSystem system;
    private final Map<String, String> environment;

    ProcessShield(OperatingSystem system, Map<String, String> environment) {
        this.system = system;
        this.environment = environment;
    }

    /** Has to run before anything secret is in memory. Warns of options that may undo what the program is started with. */
    void raise() {
        OPTIONS.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .forEach(ProcessShield::warn);
        if ("1".equals(environment.get(OPEN))) {
            return;
        }
        switch (system) {
            case LINUX -> {
                noCoreFile();
                call(
                        "prctl",
                        FunctionDescriptor.of(INT, INT, LONG, LONG, LONG, LONG),
                        prctl -> (int) prctl.invokeExact(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L),
                        Linker.Option.firstVariadicArg(1));
            }
            case MAC -> {
                noCoreFile();
                call("ptrace", FunctionDescriptor.of(INT, INT, INT, ValueLayout.ADDRESS, INT), ptrace ->
                        (int) ptrace.invokeExact(PT_DENY_ATTACH, 0, MemorySegment.NULL, 0));
            }
            case WINDOWS ->
                call("SetErrorMode", FunctionDescriptor.of(INT, INT), set ->
                        (int) set.invokeExact(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX));
        }
    }

    private static void warn(String variable) {
        System.getLogger(ProcessShield.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "{0} is set: its options apply to Lockstep too and can undo the protection of its memory",
                        variable);
    }

    /** Both limits, the one in force and the greatest that may be asked for, are 0. */
    private void noCoreFile() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = arena.allocate(LONG, 2);
            call("setrlimit", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS), set ->
                    (int) set.invokeExact(RLIMIT_CORE, limits));
        }
    }

    /** Invokes a handle; the result is cast on the spot, as handles want it, and means nothing here. */
    @FunctionalInterface
    private interface Call {
        int with(MethodHandle handle) throws Throwable;
    }

    private void call(String name, FunctionDescriptor type, Call call, Linker.Option... options) {
        find(name, type, options).ifPresent(handle -> {
            try {
                call.with(handle);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @SuppressWarnings("restricted")
    private Optional<MethodHandle> find(String name, FunctionDescriptor type, Linker.Option... options) {
        try {
            Linker linker = Linker.nativeLinker();
            boolean windows = system == OperatingSystem.WINDOWS;
            SymbolLookup library =
                    windows ? SymbolLookup.libraryLookup("kernel32", Arena.global()) : linker.defaultLookup();
            return library.find(name).map(symbol -> linker.downcallHandle(symbol, type, options));
        } catch (IllegalCallerException | IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
