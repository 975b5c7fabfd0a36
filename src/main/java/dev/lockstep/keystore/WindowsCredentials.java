package dev.lockstep.keystore;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import dev.lockstep.model.RowId;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The Credential Manager of Windows, by {@code wincred.h}. An entry is a generic credential of this user on this machine, which does not
 * roam; its target name is {@code Lockstep/} and the vault's id.
 */
@SuppressWarnings("restricted")
final class WindowsCredentials implements Keystore {
    /** {@code CREDENTIALW} of a 64-bit system: 80 bytes. */
    static final StructLayout CREDENTIAL = MemoryLayout.structLayout(
            JAVA_INT.withName("flags"),
            JAVA_INT.withName("type"),
            ADDRESS.withName("target"),
            ADDRESS.withName("comment"),
            MemoryLayout.sequenceLayout(2, JAVA_INT).withName("written"),
            JAVA_INT.withName("size"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("blob"),
            JAVA_INT.withName("persist"),
            JAVA_INT.withName("attributeCount"),
            ADDRESS.withName("attributes"),
            ADDRESS.withName("alias"),
            ADDRESS.withName("user"));

    private static final int GENERIC = 1;
    private static final int LOCAL_MACHINE = 2;
    private static final int NOT_FOUND = 1168;
    private static final int NO_LOGON_SESSION = 1312;
    private static final int CANCELLED = 1223;
    private static final int ACCESS_DENIED = 5;

    private final LastError lastError;
    private final MethodHandle write;
    private final MethodHandle read;
    private final MethodHandle delete;
    private final MethodHandle free;

    WindowsCredentials(NativeLibrary advapi, LastError lastError) {
        this.lastError = lastError;
        write = advapi.function(lastError.option(), "CredWriteW", JAVA_INT, ADDRESS, JAVA_INT);
        read = advapi.function(lastError.option(), "CredReadW", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
        delete = advapi.function(lastError.option(), "CredDeleteW", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        free = advapi.procedure("CredFree", ADDRESS);
    }

    static WindowsCredentials load() {
        return new WindowsCredentials(NativeLibrary.load("Advapi32.dll"), new LastError("GetLastError"));
    }

    /**
     * Where the linker puts what the system says about a call that failed.
     *
     * @param variable a name that {@link Linker.Option#captureStateLayout} knows
     */
    record LastError(String variable) {
        Linker.Option option() {
            return Linker.Option.captureCallState(variable);
        }

        MemorySegment allocate(Arena memory) {
            return memory.allocate(Linker.Option.captureStateLayout());
        }

        int in(MemorySegment state) {
            long offset = Linker.Option.captureStateLayout().byteOffset(PathElement.groupElement(variable));
            return state.get(JAVA_INT, offset);
        }
    }

    @Override
    public Kind kind() {
        return Kind.WINDOWS_CREDENTIALS;
    }

    @Override
    public boolean available() {
        try {
            read(new RowId(0, 0)).ifPresent(SecretValue::close);
            return true;
        } catch (KeystoreException e) {
            return false;
        }
    }

    @Override
    public Optional<SecretValue> read(RowId vault) throws KeystoreException {
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment state = lastError.allocate(memory);
            MemorySegment target = target(vault, memory);
            MemorySegment found = memory.allocate(ADDRESS);
            int done = NativeLibrary.call(() -> (int) read.invokeExact(state, target, GENERIC, 0, found));
            if (done == 0) {
                int error = lastError.in(state);
                if (error == NOT_FOUND) {
                    return Optional.empty();
                }
                throw failure(error);
            }
            MemorySegment credential = found.get(ADDRESS, 0).reinterpret(CREDENTIAL.byteSize());
            return Optional.of(taken(credential));
        }
    }

    private SecretValue taken(MemorySegment credential) throws KeystoreException {
        int size = credential.get(JAVA_INT, offset("size"));
        MemorySegment blob = credential.get(ADDRESS, offset("blob")).reinterpret(Integer.toUnsignedLong(size));
        try {
            return KeyText.parse(blob);
        } finally {
            blob.fill((byte) 0);
            NativeLibrary.call(() -> {
                free.invokeExact(credential);
                return true;
            });
        }
    }

    @Override
    public void store(RowId vault, SecretValue key) throws KeystoreException {
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment state = lastError.allocate(memory);
            MemorySegment text = KeyText.of(key, memory);
            MemorySegment credential = memory.allocate(CREDENTIAL);
            credential.set(JAVA_INT, offset("type"), GENERIC);
            credential.set(ADDRESS, offset("target"), target(vault, memory));
            credential.set(JAVA_INT, offset("size"), KeyText.SIZE);
            credential.set(ADDRESS, offset("blob"), text);
            credential.set(JAVA_INT, offset("persist"), LOCAL_MACHINE);
            credential.set(ADDRESS, offset("user"), wide(vault.toString(), memory));
            int done;
            try {
                done = NativeLibrary.call(() -> (int) write.invokeExact(state, credential, 0));
            } finally {
                text.fill((byte) 0);
            }
            if (done == 0) {
                throw failure(lastError.in(state));
            }
        }
    }

    @Override
    public void delete(RowId vault) throws KeystoreException {
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment state = lastError.allocate(memory);
            MemorySegment target = target(vault, memory);
            int done = NativeLibrary.call(() -> (int) delete.invokeExact(state, target, GENERIC, 0));
            if (done == 0 && lastError.in(state) != NOT_FOUND) {
                throw failure(lastError.in(state));
            }
        }
    }

    private static KeystoreException failure(int error) {
        Reason reason = switch (error) {
            case NO_LOGON_SESSION -> Reason.UNAVAILABLE;
            case CANCELLED, ACCESS_DENIED -> Reason.REFUSED;
            default -> Reason.FAILED;
        };
        return new KeystoreException(reason, error);
    }

    private static long offset(String field) {
        return CREDENTIAL.byteOffset(PathElement.groupElement(field));
    }

    private static MemorySegment target(RowId vault, Arena memory) {
        return wide(KeyText.SERVICE + "/" + vault, memory);
    }

    /** UTF-16 with a zero after it. */
    private static MemorySegment wide(String text, Arena memory) {
        byte[] units = text.getBytes(StandardCharsets.UTF_16LE);
        MemorySegment target = memory.allocate(units.length + 2L, 2);
        MemorySegment.copy(units, 0, target, ValueLayout.JAVA_BYTE, 0, units.length);
        return target;
    }
}
