package dev.lockstep.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.fuzz.FuzzTarget;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What stands in the keystore under the name of a vault; any program of the user may have written it. */
public final class KeystoreFuzz implements FuzzTarget {
    @Override
    public List<byte[]> seeds() {
        return List.of(
                "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=".getBytes(StandardCharsets.US_ASCII),
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void accept(byte[] input) {
        MemorySegment kept = MemorySegment.ofArray(input);
        try (SecretValue key = KeyText.parse(kept);
                Arena memory = Arena.ofConfined()) {
            byte[] written = KeyText.of(key, memory).toArray(ValueLayout.JAVA_BYTE);
            // the last character of 43 holds four bits of the key; what the other two are does not matter
            assertArrayEquals(Arrays.copyOf(input, 42), Arrays.copyOf(written, 42));
            assertEquals(45, written.length);
        } catch (KeystoreException e) {
            assertEquals(KeystoreException.Reason.NOT_A_KEY, e.reason());
        }
    }
}
