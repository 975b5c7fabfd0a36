package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.fuzz.SeededRandom;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the decoders of keys and rows get to read before, and after, the bytes are known to be genuine. */
public final class CryptoFuzz {
    private static final String CODE = "SAAB-REZ3-QXRM-C4Y4-ZG64-CZ28-EJV0-Q3E1-VF07-DCBT-SPJH-GDY5-187B-ARFT";

    private CryptoFuzz() {}

    private abstract static class Target implements FuzzTarget {
        private final List<byte[]> seeds;

        Target(List<byte[]> seeds) {
            this.seeds = seeds;
        }

        @Override
        public final List<byte[]> seeds() {
            return seeds;
        }
    }

    /** A key slot; if its first byte is odd, the header is authenticated with the right key, as an insider could. */
    public static FuzzTarget slot() throws VaultException {
        SeededRandom random = new SeededRandom(1);
        VaultKey key = VaultKey.create(random);
        SecretValue code = SecretValue.copyOf(CODE.getBytes(StandardCharsets.US_ASCII));
        Credential credential = Credential.recoveryCode(code);
        byte[] genuine = KeySlot.create(key, credential, SlotHeader.NO_COST, random);
        return new Target(List.of(genuine, insider(genuine))) {
            @Override
            public void accept(byte[] input) throws Exception {
                byte[] slot = input.length > 0 && input[0] != 'L' ? authenticated(input, code) : input;
                try {
                    SlotHeader header = SlotHeader.decode(slot);
                    assertArrayEquals(Arrays.copyOf(slot, SlotHeader.SIZE), header.encode());
                    assertEquals(header.vault(), KeySlot.vault(List.of(slot)));
                    try (VaultKey opened =
                            KeySlot.open(List.of(slot), credential).key()) {
                        assertEquals(header.vault(), opened.vault());
                    }
                } catch (VaultException e) {
                    assertTrue(isOfASlot(e.failure()), e.failure().toString());
                }
            }
        };
    }

    private static boolean isOfASlot(Failure failure) {
        return failure instanceof Failure.NewerFormat
                || failure instanceof Failure.KdfRefused
                || failure instanceof Failure.WrongPassword
                || failure.equals(new Failure.PartDamaged(Failure.Part.KEY_SLOT));
    }

    private static byte[] insider(byte[] slot) {
        byte[] input = slot.clone();
        input[0] = 'I';
        return input;
    }

    /** By the words of the format: HMAC-SHA256 over the header with the second half of the slot keys. */
    private static byte[] authenticated(byte[] input, SecretValue code) throws Exception {
        byte[] slot = input.clone();
        slot[0] = 'L';
        if (slot.length >= SlotHeader.SIZE + 32) {
            byte[] salt = Arrays.copyOfRange(slot, SlotHeader.SIZE - 32, SlotHeader.SIZE);
            byte[] keys = Kdf.hkdf(
                    WipeableKey.taking("HKDF", RecoveryCode.decode(code)),
                    salt,
                    "lockstep/1/recovery".getBytes(StandardCharsets.US_ASCII),
                    64);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys, 32, 32, "HmacSHA256"));
            mac.update(slot, 0, SlotHeader.SIZE);
            mac.doFinal(slot, SlotHeader.SIZE);
        }
        return slot;
    }

    /** A sealed row from a stranger, and the same bytes as the content of a genuine one. */
    public static FuzzTarget row() {
        SeededRandom random = new SeededRandom(2);
        Keyring keys = new Keyring(VaultKey.create(random), random);
        RowCipher cipher = keys.cipher();
        RowAddress item = RowAddress.item(RowId.random(random));
        RowAddress value = RowAddress.value(RowId.random(random), 1);
        byte[] genuine = cipher.seal(item, 1, 0, new byte[10]).wire();
        byte[] shortest = Arrays.copyOf(genuine, SealedRow.OVERHEAD + 1);
        return new Target(List.of(genuine, shortest, new byte[0], new byte[300])) {
            @Override
            public void accept(byte[] input) throws Exception {
                var row = SealedRow.of(input);
                if (row.isPresent() && !Arrays.equals(input, genuine)) {
                    row.get().tag();
                    row.get().version();
                    row.get().epoch();
                    cipher.element(row.get());
                    try {
                        cipher.open(item, row.get(), Failure.Part.HEADS);
                        throw new AssertionError("a forged row opened");
                    } catch (VaultException e) {
                        assertEquals(new Failure.PartDamaged(Failure.Part.HEADS), e.failure());
                    }
                }
                for (RowAddress address : List.of(item, value)) {
                    SealedRow sealed = cipher.seal(address, input.length, 7, input);
                    assertArrayEquals(input, cipher.open(address, sealed, Failure.Part.VALUE));
                }
            }
        };
    }

    /** The bytes as a frame that was sealed, and as what goes into one. */
    public static FuzzTarget padding() {
        return new Target(List.of(Padding.head(new byte[20]), Padding.value(new byte[5000]), new byte[3])) {
            @Override
            public void accept(byte[] input) {
                int length = Padding.contentLength(input, input.length);
                assertTrue(length >= -1 && length <= Math.max(-1, input.length - 4), () -> "length " + length);
                if (length >= 0) {
                    assertEquals(length, Padding.content(input, length).length);
                }
                for (byte[] framed : List.of(Padding.head(input), Padding.value(input))) {
                    int back = Padding.contentLength(framed, framed.length);
                    assertArrayEquals(input, Padding.content(framed, back));
                }
            }
        };
    }

    /** The content of a manifest. */
    public static FuzzTarget manifest() {
        return new Target(List.of(
                Manifest.empty(new TreeMap<>(), RowId.random(new SeededRandom(3)))
                        .encode(),
                ByteBuffer.allocate(189).put((byte) 1).putLong(-1).array())) {
            @Override
            public void accept(byte[] input) {
                try {
                    Manifest manifest = Manifest.decode(input, (byte) 2);
                    assertArrayEquals(input, manifest.encode());
                    assertArrayEquals(
                            input, manifest.withAudit(manifest.audit()).encode());
                    manifest.next(manifest.device(), 1);
                } catch (VaultException e) {
                    assertEquals(new Failure.PartDamaged(Failure.Part.MANIFEST), e.failure());
                }
            }
        };
    }

    /** What a person typed as a recovery code. */
    public static FuzzTarget recoveryCode() {
        byte[] code = CODE.getBytes(StandardCharsets.US_ASCII);
        byte[] loose = CODE.toLowerCase(java.util.Locale.ROOT)
                .replace("-", " \r\n\t")
                .replace('0', 'o')
                .replace('1', 'l')
                .getBytes(StandardCharsets.US_ASCII);
        return new Target(List.of(code, loose)) {
            @Override
            public void accept(byte[] input) throws Exception {
                try (SecretValue typed = SecretValue.copyOf(input)) {
                    byte[] key = RecoveryCode.decode(typed);
                    assertEquals(32, key.length);
                    // 24 bits of check: by chance alone nobody gets here
                    assertArrayEquals(RecoveryCode.decode(SecretValue.copyOf(code)), key);
                } catch (VaultException e) {
                    assertEquals(new Failure.RecoveryCodeMistyped(), e.failure());
                }
            }
        };
    }

    /** The content of a key file; what is read as one is the very text that its key makes, but for line ends and white space at the end. */
    public static FuzzTarget keyFile() {
        byte[] genuine = KeyFile.generate(new SeededRandom(4)).text();
        byte[] windows = new String(genuine, StandardCharsets.US_ASCII)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return new Target(List.of(genuine, windows)) {
            @Override
            public void accept(byte[] input) {
                try (KeyFile read = KeyFile.parse(input)) {
                    String typed = new String(input, StandardCharsets.ISO_8859_1);
                    String text = new String(read.text(), StandardCharsets.ISO_8859_1);
                    assertEquals(text.strip(), typed.replace("\r", "").stripTrailing());
                } catch (VaultException e) {
                    assertEquals(new Failure.KeyFileDamaged(), e.failure());
                }
            }
        };
    }
}
