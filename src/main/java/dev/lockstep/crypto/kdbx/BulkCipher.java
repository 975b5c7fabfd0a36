package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.DefaultBufferedBlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.engines.TwofishEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** What encrypts the body. */
enum BulkCipher {
    AES("31c1f2e6bf714350be5805216afc5aff", 16),
    TWOFISH("ad68f29f576f4bb9a36ad47af965346c", 16),
    CHACHA20("d6038a2b8b6f4cb5a524339a31dbb59a", 12);

    private final String id;
    private final int ivSize;

    BulkCipher(String id, int ivSize) {
        this.id = id;
        this.ivSize = ivSize;
    }

    static BulkCipher of(byte[] id) throws KdbxException {
        String wanted = HexFormat.of().formatHex(id);
        return Arrays.stream(values())
                .filter(cipher -> cipher.id.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new KdbxException(Reason.UNSUPPORTED));
    }

    int ivSize() {
        return ivSize;
    }

    /** Whether it works in blocks of 16 bytes, and fills the last one up. */
    boolean inBlocks() {
        return this != CHACHA20;
    }

    /** Decrypts piece by piece; keeps up to 15 bytes for the next piece. */
    interface Decryption {
        /**
         * Decrypts the first bytes of an array into another that has 16 more.
         *
         * @return how many came out
         */
        int decrypt(byte[] from, int length, byte[] to);
    }

    /** The key stays the caller's to overwrite. */
    Decryption decryption(byte[] key, byte[] iv) {
        KeyParameter secret = new KeyParameter(key);
        ParametersWithIV parameters = new ParametersWithIV(secret, iv);
        Decryption decryption = switch (this) {
            case AES -> chained(AESEngine.newInstance(), parameters);
            case TWOFISH -> chained(new TwofishEngine(), parameters);
            case CHACHA20 -> {
                ChaCha7539Engine stream = new ChaCha7539Engine();
                stream.init(false, parameters);
                yield (from, length, to) -> stream.processBytes(from, 0, length, to, 0);
            }
        };
        Arrays.fill(secret.getKey(), (byte) 0);
        return decryption;
    }

    private static Decryption chained(BlockCipher engine, ParametersWithIV parameters) {
        DefaultBufferedBlockCipher chain = new DefaultBufferedBlockCipher(CBCBlockCipher.newInstance(engine));
        chain.init(false, parameters);
        return (from, length, to) -> chain.processBytes(from, 0, length, to, 0);
    }
}
