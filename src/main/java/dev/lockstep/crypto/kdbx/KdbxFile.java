package dev.lockstep.crypto.kdbx;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * An open KeePass file of KDBX 3 or 4. In KDBX 4 everything in it is authentic; in KDBX 3 that has to be asked with {@link #isHeader} too. For
 * one thread.
 */
public final class KdbxFile implements AutoCloseable {
    /** The most bytes that may come out of it unpacked, attachments included: 256 MiB. */
    public static final long MAX_CONTENT = 256L << 20;

    private static final int MAX_MASK_KEY = 1024;
    private static final int END = 0;
    private static final int MASK_KIND = 1;
    private static final int MASK_KEY = 2;

    private final OuterHeader header;
    private final InputStream content;
    private final ValueMask mask;

    private KdbxFile(OuterHeader header, InputStream content, ValueMask mask) {
        this.header = header;
        this.content = content;
        this.mask = mask;
    }

    /**
     * Opens a file. Whatever its header asks for is checked before any key is derived. AES-KDF ends when the thread is interrupted, Argon2
     * after its time, which is bounded.
     *
     * @param file is decrypted where it is, and stays the caller's to overwrite after the file is closed
     * @param password empty for none, which is not the empty password
     * @param keyFile the 32 bytes of a key file, likewise
     * @throws IOException a {@link KdbxException}, or any other if the content is damaged
     */
    public static KdbxFile open(MemorySegment file, Optional<Passphrase> password, Optional<SecretValue> keyFile)
            throws IOException, InterruptedException {
        Input in = new Input(file);
        OuterHeader header = OuterHeader.read(in);
        Body body = new Body(header, in, file);
        body.requireWhole();
        InputStream plain;
        try (Keys keys = Keys.derive(header, password, keyFile)) {
            plain = new PlainStream(body.open(keys));
        }
        InputStream content = new LimitedStream(header.zipped() ? new UnzippedStream(plain) : plain, MAX_CONTENT);
        boolean done = false;
        try {
            ValueMask mask = ValueMask.of(header.version() == 3 ? header.mask() : innerHeader(content));
            done = true;
            return new KdbxFile(header, content, mask);
        } finally {
            if (!done) {
                content.close();
            }
        }
    }

    private static OuterHeader.MaskKind innerHeader(InputStream content) throws IOException {
        long kind = 0;
        byte[] key = new byte[0];
        for (int id = content.read(); id != END; id = content.read()) {
            long size = u32(content);
            switch (id) {
                case MASK_KIND -> kind = size == Integer.BYTES ? u32(content) : -1;
                case MASK_KEY -> key = bytes(content, Math.min(size, MAX_MASK_KEY + 1));
                default -> content.skipNBytes(size);
            }
            if (kind < 0 || key.length > MAX_MASK_KEY) {
                throw new KdbxException(Reason.DAMAGED);
            }
        }
        content.skipNBytes(u32(content));
        return new OuterHeader.MaskKind(kind, key);
    }

    private static long u32(InputStream content) throws IOException {
        return ByteBuffer.wrap(bytes(content, Integer.BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt()
                & 0xffff_ffffL;
    }

    private static byte[] bytes(InputStream content, long size) throws IOException {
        byte[] bytes = content.readNBytes((int) size);
        if (bytes.length != size) {
            throw new EOFException();
        }
        return bytes;
    }

    /** The XML in UTF-8, to be read once. Its protected values are in base64, masked. Any exception but a {@link KdbxException} is damage. */
    public InputStream document() {
        return content;
    }

    /** Takes the mask off the next protected value, in the order of the XML. */
    public void unmask(byte[] value) {
        mask.take(value);
    }

    /** Passes over protected values of so many bytes. */
    public void skipMasked(long bytes) {
        mask.skip(bytes);
    }

    /** Whether a hash is that of the header. KDBX 4 does not ask for it. */
    public boolean isHeader(byte[] sha256) {
        return MessageDigest.isEqual(header.hash(), sha256);
    }

    /** Overwrites what was unpacked. */
    @Override
    public void close() throws IOException {
        content.close();
    }
}
