package dev.lockstep.crypto;

import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The plain but authenticated head of a key slot, 68 bytes, big-endian: {@code "LKST" | format u8 | suite u8 | slot type u8 | flags u8 |
 * vault id 16 | memory KiB u32 | passes u32 | lanes u32 | salt 32}. A recovery slot has zeros in place of the cost.
 */
record SlotHeader(int type, RowId vault, KdfParameters cost, byte[] salt) {
    static final int SIZE = 68;
    static final byte FORMAT = 1;
    static final int PASSWORD = 1;
    static final int RECOVERY = 3;

    private static final int MAGIC = 0x4C4B5354;
    private static final byte SUITE = 1;
    private static final byte NO_FLAGS = 0;
    private static final int SALT_SIZE = 32;

    static SlotHeader create(int type, RowId vault, KdfParameters cost, SecureRandom random) {
        byte[] salt = new byte[SALT_SIZE];
        random.nextBytes(salt);
        return new SlotHeader(type, vault, cost, salt);
    }

    byte[] encode() {
        return ByteBuffer.allocate(SIZE)
                .putInt(MAGIC)
                .put(FORMAT)
                .put(SUITE)
                .put((byte) type)
                .put(NO_FLAGS)
                .put(vault.bytes())
                .putInt(cost.memoryKib())
                .putInt(cost.iterations())
                .putInt(cost.parallelism())
                .put(salt)
                .array();
    }

    /** Reads the start of a slot; what it says is trustworthy only once the slot was opened. */
    static SlotHeader decode(byte[] slot) throws VaultException {
        ByteBuffer in = ByteBuffer.wrap(slot);
        if (slot.length != KeySlot.SIZE || in.getInt() != MAGIC) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT));
        }
        int format = in.get();
        if (format > FORMAT) {
            throw new VaultException(new Failure.NewerFormat(format, FORMAT));
        }
        if (format != FORMAT || in.get() != SUITE) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT));
        }
        int type = in.get();
        if (in.get() != NO_FLAGS) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT));
        }
        byte[] vault = new byte[RowId.SIZE];
        in.get(vault);
        KdfParameters cost = new KdfParameters(in.getInt(), in.getInt(), in.getInt());
        if (type == PASSWORD && !cost.acceptable()) {
            throw new VaultException(new Failure.KdfRefused(cost));
        }
        return new SlotHeader(type, RowId.of(vault), cost, Arrays.copyOfRange(slot, SIZE - SALT_SIZE, SIZE));
    }
}
