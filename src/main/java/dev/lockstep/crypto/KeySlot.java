package dev.lockstep.crypto;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * One way into a vault, 160 bytes: {@code header 68 | mac 32 | nonce 12 | wrapped vault key 32 + 16}. Password and recovery code each give
 * 64 bytes: the first 32 wrap the vault key (AES-256-GCM, header as additional data), the last 32 are the key of the HMAC-SHA256 over the
 * header. The MAC is checked first: it commits to one password, which GCM alone does not, and makes a changed cost evident.
 */
public final class KeySlot {
    static final int SIZE = SlotHeader.SIZE + 32 + 12 + 48;

    private static final int MAC_AT = SlotHeader.SIZE;
    private static final int NONCE_AT = MAC_AT + 32;
    private static final int WRAPPED_AT = NONCE_AT + 12;
    private static final KdfParameters NO_COST = new KdfParameters(0, 0, 0);
    private static final byte[] RECOVERY_INFO = "lockstep/1/recovery".getBytes(StandardCharsets.US_ASCII);

    private KeySlot() {}

    /**
     * A slot that opens with a password.
     *
     * @throws VaultException {@code KdfRefused} if the cost is one that no file may ask for
     */
    public static byte[] forPassword(VaultKey key, Passphrase passphrase, KdfParameters cost, SecureRandom random)
            throws VaultException {
        if (!cost.acceptable()) {
            throw new VaultException(new Failure.KdfRefused(cost));
        }
        SlotHeader header = SlotHeader.create(SlotHeader.PASSWORD, key.vault(), cost, random);
        return wrap(key, header, passwordKeys(passphrase, header), random);
    }

    /**
     * A slot that opens with a recovery code.
     *
     * @throws VaultException {@code RecoveryCodeMistyped} if the text is not a code
     */
    public static byte[] forRecovery(VaultKey key, SecretValue code, SecureRandom random) throws VaultException {
        SlotHeader header = SlotHeader.create(SlotHeader.RECOVERY, key.vault(), NO_COST, random);
        return wrap(key, header, recoveryKeys(code, header), random);
    }

    /** The vault that slots belong to, as far as they say so themselves; refuses costs outside the accepted range. */
    public static RowId vault(List<byte[]> slots) throws VaultException {
        RowId vault = null;
        for (byte[] slot : slots) {
            SlotHeader header = SlotHeader.decode(slot);
            if (vault != null && !vault.equals(header.vault())) {
                throw new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT));
            }
            vault = header.vault();
        }
        if (vault == null) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT));
        }
        return vault;
    }

    /**
     * Opens the first slot that a password fits.
     *
     * @throws VaultException {@code WrongPassword} if none does
     */
    public static VaultKey openWithPassword(List<byte[]> slots, Passphrase passphrase) throws VaultException {
        for (byte[] slot : slots) {
            SlotHeader header = SlotHeader.decode(slot);
            if (header.type() == SlotHeader.PASSWORD) {
                VaultKey key = unwrap(slot, header, passwordKeys(passphrase, header));
                if (key != null) {
                    return key;
                }
            }
        }
        throw new VaultException(new Failure.WrongPassword());
    }

    /**
     * Opens the first slot that a recovery code fits.
     *
     * @throws VaultException {@code WrongPassword} if none does, {@code RecoveryCodeMistyped} if the text is not a code
     */
    public static VaultKey openWithRecovery(List<byte[]> slots, SecretValue code) throws VaultException {
        for (byte[] slot : slots) {
            SlotHeader header = SlotHeader.decode(slot);
            if (header.type() == SlotHeader.RECOVERY) {
                VaultKey key = unwrap(slot, header, recoveryKeys(code, header));
                if (key != null) {
                    return key;
                }
            }
        }
        throw new VaultException(new Failure.WrongPassword());
    }

    private static byte[] passwordKeys(Passphrase passphrase, SlotHeader header) {
        byte[] input = Kdf.preHash(passphrase);
        try {
            return Kdf.argon2id(input, header.salt(), header.cost(), Kdf.SLOT_KEYS);
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    private static byte[] recoveryKeys(SecretValue code, SlotHeader header) throws VaultException {
        WipeableKey key = WipeableKey.taking("HKDF", RecoveryCode.decode(code));
        try {
            return Kdf.hkdf(key, header.salt(), RECOVERY_INFO, Kdf.SLOT_KEYS);
        } finally {
            key.destroy();
        }
    }

    private static byte[] wrap(VaultKey key, SlotHeader header, byte[] slotKeys, SecureRandom random) {
        byte[] plainHeader = header.encode();
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        try {
            byte[] mac = mac(slotKeys, plainHeader);
            byte[] wrapped = key.use(raw -> cipher(Cipher.ENCRYPT_MODE, slotKeys, nonce, plainHeader, raw));
            return ByteBuffer.allocate(SIZE)
                    .put(plainHeader)
                    .put(mac)
                    .put(nonce)
                    .put(wrapped)
                    .array();
        } finally {
            Arrays.fill(slotKeys, (byte) 0);
        }
    }

    private static @Nullable VaultKey unwrap(byte[] slot, SlotHeader header, byte[] slotKeys) throws VaultException {
        byte[] plainHeader = Arrays.copyOf(slot, SlotHeader.SIZE);
        try {
            if (!MessageDigest.isEqual(mac(slotKeys, plainHeader), Arrays.copyOfRange(slot, MAC_AT, NONCE_AT))) {
                return null;
            }
            byte[] raw = cipher(
                    Cipher.DECRYPT_MODE,
                    slotKeys,
                    Arrays.copyOfRange(slot, NONCE_AT, WRAPPED_AT),
                    plainHeader,
                    Arrays.copyOfRange(slot, WRAPPED_AT, SIZE));
            return VaultKey.taking(header.vault(), raw);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof AEADBadTagException) {
                throw new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT), e);
            }
            throw e;
        } finally {
            Arrays.fill(slotKeys, (byte) 0);
        }
    }

    private static byte[] mac(byte[] slotKeys, byte[] header) {
        WipeableKey key = WipeableKey.taking("HmacSHA256", Arrays.copyOfRange(slotKeys, 32, 64));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] output = mac.doFinal(header);
            mac.init(RowCipher.DUMMY);
            return output;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.destroy();
        }
    }

    private static byte[] cipher(int mode, byte[] slotKeys, byte[] nonce, byte[] header, byte[] input) {
        WipeableKey key = WipeableKey.taking("AES", Arrays.copyOf(slotKeys, 32));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            try {
                cipher.init(mode, key, new GCMParameterSpec(128, nonce));
                cipher.updateAAD(header);
                return cipher.doFinal(input);
            } finally {
                RowCipher.forgetKey(cipher);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.destroy();
        }
    }
}
