package dev.lockstep.crypto;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.Table;
import dev.lockstep.model.VaultException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys of a vault for tests. */
public final class TestKeys {
    private TestKeys() {}

    /** The keys of the vault with that key; closing them leaves the given one alone. */
    public static Keyring of(VaultKey key, SecureRandom random) {
        return new Keyring(VaultKey.taking(key.vault(), key.use(byte[]::clone)), random);
    }

    /** The bytes of the key that a password opens, and of what is derived from it, for a test that looks for them elsewhere. */
    public static Map<String, byte[]> bytes(List<byte[]> slots, Passphrase passphrase) throws VaultException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (byte[] slot : slots) {
            SlotHeader header = SlotHeader.decode(slot);
            if (header.type() == SlotType.PASSWORD) {
                byte[] hash = Kdf.preHash(passphrase, new byte[0]);
                byte[] slotKeys = Kdf.argon2id(hash, header.salt(), header.cost(), Kdf.SLOT_KEYS);
                bytes.put("hash of the password", hash);
                bytes.put("wrapping key", Arrays.copyOf(slotKeys, 32));
                bytes.put("key of the slot's MAC", Arrays.copyOfRange(slotKeys, 32, 64));
            }
        }
        try (Credential credential = Credential.password(passphrase)) {
            putKeys(bytes, KeySlot.open(slots, credential).key());
        }
        return bytes;
    }

    private static void putKeys(Map<String, byte[]> bytes, VaultKey key) {
        try (Keyring keys = new Keyring(key, new SecureRandom())) {
            bytes.put("vault key", key.use(byte[]::clone));
            for (Table table : Table.values()) {
                bytes.put("key of " + table, keys.sealingKey(table, 0).use(byte[]::clone));
            }
            bytes.put("key of nonces", keys.nonceKey().use(byte[]::clone));
            bytes.put("key of sums", keys.setKey().use(byte[]::clone));
        }
    }
}
