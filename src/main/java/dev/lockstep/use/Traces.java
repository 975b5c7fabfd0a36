package dev.lockstep.use;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The forms in which a value may turn up, as byte strings to look for. */
final class Traces {
    /** Of longer Base64 so many characters have to belong to the value alone. */
    private static final int SHORTEST_INSIDE = 8;

    private Traces() {}

    /** Adds copies, to be overwritten by the caller. */
    static void add(byte[] value, List<byte[]> traces) {
        addOne(value, 0, value.length, traces);
        int from = 0;
        for (int end = 0; end <= value.length; end++) {
            if (end == value.length || value[end] == '\n' || value[end] == '\r') {
                addLine(value, from, end, traces);
                from = end + 1;
            }
        }
    }

    /** A line is what is left of the whole without the blanks, too. */
    private static void addLine(byte[] value, int from, int to, List<byte[]> traces) {
        int start = from;
        int end = to;
        while (start < end && isBlank(value[start])) {
            start++;
        }
        while (end > start && isBlank(value[end - 1])) {
            end--;
        }
        if (end - start < value.length) {
            addOne(value, start, end, traces);
        }
    }

    private static boolean isBlank(byte unit) {
        return unit == ' ' || unit == '\t';
    }

    private static void addOne(byte[] value, int from, int to, List<byte[]> traces) {
        if (to - from < Mask.SHORTEST) {
            return;
        }
        byte[] plain = Arrays.copyOfRange(value, from, to);
        traces.add(plain);
        for (Base64.Encoder padding : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            Base64.Encoder encoder = padding.withoutPadding();
            traces.add(encoder.encode(plain));
            if (plain.length % 3 > 0) {
                traces.add(padding.encode(plain));
            }
            for (int before = plain.length % 3 == 0 ? 1 : 0; before < 3; before++) {
                inside(plain, before, encoder, traces);
            }
        }
    }

    /** Those characters of Base64 that tell of the value alone where so many bytes come before it, modulo 3. */
    private static void inside(byte[] plain, int before, Base64.Encoder encoder, List<byte[]> traces) {
        byte[] shifted = new byte[before + plain.length];
        System.arraycopy(plain, 0, shifted, before, plain.length);
        byte[] encoded = encoder.encode(shifted);
        int from = before == 0 ? 0 : before + 1;
        int to = shifted.length * 8 / 6;
        if (to - from >= SHORTEST_INSIDE) {
            traces.add(Arrays.copyOfRange(encoded, from, to));
        }
        Arrays.fill(encoded, (byte) 0);
        Arrays.fill(shifted, (byte) 0);
    }
}
