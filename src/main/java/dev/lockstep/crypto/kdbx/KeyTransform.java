package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.util.HexFormat;

/** The derivation that makes guessing slow, with what it costs. One that exists is within bounds. */
sealed interface KeyTransform permits AesTransform, Argon2Transform {
    /** Argon2 may not ask for more memory than that, in bytes: 1 GiB. */
    long MAX_MEMORY = 1L << 30;

    /** Nor write more than that in all its passes, in bytes: 32 GiB. */
    long MAX_WRITTEN = 32L << 30;

    /** The most rounds of AES-KDF. */
    long MAX_ROUNDS = 100_000_000;

    /**
     * The 32 bytes from which all keys come.
     *
     * @param composite 32 bytes, which stay the caller's to overwrite
     * @throws InterruptedException if the thread was interrupted; Argon2 is not asked on its way
     */
    byte[] apply(byte[] composite) throws InterruptedException;

    /** As KDBX 4 describes it. */
    static KeyTransform of(Variants parameters) throws KdbxException {
        String kind = HexFormat.of().formatHex(parameters.bytes("$UUID"));
        return switch (kind) {
            case "c9d9f39a628a4460bf740d08c18a4fea", "7c02bb8279a74ac0927d114a00648238" ->
                AesTransform.of(parameters.bytes("S"), parameters.number("R"));
            case "ef636ddf8c29444b91f7a9a403e30a0c" -> Argon2Transform.of(false, parameters);
            case "9e298b1956db4773b23dfc3ec6f0a1e6" -> Argon2Transform.of(true, parameters);
            default -> throw new KdbxException(Reason.UNSUPPORTED);
        };
    }
}
