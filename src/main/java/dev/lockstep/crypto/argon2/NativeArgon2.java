package dev.lockstep.crypto.argon2;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.lockstep.model.KdfParameters;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reference implementation (github.com/P-H-C/phc-winner-argon2, {@code argon2.h} of version 20190702). It has its memory from the system, runs
 * each lane in a thread of its own, and overwrites the memory before it gives it back.
 */
@SuppressWarnings("restricted")
final class NativeArgon2 {
    /** {@code int argon2_hash(t_cost, m_cost, parallelism, pwd, pwdlen, salt, saltlen, hash, hashlen, encoded, encodedlen, type, version)}. */
    private static final FunctionDescriptor HASH = FunctionDescriptor.of(
            JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS,
            JAVA_LONG, JAVA_INT, JAVA_INT);

    /** The one that this program carries, if it does. */
    static final Optional<NativeArgon2> CARRIED = Stream.concat(
                    Stream.ofNullable(System.getProperty("lockstep.libraries")).map(Path::of),
                    Stream.of("lib", "bin").map(Path.of(System.getProperty("java.home"))::resolve))
            .map(NativeArgon2::in)
            .flatMap(Optional::stream)
            .findFirst();

    private static final int OK = 0;

    private final MethodHandle hash;

    private NativeArgon2(MethodHandle hash) {
        this.hash = hash;
    }

    /** What lies in a folder, if it can be loaded and gives the answer that its own tests have. */
    static Optional<NativeArgon2> in(Path folder) {
        Path library = folder.resolve(System.mapLibraryName("argon2"));
        if (!Files.isRegularFile(library)) {
            return Optional.empty();
        }
        try {
            MemorySegment function =
                    SymbolLookup.libraryLookup(library, Arena.global()).findOrThrow("argon2_hash");
            return Optional.of(new NativeArgon2(Linker.nativeLinker().downcallHandle(function, HASH)))
                    .filter(NativeArgon2::isRight);
        } catch (IllegalArgumentException | NoSuchElementException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private boolean isRight() {
        Argon2 known = Argon2.id(new KdfParameters(256, 2, 2), ascii("somesalt"));
        return tag(known, ascii("password"), 32)
                .map(HexFormat.of()::formatHex)
                .filter("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"::equals)
                .isPresent();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The tag, or nothing if the library gave an error, which may be for lack of memory. */
    Optional<byte[]> tag(Argon2 argon2, byte[] input, int length) {
        KdfParameters cost = argon2.cost();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment given = arena.allocateFrom(JAVA_BYTE, input);
            MemorySegment tag = arena.allocate(length);
            try {
                int code = (int) hash.invokeExact(
                        cost.iterations(),
                        cost.memoryKib(),
                        cost.parallelism(),
                        given,
                        given.byteSize(),
                        arena.allocateFrom(JAVA_BYTE, argon2.salt()),
                        (long) argon2.salt().length,
                        tag,
                        tag.byteSize(),
                        MemorySegment.NULL,
                        0L,
                        argon2.variant().type,
                        argon2.version());
                return code == OK ? Optional.of(tag.toArray(JAVA_BYTE)) : Optional.empty();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            } finally {
                given.fill((byte) 0);
                tag.fill((byte) 0);
            }
        }
    }
}
