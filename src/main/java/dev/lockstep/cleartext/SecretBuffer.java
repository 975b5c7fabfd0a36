package dev.lockstep.cleartext;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text being typed: UTF-16 units outside the heap, in memory like that of a {@link SecretValue}. Whatever is deleted, outgrown or closed is
 * overwritten. As a {@link CharSequence} it can be read unit by unit; {@link #toString} never tells the text and {@link #subSequence} is
 * refused. Not safe for use by several threads.
 */
public final class SecretBuffer implements CharSequence, AutoCloseable {
    private static final int LEAST = 64;

    private final int limit;
    private @Nullable Place place;
    private MemorySegment units = MemorySegment.NULL;
    private int length;

    /**
     * An empty buffer.
     *
     * @param limit the most UTF-16 units it takes
     */
    public SecretBuffer(int limit) {
        this.limit = limit;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        try {
            return units.getAtIndex(ValueLayout.JAVA_CHAR, index);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** How many more UTF-16 units fit. */
    public int room() {
        return limit - length;
    }

    /**
     * Puts text at a place.
     *
     * @return whether it fitted; if not, nothing is changed
     */
    public boolean insert(int at, CharSequence text) {
        int added = text.length();
        if (added > room()) {
            return false;
        }
        reserve(length + added);
        try {
            MemorySegment.copy(units, 2L * at, units, 2L * (at + added), 2L * (length - at));
            for (int i = 0; i < added; i++) {
                units.setAtIndex(ValueLayout.JAVA_CHAR, at + i, text.charAt(i));
            }
            length += added;
            return true;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Removes the units from {@code from} up to, not including, {@code to}. */
    public void delete(int from, int to) {
        MemorySegment.copy(units, 2L * to, units, 2L * from, 2L * (length - to));
        int left = length - (to - from);
        units.asSlice(2L * left, 2L * (length - left)).fill((byte) 0);
        length = left;
    }

    /** Removes everything. */
    public void clear() {
        units.fill((byte) 0);
        length = 0;
    }

    /**
     * Replaces the text by a value's.
     *
     * @return whether it is well-formed UTF-8 and fitted; if not, nothing is changed
     */
    public boolean load(SecretValue value) {
        return value.use(bytes -> {
            char[] decoded = new char[bytes.length];
            try {
                CharBuffer target = CharBuffer.wrap(decoded);
                var decoder = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
                if (decoder.decode(ByteBuffer.wrap(bytes), target, true).isError() || target.position() > limit) {
                    return false;
                }
                clear();
                return insert(0, target.flip());
            } finally {
                Arrays.fill(decoded, '\0');
            }
        });
    }

    /**
     * The text as UTF-8 bytes, exactly; the buffer keeps its content.
     *
     * @throws CharacterCodingException if a surrogate stands alone
     */
    public SecretValue toValue() throws CharacterCodingException {
        byte[] encoded = new byte[3 * length];
        try {
            ByteBuffer target = ByteBuffer.wrap(encoded);
            var encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT);
            var result = encoder.encode(
                    units.asSlice(0, 2L * length)
                            .asByteBuffer()
                            .order(java.nio.ByteOrder.nativeOrder())
                            .asCharBuffer(),
                    target,
                    true);
            if (result.isError()) {
                result.throwException();
            }
            return SecretValue.taking(Arrays.copyOf(encoded, target.position()));
        } finally {
            Arrays.fill(encoded, (byte) 0);
            Reference.reachabilityFence(this);
        }
    }

    private void reserve(int needed) {
        int capacity = (int) (units.byteSize() / 2);
        if (needed <= capacity) {
            return;
        }
        Place larger = Place.of(2L * Math.max(Math.max(needed, LEAST), Math.min(limit, capacity * 2)));
        MemorySegment.copy(units, 0, larger.bytes(), 0, 2L * length);
        move(larger);
    }

    private void move(@Nullable Place to) {
        Place from = place;
        place = to;
        units = to == null ? MemorySegment.NULL : to.bytes();
        if (from != null) {
            from.close();
        }
    }

    /** Overwrites the text; the buffer is empty and may be used again. */
    @Override
    public void close() {
        length = 0;
        move(null);
    }

    /** Refused, since it would make a copy that nobody wipes. */
    @Override
    public CharSequence subSequence(int start, int end) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
