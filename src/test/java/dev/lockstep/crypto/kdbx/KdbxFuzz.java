package dev.lockstep.crypto.kdbx;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A KDBX file, header first: opened, or refused. The plain hash of a header of KDBX 4 is put right, since nobody guesses it; a derivation
 * that takes long is not done.
 */
public final class KdbxFuzz implements FuzzTarget {
    private static final int MOST_ROUNDS = 1000;

    @Override
    public List<byte[]> seeds() throws IOException {
        try (InputStream three = KdbxFuzz.class.getResourceAsStream("/dev/lockstep/transfer/keepass/key-raw.kdbx")) {
            return List.of(
                    three.readAllBytes(),
                    KdbxMaker.aes(2).write("<KeePassFile/>"),
                    KdbxMaker.aes(2).compression(0).write("<KeePassFile/>"),
                    KdbxMaker.argon2(1 << 20, 2, 2).write(""));
        }
    }

    @Override
    public void accept(byte[] input) throws InterruptedException {
        byte[] content = input.clone();
        repair(content);
        try {
            OuterHeader header = OuterHeader.read(new Input(MemorySegment.ofArray(content)));
            boolean quick = header.transform() instanceof AesTransform aes && aes.rounds() <= MOST_ROUNDS;
            if (quick) {
                open(content);
            }
        } catch (IOException e) {
            // refused
        }
    }

    private static void open(byte[] content) throws IOException, InterruptedException {
        byte[] piece = new byte[8192];
        try (Passphrase password = TestVaults.passphrase(KdbxMaker.PASSWORD);
                KdbxFile file =
                        KdbxFile.open(MemorySegment.ofArray(content), Optional.of(password), Optional.empty())) {
            while (file.document().read(piece) >= 0) {
                file.unmask(piece);
                file.skipMasked(1);
            }
        }
    }

    /** Writes the right hash behind a header of KDBX 4, if there is an end of it and room. */
    private static void repair(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < 12 || in.getShort(10) != 4) {
            return;
        }
        in.position(12);
        while (in.remaining() >= 5) {
            int id = in.get();
            int size = in.getInt();
            if (size < 0 || size > in.remaining()) {
                return;
            }
            in.position(in.position() + size);
            if (id == 0) {
                byte[] hash = Digests.sha256(Arrays.copyOf(content, in.position()));
                in.put(hash, 0, Math.min(hash.length, in.remaining()));
                return;
            }
        }
    }

    @Override
    public long mostMemory(int inputSize) {
        return (2 << 20) + 1100L * inputSize;
    }
}
