package dev.lockstep.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The searchable text of a head: folded {@code name 0 description 0 tags}, each tag followed by 0. */
final class FoldedText {
    private FoldedText() {}

    static byte[] of(byte[] content, int from, int length) {
        byte[] target = new byte[length];
        int end = fold(content, from, target);
        while (end < 0) {
            Arrays.fill(target, (byte) 0);
            target = new byte[target.length * 2];
            end = fold(content, from, target);
        }
        byte[] folded = Arrays.copyOf(target, end);
        Arrays.fill(target, (byte) 0);
        return folded;
    }

    /** Tells where the folded text ends, or -1 if it does not fit. */
    private static int fold(byte[] content, int from, byte[] target) {
        ByteBuffer in = ByteBuffer.wrap(content);
        in.position(from + HeadCodec.NAME_AT);
        int end = text(content, in, target, 0);
        end = text(content, in, target, end);
        skip(in);
        for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
            end = text(content, in, target, end);
        }
        return end;
    }

    private static int text(byte[] content, ByteBuffer in, byte[] target, int to) {
        int length = Short.toUnsignedInt(in.getShort());
        int end = to < 0 ? -1 : Folding.fold(content, in.position(), length, target, to);
        in.position(in.position() + length);
        if (end < 0 || end == target.length) {
            return -1;
        }
        target[end] = 0;
        return end + 1;
    }

    private static void skip(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        in.position(in.position() + length);
    }
}
