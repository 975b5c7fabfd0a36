package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Fingerprints and indices of what is known of remotes are what the words of the format say. */
class FingerprintKeyTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RowId remote = RowId.random(RANDOM);
    private final byte[] name = "NAME_\u9375".getBytes(StandardCharsets.UTF_8);

    @Test
    void itIsAnHmacOverRemoteNameAndValueUnderItsOwnSubkey() {
        byte[] bytes = "a value\n".getBytes(StandardCharsets.UTF_8);
        VaultKey vaultKey = VaultKey.create(RANDOM);
        FormatWords words = new FormatWords(vaultKey);
        byte[] length = ByteBuffer.allocate(4).putInt(name.length).array();
        byte[] expected = FormatWords.hmac(words.subkey("sync-fingerprint"), remote.bytes(), length, name, bytes);
        try (Keyring keys = new Keyring(vaultKey, RANDOM);
                FingerprintKey key = keys.fingerprintKey();
                FingerprintKey copy = FingerprintKey.taking(key.exposed());
                SecretValue value = SecretValue.copyOf(bytes)) {
            assertArrayEquals(words.subkey("sync-fingerprint"), key.exposed());
            assertArrayEquals(expected, key.fingerprint(remote, name, value));
            assertArrayEquals(expected, copy.fingerprint(remote, name, value));
            assertEquals("[key]", key.toString());
        }
    }

    @Test
    void aTakenArrayIsOverwrittenAndHasToBeAKey() {
        byte[] bytes = new byte[FingerprintKey.SIZE];
        Arrays.fill(bytes, (byte) 7);
        FingerprintKey.taking(bytes).close();
        assertArrayEquals(new byte[FingerprintKey.SIZE], bytes);
        for (int size : new int[] {0, 31, 33}) {
            assertThrows(IllegalArgumentException.class, () -> FingerprintKey.taking(new byte[size]));
        }
    }

    @Test
    void afterItIsClosedItMakesNoFingerprints() {
        FingerprintKey key = FingerprintKey.taking(new byte[FingerprintKey.SIZE]);
        key.close();
        try (SecretValue value = SecretValue.copyOf(new byte[] {1})) {
            assertThrows(IllegalStateException.class, () -> key.fingerprint(remote, name, value));
        }
    }

    @Test
    void groupsAndKeysOfRowsAreHmacsOverTheirIds() {
        VaultKey vaultKey = VaultKey.create(RANDOM);
        FormatWords words = new FormatWords(vaultKey);
        byte[] subkey = words.subkey("sync-index");
        RowId row = RowId.random(RANDOM);
        byte[] group = FormatWords.hmac(subkey, FormatWords.ascii("r"), remote.bytes());
        byte[] key = FormatWords.hmac(subkey, FormatWords.ascii("k"), remote.bytes(), row.bytes());
        try (Keyring keys = new Keyring(vaultKey, RANDOM)) {
            assertArrayEquals(Arrays.copyOf(group, 16), keys.syncGroup(remote).bytes());
            assertArrayEquals(
                    Arrays.copyOf(key, 16), keys.syncIndex(remote, row).bytes());
        }
    }
}
