package dev.lockstep.app;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * Arrays of one element, which are what strings of one character keep, in the order of their addresses: typed characters that lie in typing
 * order can be read back although no string ever held two of them.
 */
final class TypedOrder {
    private static final int COMPACT = 1 << 31;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Canaries canaries;
    private final Map<Integer, ByteArrayOutputStream> byType = new HashMap<>();

    TypedOrder(Canaries canaries) {
        this.canaries = canaries;
    }

    /**
     * Looks whether an array stands at an index: eight bytes of mark, four of type, four of length, then the element and zeros. With compact
     * headers the type is part of the mark.
     */
    void look(byte[] bytes, int at) {
        if ((int) INT.get(bytes, at + 12) == 1) {
            note((int) INT.get(bytes, at + 8), (long) LONG.get(bytes, at + 16));
        }
        if ((int) INT.get(bytes, at + 8) == 1) {
            note(COMPACT | (int) INT.get(bytes, at + 4) >>> 10, (int) INT.get(bytes, at + 12));
        }
    }

    private void note(int type, long element) {
        if (element >= '0' && element <= 'z') {
            byType.computeIfAbsent(type, first -> new ByteArrayOutputStream()).write((int) element);
        }
    }

    /** The longest piece of a text in the order of the arrays; what stands several times in a row, small or capital, counts as once. */
    int longest(String canary) {
        byte[] text = canaries.text(canary);
        return byType.values().stream()
                .mapToInt(order -> longest(text, order.toByteArray()))
                .max()
                .orElse(0);
    }

    private static int longest(byte[] text, byte[] order) {
        int longest = 0;
        for (int start = 0; start < order.length; start++) {
            for (int from = 0; from < text.length; from++) {
                if (same(order[start], text[from])) {
                    longest = Math.max(longest, run(text, from, order, start));
                }
            }
        }
        return longest;
    }

    private static int run(byte[] text, int from, byte[] order, int start) {
        int matched = 1;
        for (int at = start + 1; at < order.length && from + matched < text.length; at++) {
            if (same(order[at], text[from + matched])) {
                matched++;
            } else if (!same(order[at], text[from + matched - 1])) {
                break;
            }
        }
        return matched;
    }

    /** The toolkit also tells each key by its name, which is a capital. */
    private static boolean same(byte found, byte wanted) {
        return found == wanted || found == Character.toUpperCase(wanted);
    }
}
