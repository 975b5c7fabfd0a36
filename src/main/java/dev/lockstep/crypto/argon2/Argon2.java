package dev.lockstep.crypto.argon2;

import dev.lockstep.model.KdfParameters;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * One way to derive with Argon2 (RFC 9106), with neither secret nor associated data.
 *
 * @param variant how the memory is walked through
 * @param version {@link #VERSION_10} or {@link #VERSION_13}
 * @param cost to be bounded by the caller; at least 8 KiB of memory for each lane
 * @param salt at least 8 bytes
 */
public record Argon2(Variant variant, int version, KdfParameters cost, byte[] salt) {
    /** The version before that of the RFC, which old KeePass files have. */
    public static final int VERSION_10 = Argon2Parameters.ARGON2_VERSION_10;
    /** The version of the RFC. */
    public static final int VERSION_13 = Argon2Parameters.ARGON2_VERSION_13;

    /** RFC 9106, 3.1. */
    public enum Variant {
        /** Addresses depend on the password. */
        D(Argon2Parameters.ARGON2_d),
        /** Addresses do not depend on the password in the first half of the first pass. */
        ID(Argon2Parameters.ARGON2_id);

        final int type;

        Variant(int type) {
            this.type = type;
        }
    }

    /** Argon2id of the version of the RFC. */
    public static Argon2 id(KdfParameters cost, byte[] salt) {
        return new Argon2(Variant.ID, VERSION_13, cost, salt);
    }

    /**
     * Derives, which nothing interrupts.
     *
     * @param input the password, which stays the caller's to overwrite
     * @param length of the tag in bytes, at least 4
     * @return the tag, which is the caller's to overwrite
     */
    public byte[] tag(byte[] input, int length) {
        return NativeArgon2.CARRIED
                .flatMap(library -> library.tag(this, input, length))
                .orElseGet(() -> portableTag(input, length));
    }

    /** The same by Bouncy Castle, with the memory on the heap. */
    byte[] portableTag(byte[] input, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(variant.type)
                .withVersion(version)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[length];
        generator.generateBytes(input, tag);
        return tag;
    }
}
