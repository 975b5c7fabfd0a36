package dev.lockstep.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts inside sealed content: {@code length u16 | UTF-8}. */
final class Wire {
    private static final int MAX_SIZE = 0xFFFF;

    private Wire() {}

    /**
     * The text as UTF-8.
     *
     * @throws IllegalArgumentException if a surrogate stands alone, which UTF-8 cannot hold, or it is longer than 65,535 bytes
     */
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            if (encoded.remaining() > MAX_SIZE) {
                throw new IllegalArgumentException("Longer than the format holds");
            }
            return bytes(encoded, encoded.remaining());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static int size(List<byte[]> texts) {
        return texts.stream().mapToInt(text -> 2 + text.length).sum();
    }

    static void put(ByteBuffer out, byte[] text) {
        out.putShort((short) text.length).put(text);
    }

    static String text(ByteBuffer in) {
        return new String(bytes(in, Short.toUnsignedInt(in.getShort())), StandardCharsets.UTF_8);
    }

    static byte[] bytes(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
