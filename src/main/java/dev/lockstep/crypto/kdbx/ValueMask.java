package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.SkippingStreamCipher;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

/** The key stream over the protected values, in the order of the XML. */
final class ValueMask {
    private static final byte[] SALSA_NONCE = HexFormat.of().parseHex("e830094b97205d2a");

    /** Null where nothing is masked. */
    private final @Nullable SkippingStreamCipher stream;

    private ValueMask(@Nullable SkippingStreamCipher stream) {
        this.stream = stream;
    }

    /** Overwrites the key. */
    static ValueMask of(OuterHeader.MaskKind mask) throws KdbxException {
        try {
            return new ValueMask(stream(mask));
        } finally {
            Arrays.fill(mask.key(), (byte) 0);
        }
    }

    private static @Nullable SkippingStreamCipher stream(OuterHeader.MaskKind mask) throws KdbxException {
        return switch ((int) mask.kind()) {
            case 0 -> null;
            case 2 -> keyed(new Salsa20Engine(), Digests.sha256(mask.key()), SALSA_NONCE);
            case 3 -> {
                byte[] hash = Digests.sha512(mask.key());
                byte[] nonce = Arrays.copyOfRange(hash, 32, 44);
                byte[] key = Arrays.copyOf(hash, 32);
                Arrays.fill(hash, (byte) 0);
                yield keyed(new ChaCha7539Engine(), key, nonce);
            }
            default -> throw new KdbxException(Reason.UNSUPPORTED);
        };
    }

    private static SkippingStreamCipher keyed(SkippingStreamCipher stream, byte[] key, byte[] nonce) {
        KeyParameter secret = new KeyParameter(key);
        stream.init(false, new ParametersWithIV(secret, nonce));
        Arrays.fill(secret.getKey(), (byte) 0);
        Arrays.fill(key, (byte) 0);
        return stream;
    }

    void take(byte[] masked) {
        if (stream != null) {
            stream.processBytes(masked, 0, masked.length, masked, 0);
        }
    }

    void skip(long bytes) {
        if (stream != null) {
            stream.skip(bytes);
        }
    }
}
