package dev.lockstep.cleartext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SecretValueTest {
    private static byte[] memory(SecretValue value) throws ReflectiveOperationException {
        Field bytes = SecretValue.class.getDeclaredField("bytes");
        bytes.setAccessible(true);
        return ((MemorySegment) bytes.get(value)).toArray(ValueLayout.JAVA_BYTE);
    }

    @Test
    void closingOverwritesTheBytesAndEndsEveryUse() throws Exception {
        SecretValue value = SecretValue.copyOf(new byte[] {1, 2, 3});
        SecretValue copy = value.copy();
        value.close();
        value.close();
        assertArrayEquals(new byte[3], memory(value));
        assertThrows(IllegalStateException.class, () -> value.at(0));
        assertThrows(IllegalStateException.class, () -> value.use(bytes -> bytes.length));
        assertThrows(IllegalStateException.class, value::copy);
        assertArrayEquals(new byte[] {1, 2, 3}, copy.use(byte[]::clone));
        copy.close();
    }

    @Test
    void whatIsLentOrTakenIsOverwritten() {
        byte[] given = {4, 5, 6};
        try (SecretValue value = SecretValue.taking(given)) {
            assertArrayEquals(new byte[3], given);
            AtomicReference<byte[]> kept = new AtomicReference<>();
            int sum = value.use(bytes -> {
                kept.set(bytes);
                return bytes[0] + bytes[1] + bytes[2];
            });
            assertEquals(15, sum);
            assertArrayEquals(new byte[3], kept.get());
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> value.use(bytes -> {
                        kept.set(bytes);
                        throw new UnsupportedOperationException();
                    }));
            assertArrayEquals(new byte[3], kept.get());
        }
    }

    @Test
    void equalBytesAreTheSameAndNothingElse() {
        try (SecretValue value = SecretValue.copyOf(new byte[] {1, 2});
                SecretValue same = SecretValue.copyOf(new byte[] {1, 2});
                SecretValue other = SecretValue.copyOf(new byte[] {1, 3});
                SecretValue longer = SecretValue.copyOf(new byte[] {1, 2, 0});
                SecretValue empty = SecretValue.copyOf(new byte[0])) {
            assertTrue(value.sameAs(same));
            assertFalse(value.sameAs(other));
            assertFalse(value.sameAs(longer));
            assertTrue(empty.sameAs(empty.copy()));
            assertEquals(0, empty.size());
            assertEquals("[secret]", value.toString());
        }
    }
}
