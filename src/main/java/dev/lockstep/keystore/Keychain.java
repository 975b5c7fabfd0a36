package dev.lockstep.keystore;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import dev.lockstep.model.RowId;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The user's default keychain on macOS, by {@code SecKeychain.h} and {@code SecKeychainItem.h}. An entry is a generic password that this
 * program may read without a question and that any other program has to ask the user for.
 */
@SuppressWarnings("restricted")
final class Keychain implements Keystore {
    private static final int SUCCESS = 0;
    private static final int USER_CANCELLED = -128;
    private static final int NOT_AVAILABLE = -25291;
    private static final int AUTHENTICATION_FAILED = -25293;
    private static final int ITEM_NOT_FOUND = -25300;
    private static final int NO_DEFAULT_KEYCHAIN = -25307;
    private static final int INTERACTION_NOT_ALLOWED = -25308;

    private final MethodHandle copyDefault;
    private final MethodHandle add;
    private final MethodHandle find;
    private final MethodHandle change;
    private final MethodHandle delete;
    private final MethodHandle freeContent;
    private final MethodHandle release;

    Keychain(NativeLibrary security, NativeLibrary coreFoundation) {
        copyDefault = security.function("SecKeychainCopyDefault", JAVA_INT, ADDRESS);
        // keychain, length and service, length and account, length and password, item
        add = security.function(
                "SecKeychainAddGenericPassword",
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS);
        // the same, but the password's length and place are outputs
        find = security.function(
                "SecKeychainFindGenericPassword",
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS,
                ADDRESS);
        change = security.function(
                "SecKeychainItemModifyAttributesAndData", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
        delete = security.function("SecKeychainItemDelete", JAVA_INT, ADDRESS);
        freeContent = security.function("SecKeychainItemFreeContent", JAVA_INT, ADDRESS, ADDRESS);
        release = coreFoundation.procedure("CFRelease", ADDRESS);
    }

    static Keychain load() {
        String frameworks = "/System/Library/Frameworks/";
        return new Keychain(
                NativeLibrary.load(frameworks + "Security.framework/Security"),
                NativeLibrary.load(frameworks + "CoreFoundation.framework/CoreFoundation"));
    }

    @Override
    public Kind kind() {
        return Kind.KEYCHAIN;
    }

    @Override
    public boolean available() {
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment keychain = memory.allocate(ADDRESS);
            int status = NativeLibrary.call(() -> (int) copyDefault.invokeExact(keychain));
            if (status == SUCCESS) {
                release(keychain.get(ADDRESS, 0));
            }
            return status == SUCCESS;
        }
    }

    @Override
    public Optional<SecretValue> read(RowId vault) throws KeystoreException {
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment length = memory.allocate(JAVA_INT);
            MemorySegment place = memory.allocate(ADDRESS);
            int status = find(Name.of(vault, memory), length, place, MemorySegment.NULL);
            if (status == ITEM_NOT_FOUND) {
                return Optional.empty();
            }
            require(status);
            MemorySegment text = place.get(ADDRESS, 0).reinterpret(Integer.toUnsignedLong(length.get(JAVA_INT, 0)));
            try {
                return Optional.of(KeyText.parse(text));
            } finally {
                text.fill((byte) 0);
                NativeLibrary.call(() -> (int) freeContent.invokeExact(MemorySegment.NULL, text));
            }
        }
    }

    @Override
    public void store(RowId vault, SecretValue key) throws KeystoreException {
        try (Arena memory = Arena.ofConfined()) {
            Name name = Name.of(vault, memory);
            MemorySegment text = KeyText.of(key, memory);
            MemorySegment item = memory.allocate(ADDRESS);
            try {
                int found = find(name, MemorySegment.NULL, MemorySegment.NULL, item);
                if (found == ITEM_NOT_FOUND) {
                    require(add(name, text));
                } else {
                    require(found);
                    MemorySegment known = item.get(ADDRESS, 0);
                    int status = NativeLibrary.call(
                            () -> (int) change.invokeExact(known, MemorySegment.NULL, KeyText.SIZE, text));
                    release(known);
                    require(status);
                }
            } finally {
                text.fill((byte) 0);
            }
        }
    }

    @Override
    public void delete(RowId vault) throws KeystoreException {
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment item = memory.allocate(ADDRESS);
            int found = find(Name.of(vault, memory), MemorySegment.NULL, MemorySegment.NULL, item);
            if (found == ITEM_NOT_FOUND) {
                return;
            }
            require(found);
            MemorySegment known = item.get(ADDRESS, 0);
            int status = NativeLibrary.call(() -> (int) delete.invokeExact(known));
            release(known);
            require(status);
        }
    }

    private record Name(MemorySegment service, MemorySegment account) {
        static Name of(RowId vault, Arena memory) {
            return new Name(
                    memory.allocateFrom(ValueLayout.JAVA_BYTE, KeyText.SERVICE.getBytes(StandardCharsets.US_ASCII)),
                    memory.allocateFrom(ValueLayout.JAVA_BYTE, vault.toString().getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private int find(Name name, MemorySegment length, MemorySegment place, MemorySegment item) {
        return NativeLibrary.call(() -> (int) find.invokeExact(
                MemorySegment.NULL,
                (int) name.service().byteSize(),
                name.service(),
                (int) name.account().byteSize(),
                name.account(),
                length,
                place,
                item));
    }

    private int add(Name name, MemorySegment text) {
        return NativeLibrary.call(() -> (int) add.invokeExact(
                MemorySegment.NULL,
                (int) name.service().byteSize(),
                name.service(),
                (int) name.account().byteSize(),
                name.account(),
                KeyText.SIZE,
                text,
                MemorySegment.NULL));
    }

    private void release(MemorySegment object) {
        NativeLibrary.call(() -> {
            release.invokeExact(object);
            return true;
        });
    }

    private static void require(int status) throws KeystoreException {
        switch (status) {
            case SUCCESS -> {}
            case USER_CANCELLED, AUTHENTICATION_FAILED -> throw new KeystoreException(Reason.REFUSED, status);
            case NOT_AVAILABLE, NO_DEFAULT_KEYCHAIN, INTERACTION_NOT_ALLOWED ->
                throw new KeystoreException(Reason.UNAVAILABLE, status);
            default -> throw new KeystoreException(Reason.FAILED, status);
        }
    }
}
