package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Small vaults for tests: real files, real keys, the least key derivation cost that is accepted. */
public final class TestVaults {
    public static final KdfParameters CHEAP = new KdfParameters(19 * 1024, 1, 1);
    public static final String PASSWORD = "correct horse battery staple";
    /** Of the vaults of older formats among the resources. */
    public static final String GOLDEN_PASSWORD = GoldenVault.PASSWORD;

    public static final Vaults VAULTS = new Vaults(Clock.systemUTC(), new SecureRandom(), TestState.NOWHERE);

    private TestVaults() {}

    public static Passphrase passphrase(String text) {
        try (SecretBuffer buffer = new SecretBuffer(Passphrase.MAX_LENGTH)) {
            buffer.insert(0, text);
            return Passphrase.of(buffer);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static SecretValue value(String text) {
        return SecretValue.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String text(SecretValue value) {
        try (value) {
            return value.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    public static OpenVault create(Path file) throws VaultException {
        try (Passphrase passphrase = passphrase(PASSWORD);
                SecretValue code = VAULTS.newRecoveryCode()) {
            return VAULTS.create(file, passphrase, code, CHEAP, "Personal");
        }
    }

    public static OpenVault unlock(Path file) throws VaultException {
        LockedVault locked = VAULTS.open(file);
        try (Passphrase passphrase = passphrase(PASSWORD)) {
            return locked.unlock(passphrase);
        } catch (VaultException e) {
            locked.close();
            throw e;
        }
    }

    public static CollectionId collection(OpenVault vault) {
        return vault.collections().all().getFirst().id();
    }

    public static Entry add(OpenVault vault, String name, String text) throws VaultException {
        try (SecretValue value = value(text)) {
            return vault.secrets().add(SecretDetails.named(collection(vault), name), value);
        }
    }
}
