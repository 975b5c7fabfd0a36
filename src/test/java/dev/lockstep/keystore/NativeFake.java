package dev.lockstep.keystore;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A library whose functions are the methods of an object that have the functions' names. They must not throw. */
@SuppressWarnings("restricted")
final class NativeFake {
    private NativeFake() {}

    static NativeLibrary of(Object functions, MethodHandles.Lookup lookup, Map<String, FunctionDescriptor> types) {
        Map<String, MemorySegment> symbols = new HashMap<>();
        types.forEach((name, type) -> symbols.put(name, stub(functions, lookup, name, type)));
        return new NativeLibrary(name -> Optional.ofNullable(symbols.get(name)));
    }

    private static MemorySegment stub(
            Object functions, MethodHandles.Lookup lookup, String name, FunctionDescriptor type) {
        var method = Stream.of(functions.getClass().getDeclaredMethods())
                .filter(declared -> declared.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return Linker.nativeLinker().upcallStub(lookup.unreflect(method).bindTo(functions), type, Arena.global());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
