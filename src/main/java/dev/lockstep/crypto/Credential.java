package dev.lockstep.crypto;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What opens the key slots of one type. It keeps none of what it was made from, only what enters the key derivation; overwritten when closed. */
public final class Credential implements AutoCloseable {
    private static final byte[] RECOVERY_INFO = "lockstep/1/recovery".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEYSTORE_INFO = "lockstep/1/keystore".getBytes(StandardCharsets.US_ASCII);

    private final SlotType type;
    private final WipeableKey secret;

    private Credential(SlotType type, byte[] secret) {
        this.type = type;
        this.secret = WipeableKey.taking("HKDF", secret);
    }

    public static Credential password(Passphrase passphrase) {
        return new Credential(SlotType.PASSWORD, Kdf.preHash(passphrase, new byte[KeyFile.KEY_SIZE]));
    }

    public static Credential passwordAndKeyFile(Passphrase passphrase, KeyFile file) {
        return new Credential(SlotType.PASSWORD_AND_KEY_FILE, Kdf.preHash(passphrase, file.key()));
    }

    /**
     * A recovery code as it was typed.
     *
     * @throws VaultException {@code RecoveryCodeMistyped} if the text is not a code
     */
    public static Credential recoveryCode(SecretValue text) throws VaultException {
        return new Credential(SlotType.RECOVERY_CODE, RecoveryCode.decode(text));
    }

    /**
     * What the operating system keeps.
     *
     * @throws IllegalArgumentException if it has not {@link KeySlot#KEYSTORE_KEY} bytes
     */
    public static Credential keystore(SecretValue kept) {
        if (kept.size() != KeySlot.KEYSTORE_KEY) {
            throw new IllegalArgumentException("A key of " + kept.size() + " bytes");
        }
        return new Credential(SlotType.KEYSTORE, kept.exposed());
    }

    public SlotType type() {
        return type;
    }

    /** The 64 bytes of slot keys for a slot of this type, to be overwritten by the caller. */
    byte[] slotKeys(SlotHeader header) {
        return switch (type) {
            case PASSWORD, PASSWORD_AND_KEY_FILE -> {
                Function<byte[], byte[]> derivation =
                        input -> Kdf.argon2id(input, header.salt(), header.cost(), Kdf.SLOT_KEYS);
                yield secret.use(derivation);
            }
            case RECOVERY_CODE -> Kdf.hkdf(secret, header.salt(), RECOVERY_INFO, Kdf.SLOT_KEYS);
            case KEYSTORE -> Kdf.hkdf(secret, header.salt(), KEYSTORE_INFO, Kdf.SLOT_KEYS);
        };
    }

    @Override
    public void close() {
        secret.destroy();
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
