package dev.lockstep.keystore;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import dev.lockstep.model.RowId;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The keystore of macOS against functions that behave as Apple's documentation says; on other systems it cannot run against the real ones. */
class KeychainTest {
    private static final RowId VAULT = new RowId(0x0001020304050607L, 0x08090a0b0c0d0e0fL);
    private static final RowId OTHER = new RowId(1, 2);

    private final FakeSecurity security = new FakeSecurity();
    private final Keychain keychain = security.keychain();

    @Test
    void aKeyIsKeptReplacedAndForgotten() throws Exception {
        assertTrue(keychain.available());
        assertEquals(Keystore.Kind.KEYCHAIN, keychain.kind());
        assertEquals(Optional.empty(), keychain.read(VAULT));
        keychain.store(VAULT, key(1));
        assertTrue(keychain.read(VAULT).orElseThrow().sameAs(key(1)));
        assertEquals(Optional.empty(), keychain.read(OTHER));
        keychain.store(VAULT, key(2));
        assertTrue(keychain.read(VAULT).orElseThrow().sameAs(key(2)));
        assertEquals(1, security.items.size());
        keychain.delete(VAULT);
        keychain.delete(VAULT);
        assertEquals(Optional.empty(), keychain.read(VAULT));
        assertEquals(Map.of(), security.items);
    }

    @Test
    void anEntryIsNamedByServiceAndVaultAndHoldsTheKeyAsBase64() throws Exception {
        keychain.store(VAULT, SecretValue.taking(new byte[32]));

        assertEquals(
                Map.of("Lockstep 000102030405060708090a0b0c0d0e0f", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
                security.items);
    }

    @Test
    void whatTheSystemLentIsOverwrittenAndGivenBack() throws Exception {
        keychain.store(VAULT, key(1));
        keychain.read(VAULT);
        keychain.store(VAULT, key(2));
        keychain.delete(VAULT);
        keychain.available();

        assertEquals(1, security.freedContents);
        assertTrue(security.freedWereZero);
        assertEquals(3, security.released);
    }

    @Test
    void whatIsKeptMayBeNoKey() {
        security.items.put("Lockstep " + VAULT, "hello");

        assertEquals(Reason.NOT_A_KEY, reasonOf(() -> keychain.read(VAULT)));
        assertEquals(1, security.freedContents);
    }

    @Test
    void eachAnswerOfTheSystemHasItsReason() {
        Map<Integer, Reason> reasons = Map.of(
                -128, Reason.REFUSED,
                -25293, Reason.REFUSED,
                -25291, Reason.UNAVAILABLE,
                -25307, Reason.UNAVAILABLE,
                -25308, Reason.UNAVAILABLE,
                -50, Reason.FAILED);
        reasons.forEach((status, reason) -> {
            security.failing = status;
            assertFalse(keychain.available());
            assertEquals(reason, reasonOf(() -> keychain.read(VAULT)));
            assertEquals(reason, reasonOf(() -> keychain.store(VAULT, key(1))));
            assertEquals(reason, reasonOf(() -> keychain.delete(VAULT)));
        });
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

    /** The functions, by {@code SecKeychain.h}. An item is a pointer to the text of its name. */
    @SuppressWarnings({"unused", "restricted"})
    static final class FakeSecurity {
        final Map<String, String> items = new TreeMap<>();
        int failing;
        int freedContents;
        boolean freedWereZero = true;
        int released;

        private static final MemorySegment DEFAULT_KEYCHAIN = Arena.global().allocate(8);

        Keychain keychain() {
            FunctionDescriptor add = FunctionDescriptor.of(
                    JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
            FunctionDescriptor find = FunctionDescriptor.of(
                    JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
            NativeLibrary all = NativeFake.of(
                    this,
                    MethodHandles.lookup(),
                    Map.of(
                            "SecKeychainCopyDefault", FunctionDescriptor.of(JAVA_INT, ADDRESS),
                            "SecKeychainAddGenericPassword", add,
                            "SecKeychainFindGenericPassword", find,
                            "SecKeychainItemModifyAttributesAndData",
                                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS),
                            "SecKeychainItemDelete", FunctionDescriptor.of(JAVA_INT, ADDRESS),
                            "SecKeychainItemFreeContent", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS),
                            "CFRelease", FunctionDescriptor.ofVoid(ADDRESS)));
            return new Keychain(all, all);
        }

        int SecKeychainCopyDefault(MemorySegment place) {
            place.reinterpret(8).set(ADDRESS, 0, DEFAULT_KEYCHAIN);
            return failing;
        }

        int SecKeychainAddGenericPassword(
                MemorySegment keychain,
                int serviceLength,
                MemorySegment service,
                int accountLength,
                MemorySegment account,
                int length,
                MemorySegment password,
                MemorySegment item) {
            String name = text(service, serviceLength) + " " + text(account, accountLength);
            return items.putIfAbsent(name, text(password, length)) == null ? 0 : -25299;
        }

        int SecKeychainFindGenericPassword(
                MemorySegment keychain,
                int serviceLength,
                MemorySegment service,
                int accountLength,
                MemorySegment account,
                MemorySegment length,
                MemorySegment place,
                MemorySegment item) {
            if (failing != 0) {
                return failing;
            }
            String name = text(service, serviceLength) + " " + text(account, accountLength);
            String found = items.get(name);
            if (found == null) {
                return -25300;
            }
            if (place.address() != 0) {
                byte[] content = found.getBytes(US_ASCII);
                length.reinterpret(4).set(JAVA_INT, 0, content.length);
                place.reinterpret(8).set(ADDRESS, 0, Arena.global().allocateFrom(JAVA_BYTE, content));
            }
            if (item.address() != 0) {
                item.reinterpret(8).set(ADDRESS, 0, Arena.global().allocateFrom(name));
            }
            return 0;
        }

        int SecKeychainItemModifyAttributesAndData(
                MemorySegment item, MemorySegment attributes, int length, MemorySegment password) {
            items.put(item.reinterpret(200).getString(0), text(password, length));
            return attributes.address() == 0 ? 0 : -50;
        }

        int SecKeychainItemDelete(MemorySegment item) {
            return items.remove(item.reinterpret(200).getString(0)) == null ? -25300 : 0;
        }

        int SecKeychainItemFreeContent(MemorySegment attributes, MemorySegment data) {
            freedContents++;
            freedWereZero &= text(data, 5).equals("\0\0\0\0\0");
            return attributes.address() == 0 ? 0 : -50;
        }

        void CFRelease(MemorySegment object) {
            released++;
        }

        private static String text(MemorySegment start, int length) {
            return new String(start.reinterpret(length).toArray(JAVA_BYTE), US_ASCII);
        }
    }
}
