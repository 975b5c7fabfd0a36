package dev.lockstep.keystore;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;

/** What libsecret's functions take and give back: hash tables of text, lists of objects and errors. */
@SuppressWarnings("restricted")
final class GLib {
    /** {@code GError}: domain, code, message. */
    private static final StructLayout ERROR = MemoryLayout.structLayout(JAVA_INT, JAVA_INT, ADDRESS);

    private final MethodHandle newTable;
    private final MethodHandle insert;
    private final MethodHandle dropTable;
    private final MethodHandle freeError;
    private final MethodHandle freeList;
    private final MemorySegment hash;
    private final MemorySegment equal;
    private final MemorySegment drop;

    GLib(NativeLibrary glib, NativeLibrary gobject) {
        newTable = glib.function("g_hash_table_new", ADDRESS, ADDRESS, ADDRESS);
        insert = glib.function("g_hash_table_insert", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        dropTable = glib.procedure("g_hash_table_unref", ADDRESS);
        freeError = glib.procedure("g_error_free", ADDRESS);
        freeList = glib.procedure("g_list_free_full", ADDRESS, ADDRESS);
        hash = glib.address("g_str_hash");
        equal = glib.address("g_str_equal");
        drop = gobject.address("g_object_unref");
    }

    static GLib load() {
        return new GLib(NativeLibrary.load("libglib-2.0.so.0"), NativeLibrary.load("libgobject-2.0.so.0"));
    }

    /**
     * What went wrong in a call.
     *
     * @param domain which part of the libraries speaks, a number of this process
     */
    record Fault(int domain, int code) {}

    /** A {@code GHashTable} of text that is kept in the given memory, to be dropped before it. */
    MemorySegment table(Map<String, String> entries, Arena memory) {
        MemorySegment table = NativeLibrary.call(() -> (MemorySegment) newTable.invokeExact(hash, equal));
        entries.forEach((key, value) -> {
            MemorySegment keyText = memory.allocateFrom(key);
            MemorySegment valueText = memory.allocateFrom(value);
            int fresh = NativeLibrary.call(() -> (int) insert.invokeExact(table, keyText, valueText));
            assert fresh != 0;
        });
        return table;
    }

    void dropTable(MemorySegment table) {
        run(dropTable, table);
    }

    /** Frees a {@code GList} of objects, which may be null, and the objects. */
    void dropObjects(MemorySegment list) {
        NativeLibrary.call(() -> {
            freeList.invokeExact(list, drop);
            return true;
        });
    }

    /** Takes the error out of a {@code GError*}, which must not be null there. */
    Fault fault(MemorySegment place) {
        MemorySegment found = place.get(ADDRESS, 0).reinterpret(ERROR.byteSize());
        Fault fault = new Fault(found.get(JAVA_INT, 0), found.get(JAVA_INT, 4));
        run(freeError, found);
        return fault;
    }

    private static void run(MethodHandle procedure, MemorySegment argument) {
        NativeLibrary.call(() -> {
            procedure.invokeExact(argument);
            return true;
        });
    }
}
