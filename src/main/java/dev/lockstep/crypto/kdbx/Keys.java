package dev.lockstep.crypto.kdbx;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The keys of a body. Overwritten when closed. */
final class Keys implements AutoCloseable {
    /** The number under which the header is authenticated. */
    static final long HEADER = -1;

    private final byte[] encryption;
    private final byte[] authentication;

    private Keys(byte[] encryption, byte[] authentication) {
        this.encryption = encryption;
        this.authentication = authentication;
    }

    /** Derives them, which takes long. */
    static Keys derive(OuterHeader header, Optional<Passphrase> password, Optional<SecretValue> keyFile)
            throws InterruptedException {
        byte[] fromPassword = password.map(given -> given.use(Digests::sha256)).orElse(new byte[0]);
        byte[] fromFile = keyFile.map(SecretValue::exposed).orElse(new byte[0]);
        byte[] composite = Digests.sha256(fromPassword, fromFile);
        byte[] transformed = new byte[0];
        try {
            transformed = header.transform().apply(composite);
            return new Keys(
                    Digests.sha256(header.seed(), transformed),
                    Digests.sha512(header.seed(), transformed, new byte[] {1}));
        } finally {
            Arrays.fill(fromPassword, (byte) 0);
            Arrays.fill(fromFile, (byte) 0);
            Arrays.fill(composite, (byte) 0);
            Arrays.fill(transformed, (byte) 0);
        }
    }

    BulkCipher.Decryption decryption(OuterHeader header) {
        return header.cipher().decryption(encryption, header.iv());
    }

    /** HMAC-SHA256 for the block of a number. */
    HMac hmac(long number) {
        byte[] key = Digests.sha512(Digests.u64(number), authentication);
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(key));
        Arrays.fill(key, (byte) 0);
        return hmac;
    }

    @Override
    public void close() {
        Arrays.fill(encryption, (byte) 0);
        Arrays.fill(authentication, (byte) 0);
    }
}
