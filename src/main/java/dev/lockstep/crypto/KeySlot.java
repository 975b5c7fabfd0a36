package dev.lockstep.crypto;

import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * One way into a vault, 160 bytes: {@code header 68 | mac 32 | nonce 12 | wrapped vault key 32 + 16}. A credential gives 64 bytes: the first
 * 32 wrap the vault key (AES-256-GCM, header as additional data), the last 32 are the key of the HMAC-SHA256 over the header. The MAC is
 * checked first: it commits to one password, which GCM alone does not, and makes a changed cost evident.
 */
public final class KeySlot {
    /** Length in bytes of what the operating system keeps for a vault. */
    public static final int KEYSTORE_KEY = 32;

    static final int SIZE = SlotHeader.SIZE + 32 + 12 + 48;

    private static final int MAC_AT = SlotHeader.SIZE;
    private static final int NONCE_AT = MAC_AT + 32;
    private static final int WRAPPED_AT = NONCE_AT + 12;

    private KeySlot() {}

    /**
     * A slot that opens with a credential.
     *
     * @param cost of the derivation; counts for passwords only
     * @throws VaultException {@code KdfRefused} if the cost is one that no file may ask for
     */
    public static byte[] create(VaultKey key, Credential credential, KdfParameters cost, SecureRandom random)
            throws VaultException {
        boolean derived = credential.type().byPassword();
        if (derived && !cost.acceptable()) {
            throw new VaultException(new Failure.KdfRefused(cost));
        }
        SlotHeader header =
                SlotHeader.create(credential.type(), key.vault(), derived ? cost : SlotHeader.NO_COST, random);
        return wrap(key, header, credential.slotKeys(header), random);
    }

    /**
     * The vault that slots belong to, as the first says that can be read.
     *
     * @throws VaultException {@code PartDamaged}, or what is wrong with the first, if none can be read
     */
    public static RowId vault(List<byte[]> slots) throws VaultException {
        VaultException damage = null;
        for (byte[] slot : slots) {
            try {
                return SlotHeader.decode(slot).vault();
            } catch (VaultException e) {
                damage = damage == null ? e : damage;
            }
        }
        throw damage == null ? new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT)) : damage;
    }

    /** The header of a slot, if it can be read. */
    public static Optional<SlotHeader> header(byte[] slot) {
        try {
            return Optional.of(SlotHeader.decode(slot));
        } catch (VaultException e) {
            return Optional.empty();
        }
    }

    /** The types that slots have, as far as they tell; one that is damaged otherwise counts too. */
    public static Set<SlotType> types(Collection<byte[]> slots) {
        return slots.stream()
                .flatMap(slot -> SlotHeader.claimed(slot).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A slot that a credential opened.
     *
     * @param key to be closed by the caller
     */
    public record Opened(byte[] slot, VaultKey key) {}

    /**
     * Opens the first slot that a credential fits. Other slots may be damaged.
     *
     * @throws VaultException {@code WrongPassword} if none does; what is wrong with the first damaged one, if that might have been meant
     */
    public static Opened open(List<byte[]> slots, Credential credential) throws VaultException {
        VaultException damage = null;
        for (byte[] slot : slots) {
            try {
                SlotHeader header = SlotHeader.decode(slot);
                VaultKey key =
                        header.type() == credential.type() ? unwrap(slot, header, credential.slotKeys(header)) : null;
                if (key != null) {
                    return new Opened(slot, key);
                }
            } catch (VaultException e) {
                boolean meant = SlotHeader.claimed(slot).orElse(credential.type()) == credential.type();
                damage = damage == null && meant ? e : damage;
            }
        }
        throw damage == null ? new VaultException(new Failure.WrongPassword()) : damage;
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
            return mac.doFinal(header);
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
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(header);
            byte[] output = cipher.doFinal(input);
            RowCipher.forgetKey(cipher);
            return output;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.destroy();
        }
    }
}
