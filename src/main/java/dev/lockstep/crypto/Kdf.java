package dev.lockstep.crypto;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.crypto.argon2.Argon2;
import dev.lockstep.model.KdfParameters;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;

/** Key derivation: Argon2id version 1.3 (RFC 9106) for passwords, HKDF-SHA256 (RFC 5869) for what is already full of entropy. */
public final class Kdf {
    /** Length in bytes of what one slot needs: a wrapping key and a MAC key of 32 bytes each. */
    static final int SLOT_KEYS = 64;

    private Kdf() {}

    /**
     * The 64 bytes that enter Argon2id in place of the password: HMAC-SHA512 under the key file, or under 32 zero bytes where there is
     * none. So the password itself is never in the large memory that the collector moves about.
     *
     * @param keyFile 32 bytes, which are overwritten
     */
    static byte[] preHash(Passphrase passphrase, byte[] keyFile) {
        WipeableKey key = WipeableKey.taking("HmacSHA512", keyFile);
        return passphrase.use(password -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA512");
                mac.init(key);
                byte[] hash = mac.doFinal(password);
                mac.reset();
                mac.init(RowCipher.DUMMY);
                return hash;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            } finally {
                key.destroy();
            }
        });
    }

    /** Argon2id version 1.3 with a tag of the given length in bytes. */
    static byte[] argon2id(byte[] input, byte[] salt, KdfParameters cost, int length) {
        return Argon2.id(cost, salt).tag(input, length);
    }

    /** HKDF-SHA256: extract with the salt, expand with the info. */
    static byte[] hkdf(WipeableKey key, byte[] salt, byte[] info, int length) {
        try {
            // by name: a search would ask all providers, which makes all of Bouncy Castle's to find one that this
            // program lacks
            return KDF.getInstance("HKDF-SHA256", "SunJCE")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .addSalt(salt)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Finds how many passes over 64 MiB with four lanes take about as long as asked on this machine, at least three. Runs a few derivations,
     * the first of which also warms the compiler up.
     */
    public static KdfParameters measure(Duration target) {
        return measure(target, System::nanoTime, Kdf::derive);
    }

    /** @param derive derives with so many passes */
    static KdfParameters measure(Duration target, LongSupplier nanoseconds, IntConsumer derive) {
        derive.accept(3);
        long start = nanoseconds.getAsLong();
        derive.accept(3);
        long perPass = Math.max(1, (nanoseconds.getAsLong() - start) / 3);
        long passes = Math.clamp(target.toNanos() / perPass, KdfParameters.DEFAULT.iterations(), 64);
        return withPasses((int) passes);
    }

    /** Runs one derivation of the least cost on dummy data, so that the first real one is fast. */
    public static void warmUp() {
        derive(1);
    }

    private static void derive(int passes) {
        Arrays.fill(argon2id(new byte[SLOT_KEYS], new byte[32], withPasses(passes), SLOT_KEYS), (byte) 0);
    }

    private static KdfParameters withPasses(int passes) {
        return new KdfParameters(KdfParameters.FLOOR_MEMORY_KIB, passes, KdfParameters.DEFAULT.parallelism());
    }
}
