package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.Table;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every subkey against the words of the format. */
class KeyringTest {
    private static final RowId ID = new RowId(0x0102030405060708L, 0x1112131415161718L);
    private static final byte[] CONTENT = {9, 8, 7};

    private final SecureRandom random = new SecureRandom();
    private final VaultKey key = VaultKey.create(random);
    private final FormatWords words = new FormatWords(key);
    private final Keyring keys = new Keyring(key, random);

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void aBlindIndexIsFifteenBytesOfAMacAndTheMaskedKind() {
        byte[] indexKey = words.subkey("blind-index");
        for (int kind : new int[] {0, 1, 4, 127, 128, 200, 255}) {
            byte[] start = Arrays.copyOf(FormatWords.hmac(indexKey, new byte[] {(byte) kind}, ID.bytes()), 15);
            byte[] expected = Arrays.copyOf(start, 16);
            expected[15] = (byte) (kind ^ FormatWords.hmac(indexKey, start)[0]);
            RowId index = keys.blindIndex(kind, ID);
            assertArrayEquals(expected, index.bytes());
            assertEquals(kind, keys.kind(index));
        }
    }

    @Test
    void aFingerprintIsTheStartOfAMac() {
        byte[] expected = Arrays.copyOf(FormatWords.hmac(words.subkey("fingerprint"), CONTENT), 8);
        try (SecretValue value = SecretValue.copyOf(CONTENT)) {
            assertArrayEquals(expected, keys.fingerprint(value));
        }
    }

    @Test
    void theAuditChainTakesTheValueBeforeTheNumberAndTheTag() {
        byte[] before = new byte[32];
        byte[] tag = new byte[16];
        random.nextBytes(before);
        random.nextBytes(tag);
        assertArrayEquals(
                FormatWords.hmac(words.subkey("audit-chain"), before, FormatWords.number(77), tag),
                keys.chain(before, 77, tag));
    }

    @Test
    void whatAComputerRemembersHasAMacOfItsOwn() {
        assertArrayEquals(FormatWords.hmac(words.subkey("anchor"), CONTENT), keys.anchorMac(CONTENT));
    }

    @Test
    void eachTableIsSealedUnderItsOwnSubkeyAndWhatIsManyUnderItsEpochToo() throws Exception {
        Map<Table, String> purposes = Map.of(
                Table.ITEM, "overview/3",
                Table.VALUE, "value/3",
                Table.HISTORY, "value/3",
                Table.KEY_VALUE, "settings",
                Table.AUDIT, "audit",
                Table.MANIFEST, "manifest",
                Table.SYNC, "sync/3");
        try (RowCipher cipher = keys.cipher()) {
            for (Table table : Table.values()) {
                RowAddress address = new RowAddress(table, 5, ID);
                SealedRow row = cipher.seal(address, 11, 3, CONTENT);
                byte[] padded = words.open(purposes.get(table), address, row);
                assertArrayEquals(new byte[] {0, 0, 0, 3, 9, 8, 7, 0}, Arrays.copyOf(padded, 8));
                assertArrayEquals(words.element(row), cipher.element(row).bytes());
            }
        }
    }

    @Test
    void aVaultKeyIsWhatTheGeneratorGaveAndDoesNotShowItself() {
        byte[] sevens = new byte[32];
        Arrays.fill(sevens, (byte) 7);
        try (VaultKey made = VaultKey.create(new StuckRandom())) {
            assertArrayEquals(sevens, made.use(byte[]::clone));
            assertEquals("[key]", made.toString());
        }
        assertEquals("[key]", WipeableKey.taking("AES", sevens).toString());
    }

    @Test
    void aCopyOfTheVaultKeyOutlivesTheKeyring() {
        try (VaultKey copy = keys.vaultKey()) {
            byte[] raw = key.use(byte[]::clone);
            assertArrayEquals(raw, copy.use(byte[]::clone));
            assertEquals(key.vault(), copy.vault());
            keys.close();
            assertArrayEquals(raw, copy.use(byte[]::clone));
        }
    }
}
