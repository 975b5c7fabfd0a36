package dev.lockstep.keystore;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.condition.OS.LINUX;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import dev.lockstep.model.RowId;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/**
 * The keystore of Windows against functions that behave as {@code wincred.h} says, with Linux's {@code errno} in place of the last error; on
 * other systems it cannot run against the real ones.
 */
@EnabledOnOs(LINUX)
class WindowsCredentialsTest {
    private static final RowId VAULT = new RowId(0x0001020304050607L, 0x08090a0b0c0d0e0fL);
    private static final RowId OTHER = new RowId(1, 2);
    private static final String TARGET = "Lockstep/000102030405060708090a0b0c0d0e0f";

    private final FakeAdvapi advapi = new FakeAdvapi();
    private final WindowsCredentials credentials = advapi.credentials();

    @Test
    void aKeyIsKeptReplacedAndForgotten() throws Exception {
        assertTrue(credentials.available());
        assertEquals(Keystore.Kind.WINDOWS_CREDENTIALS, credentials.kind());
        assertEquals(Optional.empty(), credentials.read(VAULT));
        credentials.store(VAULT, key(1));
        assertTrue(credentials.read(VAULT).orElseThrow().sameAs(key(1)));
        assertEquals(Optional.empty(), credentials.read(OTHER));
        credentials.store(VAULT, key(2));
        assertTrue(credentials.read(VAULT).orElseThrow().sameAs(key(2)));
        credentials.delete(VAULT);
        credentials.delete(VAULT);
        assertEquals(Optional.empty(), credentials.read(VAULT));
        assertEquals(Map.of(), advapi.entries);
    }

    @Test
    void anEntryIsAGenericCredentialOfThisMachineThatHoldsTheKeyAsBase64() throws Exception {
        credentials.store(VAULT, SecretValue.taking(new byte[32]));

        assertEquals(
                Map.of(
                        TARGET,
                        "type 1, persist 2, user 000102030405060708090a0b0c0d0e0f: "
                                + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
                advapi.entries);
    }

    @Test
    void whatTheSystemLentIsOverwrittenAndGivenBack() throws Exception {
        credentials.store(VAULT, key(1));
        credentials.read(VAULT);

        assertEquals(1, advapi.freed);
        assertTrue(advapi.freedWereZero);
    }

    @Test
    void whatIsKeptMayBeNoKey() {
        advapi.entries.put(TARGET, "x: hello");

        assertEquals(Reason.NOT_A_KEY, reasonOf(() -> credentials.read(VAULT)));
        assertEquals(1, advapi.freed);
    }

    @Test
    void eachErrorOfTheSystemHasItsReason() {
        Map<Integer, Reason> reasons =
                Map.of(1312, Reason.UNAVAILABLE, 1223, Reason.REFUSED, 5, Reason.REFUSED, 87, Reason.FAILED);
        reasons.forEach((error, reason) -> {
            advapi.failing = error;
            assertFalse(credentials.available());
            assertEquals(reason, reasonOf(() -> credentials.read(VAULT)));
            assertEquals(reason, reasonOf(() -> credentials.store(VAULT, key(1))));
            assertEquals(reason, reasonOf(() -> credentials.delete(VAULT)));
        });
    }

    @Test
    void theLayoutIsThatOfA64BitSystem() {
        assertEquals(80, WindowsCredentials.CREDENTIAL.byteSize());
    }

    private interface Action {
        void run() throws KeystoreException;
    }

    private static Reason reasonOf(Action action) {
        return assertThrows(KeystoreException.class, action::run).reason();
    }

    private static SecretValue key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return SecretValue.taking(key);
    }

    /** The functions. The offsets in {@code CREDENTIALW} are written out here, counted by hand. */
    @SuppressWarnings({"unused", "restricted"})
    static final class FakeAdvapi {
        private static final int NOT_FOUND = 1168;
        private static final MethodHandle ERRNO = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("__errno_location"),
                        FunctionDescriptor.of(ADDRESS));

        final Map<String, String> entries = new TreeMap<>();
        int failing;
        int freed;
        boolean freedWereZero = true;

        WindowsCredentials credentials() {
            NativeLibrary library = NativeFake.of(
                    this,
                    MethodHandles.lookup(),
                    Map.of(
                            "CredWriteW", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
                            "CredReadW", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS),
                            "CredDeleteW", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
                            "CredFree", FunctionDescriptor.ofVoid(ADDRESS)));
            return new WindowsCredentials(library, new WindowsCredentials.LastError("errno"));
        }

        int CredWriteW(MemorySegment start, int flags) {
            if (failing != 0) {
                return fail(failing);
            }
            MemorySegment credential = start.reinterpret(80);
            int size = credential.get(JAVA_INT, 32);
            entries.put(
                    wide(credential.get(ADDRESS, 8)),
                    "type " + credential.get(JAVA_INT, 4)
                            + ", persist " + credential.get(JAVA_INT, 48)
                            + ", user " + wide(credential.get(ADDRESS, 72)) + ": "
                            + new String(
                                    credential
                                            .get(ADDRESS, 40)
                                            .reinterpret(size)
                                            .toArray(JAVA_BYTE),
                                    StandardCharsets.US_ASCII));
            return 1;
        }

        int CredReadW(MemorySegment target, int type, int flags, MemorySegment place) {
            String found = entries.get(wide(target));
            if (failing != 0 || found == null || type != 1) {
                return fail(failing != 0 ? failing : NOT_FOUND);
            }
            byte[] blob = found.substring(found.indexOf(": ") + 2).getBytes(StandardCharsets.US_ASCII);
            MemorySegment credential = Arena.global().allocate(80, 8);
            credential.set(JAVA_INT, 32, blob.length);
            credential.set(ADDRESS, 40, Arena.global().allocateFrom(JAVA_BYTE, blob));
            place.reinterpret(8).set(ADDRESS, 0, credential);
            return 1;
        }

        int CredDeleteW(MemorySegment target, int type, int flags) {
            if (failing != 0) {
                return fail(failing);
            }
            return entries.remove(wide(target)) == null ? fail(NOT_FOUND) : 1;
        }

        void CredFree(MemorySegment start) {
            MemorySegment credential = start.reinterpret(80);
            MemorySegment blob = credential.get(ADDRESS, 40).reinterpret(credential.get(JAVA_INT, 32));
            freed++;
            for (byte left : blob.toArray(JAVA_BYTE)) {
                freedWereZero &= left == 0;
            }
        }

        private static int fail(int error) {
            try {
                MemorySegment place = (MemorySegment) ERRNO.invokeExact();
                place.reinterpret(4).set(JAVA_INT, 0, error);
                return 0;
            } catch (Throwable e) {
                return -1;
            }
        }

        private static String wide(MemorySegment start) {
            return start.reinterpret(1000).getString(0, StandardCharsets.UTF_16LE);
        }
    }
}
