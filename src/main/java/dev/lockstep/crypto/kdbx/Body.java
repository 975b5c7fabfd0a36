package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;

/** What stands behind the header: authenticated and decrypted where it is. */
final class Body {
    private static final int HASH = 32;
    private static final int BLOCK = 16;

    private final OuterHeader header;
    private final Input in;
    private final MemorySegment file;

    /** @param in stands at the body, behind the plain hash of the header */
    Body(OuterHeader header, Input in, MemorySegment file) {
        this.header = header;
        this.in = in.rest();
        this.file = file;
    }

    /** Looks whether it is whole as far as that can be told without a key. */
    void requireWhole() throws KdbxException {
        Input look = in.rest();
        if (header.version() == 3) {
            requireBlocks(look.left());
            return;
        }
        look.take(HASH);
        long sum = 0;
        for (long size = sizeAfterHash(look); size > 0; size = sizeAfterHash(look)) {
            look.take(size);
            sum += size;
        }
        requireBlocks(sum);
    }

    private static long sizeAfterHash(Input look) throws KdbxException {
        look.take(HASH);
        return look.u32();
    }

    private void requireBlocks(long size) throws KdbxException {
        boolean least = size >= (header.version() == 3 ? HASH : 1);
        if (!least || (header.cipher().inBlocks() && size % BLOCK != 0)) {
            throw new KdbxException(Reason.DAMAGED);
        }
    }

    /** The content, in clear but perhaps compressed, at the beginning of the file, over its header. */
    MemorySegment open(Keys keys) throws KdbxException, InterruptedException {
        try (InPlace work = new InPlace(file)) {
            return header.version() == 3 ? openThree(keys, work) : openFour(keys, work);
        }
    }

    private MemorySegment openFour(Keys keys, InPlace work) throws KdbxException, InterruptedException {
        HMac hmac = keys.hmac(Keys.HEADER);
        work.show(header.whole(), hmac::update);
        requireSame(Reason.WRONG_KEY, result(hmac), in.array(HASH));
        BulkCipher.Decryption decryption = keys.decryption(header);
        long size = -1;
        for (long number = 0; size != 0; number++) {
            byte[] expected = in.array(HASH);
            size = in.u32();
            MemorySegment data = in.take(size);
            hmac = keys.hmac(number);
            hmac.update(Digests.u64(number), 0, Long.BYTES);
            hmac.update(Digests.u32(size), 0, Integer.BYTES);
            work.show(data, hmac::update);
            requireSame(Reason.DAMAGED, result(hmac), expected);
            work.decrypt(data, decryption);
        }
        return withoutPadding(work.result());
    }

    private MemorySegment openThree(Keys keys, InPlace work) throws KdbxException, InterruptedException {
        work.decrypt(in.take(in.left()), keys.decryption(header));
        MemorySegment decrypted = work.result();
        Input blocks = new Input(decrypted);
        requireSame(Reason.WRONG_KEY, header.start(), blocks.array(HASH));
        blocks = new Input(withoutPadding(decrypted).asSlice(HASH));
        long size = -1;
        for (long number = 0; size != 0; number++) {
            boolean inOrder = blocks.u32() == number;
            byte[] expected = blocks.array(HASH);
            size = blocks.u32();
            MemorySegment data = blocks.take(size);
            SHA256Digest digest = new SHA256Digest();
            work.show(data, digest::update);
            byte[] hash = new byte[HASH];
            digest.doFinal(hash, 0);
            // the last one is empty and has zeros for its hash
            if (!inOrder || !Arrays.equals(size == 0 ? new byte[HASH] : hash, expected)) {
                throw new KdbxException(Reason.DAMAGED);
            }
            work.move(data);
        }
        return work.result();
    }

    private MemorySegment withoutPadding(MemorySegment decrypted) throws KdbxException {
        if (!header.cipher().inBlocks()) {
            return decrypted;
        }
        long size = decrypted.byteSize();
        int padding = decrypted.get(ValueLayout.JAVA_BYTE, size - 1);
        boolean right = padding >= 1 && padding <= BLOCK;
        for (int i = 1; right && i <= padding; i++) {
            right = decrypted.get(ValueLayout.JAVA_BYTE, size - i) == padding;
        }
        if (!right || size - padding < header.start().length) {
            throw new KdbxException(Reason.DAMAGED);
        }
        return decrypted.asSlice(0, size - padding);
    }

    private static byte[] result(HMac hmac) {
        byte[] result = new byte[HASH];
        hmac.doFinal(result, 0);
        return result;
    }

    private static void requireSame(Reason otherwise, byte[] one, byte[] other) throws KdbxException {
        if (!MessageDigest.isEqual(one, other)) {
            throw new KdbxException(otherwise);
        }
    }
}
