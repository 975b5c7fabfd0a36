package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A map of names to values of several types: {@code version u16 | items}, where an item is {@code type u8 | size u32 | name | size u32 |
 * value} and the last one has type 0. Types: 4 u32, 5 u64, 66 bytes; others are passed over.
 */
final class Variants {
    private static final int NEWEST = 1;
    private static final int U32 = 0x04;
    private static final int U64 = 0x05;
    private static final int BYTES = 0x42;

    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, byte[]> texts = new HashMap<>();

    private Variants() {}

    static Variants read(byte[] source) throws KdbxException {
        Input in = new Input(MemorySegment.ofArray(source));
        if ((in.u16() >> 8) > NEWEST) {
            throw new KdbxException(Reason.UNSUPPORTED);
        }
        Variants read = new Variants();
        for (int type = in.u8(); type != 0; type = in.u8()) {
            String name = new String(in.array(size(in)), StandardCharsets.UTF_8);
            read.put(type, name, in.array(size(in)));
        }
        return read;
    }

    private static int size(Input in) throws KdbxException {
        long size = in.u32();
        if (size > in.left()) {
            throw new KdbxException(Reason.DAMAGED);
        }
        return (int) size;
    }

    private void put(int type, String name, byte[] value) throws KdbxException {
        Input in = new Input(MemorySegment.ofArray(value));
        switch (type) {
            case U32 -> numbers.put(name, in.u32());
            case U64 -> numbers.put(name, in.u64());
            case BYTES -> texts.put(name, value);
            default -> {}
        }
    }

    /** Above 2^63 it is negative. */
    long number(String name) throws KdbxException {
        Long found = numbers.get(name);
        if (found == null) {
            throw new KdbxException(Reason.DAMAGED);
        }
        return found;
    }

    byte[] bytes(String name) throws KdbxException {
        byte[] found = texts.get(name);
        if (found == null) {
            throw new KdbxException(Reason.DAMAGED);
        }
        return found;
    }

    /** Whether there are bytes of this name, at least one. */
    boolean has(String name) {
        return texts.getOrDefault(name, new byte[0]).length > 0;
    }
}
