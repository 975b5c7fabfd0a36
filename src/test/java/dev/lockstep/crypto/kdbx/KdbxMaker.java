package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.argon2.Argon2;
import dev.lockstep.model.KdfParameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Writes files of KDBX 4 with AES, as no program would: with any key derivation in the header, and any content. Values are not masked. */
public final class KdbxMaker {
    /** What opens them. */
    public static final String PASSWORD = "peers";

    public static final String AES_KDF = "c9d9f39a628a4460bf740d08c18a4fea";
    public static final String ARGON2D = "ef636ddf8c29444b91f7a9a403e30a0c";
    public static final String ARGON2ID = "9e298b1956db4773b23dfc3ec6f0a1e6";

    private static final String AES = "31c1f2e6bf714350be5805216afc5aff";
    private static final byte[] SEED = new byte[32];
    private static final byte[] IV = new byte[16];

    private final Bytes derivation = new Bytes();
    private String cipher = AES;
    private Derivation transform = composite -> new byte[32];
    private int compression = 1;
    private byte[] inner = new Bytes().field(0, new byte[0]).toByteArray();

    /** From the digest of what opens a file to its key. */
    private interface Derivation {
        byte[] apply(byte[] composite) throws GeneralSecurityException;
    }

    /** Little-endian bytes, one after another. */
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes u8(int number) {
            write(number);
            return this;
        }

        Bytes u32(long number) {
            writeBytes(little(4).putInt((int) number).array());
            return this;
        }

        Bytes u64(long number) {
            writeBytes(little(8).putLong(number).array());
            return this;
        }

        Bytes put(byte[] bytes) {
            writeBytes(bytes);
            return this;
        }

        Bytes field(int id, byte[] data) {
            return u8(id).u32(data.length).put(data);
        }

        private static ByteBuffer little(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private KdbxMaker(String kind) {
        derivation.write(0);
        derivation.write(1);
        bytes("$UUID", HexFormat.of().parseHex(kind));
        bytes("S", SEED);
    }

    /** With AES-KDF. The body opens if there are 2 rounds. */
    public static KdbxMaker aes(long rounds) {
        KdbxMaker maker = new KdbxMaker(AES_KDF).number("R", rounds);
        if (rounds == 2) {
            maker.transform = KdbxMaker::twice;
        }
        return maker;
    }

    /** With Argon2id of some cost, as programs do; the body opens. */
    public static KdbxMaker argon2id(KdfParameters cost) {
        KdbxMaker maker = new KdbxMaker(ARGON2ID)
                .number("M", (long) cost.memoryKib() << 10)
                .number("I", cost.iterations())
                .lanes(cost.parallelism(), Argon2.VERSION_13);
        maker.transform = composite -> argon2id(composite, cost);
        return maker.inner(new Bytes()
                .field(1, new byte[] {3, 0, 0, 0})
                .field(2, new byte[64])
                .field(0, new byte[0])
                .toByteArray());
    }

    private static byte[] argon2id(byte[] composite, KdfParameters cost) {
        try {
            return new Argon2Transform(Argon2.id(cost, SEED)).apply(composite);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With Argon2d, which nobody derives here: the file has a right header, and no body that opens. */
    public static KdbxMaker argon2(long memory, long passes, long lanes) {
        return argon2(memory, passes, lanes, 0x13);
    }

    /** Likewise, of some version. */
    public static KdbxMaker argon2(long memory, long passes, long lanes, long version) {
        return new KdbxMaker(ARGON2D)
                .number("M", memory)
                .number("I", passes)
                .number("P", lanes)
                .number("V", version);
    }

    /** With a key derivation of any kind, without parameters. */
    public static KdbxMaker kind(String kind) {
        return new KdbxMaker(kind);
    }

    /** With another cipher in the header. */
    public KdbxMaker cipher(String id) {
        cipher = id;
        return this;
    }

    /** With another number for the compression; the content is packed only if it is 1. */
    public KdbxMaker compression(int number) {
        compression = number;
        return this;
    }

    /** With fields in front of the document, each {@code id | size | data} as a reader expects it or not. */
    public KdbxMaker inner(byte[] fields) {
        inner = fields;
        return this;
    }

    /** One such field, or a field of the header. */
    public static byte[] field(int id, byte[] data) {
        return new Bytes().field(id, data).toByteArray();
    }

    /** Adds bytes to the parameters of the key derivation. */
    public KdbxMaker bytes(String name, byte[] value) {
        derivation.u8(0x42);
        text(name);
        derivation.u32(value.length).put(value);
        return this;
    }

    private KdbxMaker number(String name, long value) {
        derivation.u8(5);
        text(name);
        derivation.u32(Long.BYTES).u64(value);
        return this;
    }

    /** Both have 32 bits in files that programs write. */
    private KdbxMaker lanes(long lanes, long version) {
        derivation.u8(4);
        text("P");
        derivation.u32(Integer.BYTES).u32(lanes).u8(4);
        text("V");
        derivation.u32(Integer.BYTES).u32(version);
        return this;
    }

    private void text(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        derivation.u32(bytes.length).put(bytes);
    }

    /** A file with a document. */
    public byte[] write(String document) {
        return write(out -> out.write(document.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a document. */
    public interface Document {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A file with a document that may be longer than memory. */
    public byte[] write(Document document) {
        try {
            byte[] header = header();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream content = compression == 1 ? new GZIPOutputStream(packed) : packed) {
                content.write(inner);
                document.writeTo(content);
            }
            byte[] composite = digest("SHA-256", digest("SHA-256", PASSWORD.getBytes(StandardCharsets.UTF_8)));
            byte[] transformed = transform.apply(composite);
            byte[] authentication = digest("SHA-512", SEED, transformed, new byte[] {1});
            Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
            SecretKeySpec key = new SecretKeySpec(digest("SHA-256", SEED, transformed), "AES");
            aes.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(IV));
            byte[] body = aes.doFinal(packed.toByteArray());
            Bytes file = new Bytes().put(header).put(digest("SHA-256", header));
            file.put(hmac(authentication, -1, header));
            block(file, authentication, 0, body);
            block(file, authentication, 1, new byte[0]);
            return file.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] header() {
        return new Bytes()
                .u32(0x9AA2D903L)
                .u32(0xB54BFB67L)
                .u32(4 << 16)
                .field(2, HexFormat.of().parseHex(cipher))
                .field(3, new byte[] {(byte) compression, 0, 0, 0})
                .field(4, SEED)
                .field(7, IV)
                .field(11, new Bytes().put(derivation.toByteArray()).u8(0).toByteArray())
                .field(0, new byte[0])
                .toByteArray();
    }

    private static byte[] twice(byte[] composite) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(SEED, "AES"));
        return digest("SHA-256", aes.doFinal(aes.doFinal(composite)));
    }

    private static void block(Bytes file, byte[] authentication, long number, byte[] data)
            throws GeneralSecurityException {
        byte[] head = new Bytes().u64(number).u32(data.length).toByteArray();
        file.put(hmac(authentication, number, head, data)).u32(data.length).put(data);
    }

    private static byte[] hmac(byte[] authentication, long number, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = digest("SHA-512", new Bytes().u64(number).toByteArray(), authentication);
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static byte[] digest(String algorithm, byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
