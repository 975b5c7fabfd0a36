package dev.lockstep.keystore;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/** The {@code SecretSchema} of {@code secret-schema.h}: name and attributes of this program's entries. */
final class SecretSchema {
    /** Of the enumeration {@code SecretError}. */
    static final int ERROR_IS_LOCKED = 2;

    private static final StructLayout LAYOUT = MemoryLayout.structLayout(
            ADDRESS.withName("name"),
            JAVA_INT.withName("flags"),
            MemoryLayout.paddingLayout(4),
            MemoryLayout.sequenceLayout(
                            32,
                            MemoryLayout.structLayout(
                                    ADDRESS.withName("name"), JAVA_INT.withName("type"), MemoryLayout.paddingLayout(4)))
                    .withName("attributes"),
            JAVA_INT.withName("reserved"),
            MemoryLayout.paddingLayout(4),
            MemoryLayout.sequenceLayout(7, ADDRESS).withName("reserved pointers"));

    private final MemorySegment schema;

    /** @param memory outlives all uses */
    SecretSchema(Arena memory) {
        schema = memory.allocate(LAYOUT);
        schema.set(
                ADDRESS,
                LAYOUT.byteOffset(PathElement.groupElement("name")),
                memory.allocateFrom("dev.lockstep.VaultKey"));
        attribute(0, memory.allocateFrom("service"));
        attribute(1, memory.allocateFrom("account"));
    }

    /** The type stays 0, a string; the first attribute without a name ends them. */
    private void attribute(int index, MemorySegment name) {
        var place = new PathElement[] {
            PathElement.groupElement("attributes"), PathElement.sequenceElement(index), PathElement.groupElement("name")
        };
        schema.set(ADDRESS, LAYOUT.byteOffset(place), name);
    }

    MemorySegment address() {
        return schema;
    }
}
