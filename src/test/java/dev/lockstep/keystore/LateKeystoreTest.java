package dev.lockstep.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateKeystoreTest {
    private static final RowId VAULT = new RowId(1, 2);

    private final AtomicInteger searches = new AtomicInteger();
    private final MemoryKeystore system = new MemoryKeystore();
    private final Keystore late = new LateKeystore(() -> {
        searches.incrementAndGet();
        return system;
    });

    @Test
    void nothingIsLookedForUntilItIsAskedAndThenOnlyOnce() {
        assertEquals(0, searches.get());

        assertEquals(system.kind(), late.kind());
        assertTrue(late.available());

        assertEquals(1, searches.get());
    }

    @Test
    void everyCallReachesTheKeystoreOfTheSystem() throws Exception {
        byte[] key = new byte[Keystore.KEY_SIZE];
        key[0] = 7;
        try (SecretValue stored = SecretValue.taking(key.clone())) {
            late.store(VAULT, stored);
        }
        try (SecretValue read = system.read(VAULT).orElseThrow()) {
            assertArrayEquals(key, read.use(byte[]::clone));
        }
        assertTrue(late.read(VAULT)
                .map(read -> {
                    read.close();
                    return true;
                })
                .orElse(false));

        late.delete(VAULT);

        assertTrue(system.read(VAULT).isEmpty());
    }
}
