package dev.lockstep.keystore;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The functions of one library of the operating system. */
@SuppressWarnings("restricted")
record NativeLibrary(SymbolLookup symbols) {
    private static final long LONGEST_TEXT = 4096;

    /** A call of a function, as {@link MethodHandle#invokeExact} is. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws Throwable;
    }

    /**
     * Loads a library for as long as the program runs.
     *
     * @throws IllegalArgumentException if the system does not have it
     */
    static NativeLibrary load(String name) {
        return new NativeLibrary(SymbolLookup.libraryLookup(name, Arena.global()));
    }

    /** A function that gives something back; throws {@link java.util.NoSuchElementException} if there is none of this name. */
    MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return Linker.nativeLinker().downcallHandle(address(name), FunctionDescriptor.of(result, parameters));
    }

    /** A function that gives something back and leaves the system's last error, in the variable of this name. */
    MethodHandle function(Linker.Option lastError, String name, MemoryLayout result, MemoryLayout... parameters) {
        return Linker.nativeLinker()
                .downcallHandle(address(name), FunctionDescriptor.of(result, parameters), lastError);
    }

    /** A function that gives nothing back. */
    MethodHandle procedure(String name, MemoryLayout... parameters) {
        return Linker.nativeLinker().downcallHandle(address(name), FunctionDescriptor.ofVoid(parameters));
    }

    MemorySegment address(String name) {
        return symbols.findOrThrow(name);
    }

    /** Runs a call; what a handle may throw in theory would be an error of this program. */
    static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of a text that ends with a zero byte, without that, and at most 4096. */
    static MemorySegment text(MemorySegment start) {
        MemorySegment reachable = start.reinterpret(LONGEST_TEXT);
        long length = 0;
        while (length < LONGEST_TEXT && reachable.get(ValueLayout.JAVA_BYTE, length) != 0) {
            length++;
        }
        return reachable.asSlice(0, length);
    }

    static boolean isNull(MemorySegment address) {
        return address.address() == 0;
    }
}
