package dev.lockstep.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts inside sealed content: {@code length u16 | UTF-8}. */
final class Wire {
    /** The most bytes that a text may have. */
    static final int MAX_TEXT = 0xFFFF;

    private Wire() {}

    /**
     * The text as UTF-8.
     *
     * @throws IllegalArgumentException if a surrogate stands alone, which UTF-8 cannot hold
     */
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return bytes(encoded, encoded.remaining());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The text with a question mark in place of each surrogate that stands alone. */
    static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static int size(List<byte[]> texts) {
        return texts.stream().mapToInt(text -> 2 + text.length).sum();
    }

    /**
     * Writes a text.
     *
     * @throws IllegalArgumentException if it is longer than its length field can say
     */
    static void put(ByteBuffer out, byte[] text) {
        if (text.length > MAX_TEXT) {
            throw new IllegalArgumentException("A text of " + text.length + " bytes");
        }
        out.putShort((short) text.length).put(text);
    }

    static String text(ByteBuffer in) {
        return new String(bytes(in, Short.toUnsignedInt(in.getShort())), StandardCharsets.UTF_8);
    }

    /**
     * Takes bytes.
     *
     * @throws BufferUnderflowException if there are fewer, or the length is negative
     */
    static byte[] bytes(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
