package dev.lockstep.keystore;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import dev.lockstep.model.RowId;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;

/**
 * The Secret Service of Linux desktops, by libsecret 0.19 or newer. An entry stands in the user's default collection, in the schema
 * {@code dev.lockstep.VaultKey} with the attributes {@code service} and {@code account}. libsecret encrypts it on its way over the bus.
 *
 * <p>No call is ever cancelled: if that happens while the user is being asked, libsecret 0.20 never returns and GNOME Keyring 42 may crash.
 */
final class SecretService implements Keystore {
    private static final int NO_FLAGS = 0;

    private final GLib glib;
    private final SecretSchema schema;
    private final MethodHandle search;
    private final MethodHandle lookUp;
    private final MethodHandle store;
    private final MethodHandle clear;
    private final MethodHandle free;
    private final int secretErrors;

    SecretService(NativeLibrary secret, GLib glib) {
        this.glib = glib;
        schema = new SecretSchema(Arena.global());
        // schema, attributes, flags, cancellable, error
        search = secret.function("secret_password_searchv_sync", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        // schema, attributes, cancellable, error
        lookUp = secret.function(
                "secret_password_lookupv_nonpageable_sync", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        // schema, attributes, collection, label, password, cancellable, error
        store = secret.function(
                "secret_password_storev_sync", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        clear = secret.function("secret_password_clearv_sync", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        free = secret.procedure("secret_password_free", ADDRESS);
        MethodHandle quark = secret.function("secret_error_get_quark", JAVA_INT);
        secretErrors = NativeLibrary.call(() -> (int) quark.invokeExact());
    }

    static SecretService load() {
        return new SecretService(NativeLibrary.load("libsecret-1.so.0"), GLib.load());
    }

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public boolean available() {
        try (Asking asking = new Asking(new RowId(0, 0))) {
            asking.isKept();
            return true;
        } catch (KeystoreException e) {
            return false;
        }
    }

    @Override
    public Optional<SecretValue> read(RowId vault) throws KeystoreException {
        try (Asking asking = new Asking(vault)) {
            if (!asking.isKept()) {
                return Optional.empty();
            }
            MemorySegment text = NativeLibrary.call(() -> (MemorySegment)
                    lookUp.invokeExact(schema.address(), asking.attributes, MemorySegment.NULL, asking.error));
            asking.requireNoError();
            if (NativeLibrary.isNull(text)) {
                throw new KeystoreException(Reason.REFUSED);
            }
            try {
                return Optional.of(KeyText.parse(NativeLibrary.text(text)));
            } finally {
                // overwrites it, too
                NativeLibrary.call(() -> {
                    free.invokeExact(text);
                    return true;
                });
            }
        }
    }

    @Override
    public void store(RowId vault, SecretValue key) throws KeystoreException {
        try (Asking asking = new Asking(vault)) {
            MemorySegment text = KeyText.of(key, asking.memory);
            MemorySegment collection = asking.memory.allocateFrom("default");
            MemorySegment label = asking.memory.allocateFrom(KeyText.SERVICE);
            int done;
            try {
                done = NativeLibrary.call(() -> (int) store.invokeExact(
                        schema.address(),
                        asking.attributes,
                        collection,
                        label,
                        text,
                        MemorySegment.NULL,
                        asking.error));
            } finally {
                text.fill((byte) 0);
            }
            asking.requireNoError();
            if (done == 0) {
                throw new KeystoreException(Reason.REFUSED);
            }
        }
    }

    @Override
    public void delete(RowId vault) throws KeystoreException {
        try (Asking asking = new Asking(vault)) {
            int deleted = NativeLibrary.call(() ->
                    (int) clear.invokeExact(schema.address(), asking.attributes, MemorySegment.NULL, asking.error));
            asking.requireNoError();
            if (deleted == 0 && asking.isKept()) {
                throw new KeystoreException(Reason.REFUSED);
            }
        }
    }

    /** What one call needs besides its answer. */
    private final class Asking implements AutoCloseable {
        final Arena memory = Arena.ofConfined();
        final MemorySegment error = memory.allocate(ADDRESS);
        final MemorySegment attributes;

        Asking(RowId vault) {
            attributes = glib.table(Map.of("service", KeyText.SERVICE, "account", vault.toString()), memory);
        }

        /** Whether there is such an entry, locked or not; nobody is asked to unlock it. */
        boolean isKept() throws KeystoreException {
            MemorySegment found = NativeLibrary.call(() -> (MemorySegment)
                    search.invokeExact(schema.address(), attributes, NO_FLAGS, MemorySegment.NULL, error));
            requireNoError();
            glib.dropObjects(found);
            return !NativeLibrary.isNull(found);
        }

        void requireNoError() throws KeystoreException {
            if (!NativeLibrary.isNull(error.get(ADDRESS, 0))) {
                GLib.Fault found = glib.fault(error);
                error.set(ADDRESS, 0, MemorySegment.NULL);
                boolean locked = found.domain() == secretErrors && found.code() == SecretSchema.ERROR_IS_LOCKED;
                // other errors are the bus's: no bus, no service on it, a service that broke off
                throw new KeystoreException(locked ? Reason.REFUSED : Reason.UNAVAILABLE, found.code());
            }
        }

        @Override
        public void close() {
            glib.dropTable(attributes);
            memory.close();
        }
    }
}
