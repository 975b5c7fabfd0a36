package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands in front of the body, read within bounds before anything is derived or decrypted.
 *
 * @param hash SHA-256 of all of it
 * @param mask only in KDBX 3; in 4 it stands inside
 * @param start what the body begins with in KDBX 3; empty in 4
 */
record OuterHeader(
        int version,
        MemorySegment whole,
        byte[] hash,
        BulkCipher cipher,
        boolean zipped,
        byte[] seed,
        byte[] iv,
        KeyTransform transform,
        MaskKind mask,
        byte[] start) {
    /**
     * How the values are masked.
     *
     * @param kind 0 in KDBX 4
     */
    record MaskKind(long kind, byte[] key) {}

    private static final long SIGNATURE = 0x9AA2D903L;
    private static final long KDBX = 0xB54BFB67L;
    private static final long KDBX_BEFORE_RELEASE = 0xB54BFB66L;
    private static final long KDB = 0xB54BFB65L;

    private static final int MAX_FIELDS = 64;
    private static final int MAX_FIELD = 4096;
    private static final int SEED = 32;

    private static final int CIPHER = 2;
    private static final int COMPRESSION = 3;
    private static final int MASTER_SEED = 4;
    private static final int TRANSFORM_SEED = 5;
    private static final int TRANSFORM_ROUNDS = 6;
    private static final int IV = 7;
    private static final int MASK_KEY = 8;
    private static final int START = 9;
    private static final int MASK = 10;
    private static final int DERIVATION = 11;
    /** What plug-ins leave there, and comments, may be large and are passed over. */
    private static final int PLUG_INS = 12;

    private static final int COMMENT = 1;

    /** Reads it; the input stands at the body afterwards, in KDBX 4 behind the plain hash of the header. */
    static OuterHeader read(Input in) throws KdbxException {
        int version = version(in);
        Map<Integer, byte[]> fields = fields(in, version);
        MemorySegment whole = in.before();
        byte[] hash = Digests.sha256(whole.toArray(ValueLayout.JAVA_BYTE));
        if (version == 4 && !Arrays.equals(hash, in.array(hash.length))) {
            throw new KdbxException(Reason.DAMAGED);
        }
        return of(version, whole, hash, fields);
    }

    private static int version(Input in) throws KdbxException {
        if (in.left() < 12 || in.u32() != SIGNATURE) {
            throw new KdbxException(Reason.NOT_KDBX);
        }
        long kind = in.u32();
        if (kind == KDB || kind == KDBX_BEFORE_RELEASE) {
            throw new KdbxException(Reason.UNSUPPORTED);
        }
        if (kind != KDBX) {
            throw new KdbxException(Reason.NOT_KDBX);
        }
        in.u16();
        int major = in.u16();
        if (major != 3 && major != 4) {
            throw new KdbxException(Reason.UNSUPPORTED);
        }
        return major;
    }

    private static Map<Integer, byte[]> fields(Input in, int version) throws KdbxException {
        Map<Integer, byte[]> fields = new HashMap<>();
        for (int count = 0; count < MAX_FIELDS; count++) {
            int id = in.u8();
            MemorySegment data = in.take(version == 3 ? in.u16() : in.u32());
            if (id == 0) {
                return fields;
            }
            if (id != PLUG_INS && id != COMMENT) {
                if (data.byteSize() > MAX_FIELD) {
                    throw new KdbxException(Reason.DAMAGED);
                }
                fields.put(id, data.toArray(ValueLayout.JAVA_BYTE));
            }
        }
        throw new KdbxException(Reason.DAMAGED);
    }

    private static OuterHeader of(int version, MemorySegment whole, byte[] hash, Map<Integer, byte[]> fields)
            throws KdbxException {
        BulkCipher cipher = BulkCipher.of(field(fields, CIPHER, 16));
        long compression = number(fields, COMPRESSION);
        if (compression > 1) {
            throw new KdbxException(Reason.UNSUPPORTED);
        }
        return new OuterHeader(
                version,
                whole,
                hash,
                cipher,
                compression == 1,
                field(fields, MASTER_SEED, SEED),
                field(fields, IV, cipher.ivSize()),
                transform(version, fields),
                version == 3 ? new MaskKind(number(fields, MASK), any(fields, MASK_KEY)) : new MaskKind(0, new byte[0]),
                version == 3 ? field(fields, START, SEED) : new byte[0]);
    }

    private static KeyTransform transform(int version, Map<Integer, byte[]> fields) throws KdbxException {
        if (version == 4) {
            return KeyTransform.of(Variants.read(any(fields, DERIVATION)));
        }
        byte[] rounds = field(fields, TRANSFORM_ROUNDS, Long.BYTES);
        return AesTransform.of(field(fields, TRANSFORM_SEED, SEED), new Input(MemorySegment.ofArray(rounds)).u64());
    }

    private static byte[] any(Map<Integer, byte[]> fields, int id) throws KdbxException {
        byte[] found = fields.get(id);
        if (found == null) {
            throw new KdbxException(Reason.DAMAGED);
        }
        return found;
    }

    private static byte[] field(Map<Integer, byte[]> fields, int id, int size) throws KdbxException {
        byte[] found = any(fields, id);
        if (found.length != size) {
            throw new KdbxException(Reason.DAMAGED);
        }
        return found;
    }

    private static long number(Map<Integer, byte[]> fields, int id) throws KdbxException {
        return new Input(MemorySegment.ofArray(field(fields, id, Integer.BYTES))).u32();
    }
}
