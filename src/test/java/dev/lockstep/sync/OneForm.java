package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;

/** Tries a codec by which everything has one form: bytes are that of what they mean, or are refused as damaged. */
public record OneForm<T>(Function<T, byte[]> encoder, Decoder<T> decoder) {
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(byte[] content) throws VaultException;
    }

    /** The bytes that digits say; spaces between them do not count. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    public void comesBack(T item) throws VaultException {
        assertEquals(item, decoder.decode(encoder.apply(item)));
    }

    public void refuses(byte[] content) {
        VaultException refusal = assertThrows(VaultException.class, () -> decoder.decode(content));
        assertInstanceOf(Failure.PartDamaged.class, refusal.failure());
    }

    /** At every length but its own. */
    public void refusesOtherLengths(T item) {
        byte[] content = encoder.apply(item);
        for (int length = 0; length < content.length; length++) {
            refuses(Arrays.copyOf(content, length));
        }
        refuses(Arrays.copyOf(content, content.length + 1));
    }

    public void refusesOrWritesBack(byte[] content) {
        try {
            assertArrayEquals(content, encoder.apply(decoder.decode(content)));
        } catch (VaultException e) {
            assertInstanceOf(Failure.PartDamaged.class, e.failure());
        }
    }

    /** Each bit decides something, so no two contents mean the same. */
    public void heedsEveryBit(T item) {
        byte[] content = encoder.apply(item);
        for (int bit = 0; bit < content.length * 8; bit++) {
            byte[] flipped = content.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            refusesOrWritesBack(flipped);
        }
    }
}
