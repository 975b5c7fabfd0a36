package dev.lockstep.crypto;

import dev.lockstep.cleartext.SecretValue;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.util.function.Function;
import javax.crypto.SecretKey;

/** A key outside the heap that can really be overwritten, which {@code SecretKeySpec} cannot. */
final class WipeableKey implements SecretKey {
    @Serial
    private static final long serialVersionUID = 1;

    private final String algorithm;
    private final transient SecretValue bytes;

    private WipeableKey(String algorithm, SecretValue bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /** Copies the bytes and overwrites the given array. */
    static WipeableKey taking(String algorithm, byte[] bytes) {
        return new WipeableKey(algorithm, SecretValue.takingKey(bytes));
    }

    <R> R use(Function<byte[], R> reader) {
        return bytes.use(reader);
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /** A copy, as the contract of {@link SecretKey} wants; the cipher that asks for it is re-initialised when the vault locks. */
    @Override
    public byte[] getEncoded() {
        return bytes.exposed();
    }

    @Override
    public void destroy() {
        bytes.close();
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("A key is never serialised");
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
