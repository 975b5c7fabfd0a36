package dev.lockstep.crypto;

import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * The plain but authenticated head of a key slot, 68 bytes, big-endian: {@code "LKST" | format u8 | suite u8 | slot type u8 | flags u8 |
 * vault id 16 | memory KiB u32 | passes u32 | lanes u32 | salt 32}. A slot without a password has zeros in place of the cost.
 *
 * @param vault the vault that the slot belongs to
 * @param cost of the key derivation
 */
public record SlotHeader(SlotType type, RowId vault, KdfParameters cost, byte[] salt) {
    static final int SIZE = 68;
    static final byte FORMAT = 1;
    static final KdfParameters NO_COST = new KdfParameters(0, 0, 0);

    private static final int MAGIC = 0x4C4B5354;
    private static final byte SUITE = 1;
    private static final int TYPE_AT = 6;
    private static final byte NO_FLAGS = 0;
    private static final int SALT_SIZE = 32;

    static SlotHeader create(SlotType type, RowId vault, KdfParameters cost, SecureRandom random) {
        byte[] salt = new byte[SALT_SIZE];
        random.nextBytes(salt);
        return new SlotHeader(type, vault, cost, salt);
    }

    byte[] encode() {
        return ByteBuffer.allocate(SIZE)
                .putInt(MAGIC)
                .put(FORMAT)
                .put(SUITE)
                .put((byte) type.number())
                .put(NO_FLAGS)
                .put(vault.bytes())
                .putInt(cost.memoryKib())
                .putInt(cost.iterations())
                .putInt(cost.parallelism())
                .put(salt)
                .array();
    }

    /**
     * Reads the start of a slot; what it says is trustworthy only once the slot was opened.
     *
     * @throws VaultException {@code PartDamaged}, {@code NewerFormat}, or {@code KdfRefused} for a cost that no file may ask for
     */
    public static SlotHeader decode(byte[] slot) throws VaultException {
        ByteBuffer in = ByteBuffer.wrap(slot);
        if (slot.length != KeySlot.SIZE || in.getInt() != MAGIC) {
            throw damaged();
        }
        int format = in.get();
        if (format > FORMAT) {
            throw new VaultException(new Failure.NewerFormat(format, FORMAT));
        }
        if (format != FORMAT || in.get() != SUITE) {
            throw damaged();
        }
        SlotType type = SlotType.of(in.get()).orElseThrow(SlotHeader::damaged);
        if (in.get() != NO_FLAGS) {
            throw damaged();
        }
        byte[] vault = new byte[RowId.SIZE];
        in.get(vault);
        KdfParameters cost = new KdfParameters(in.getInt(), in.getInt(), in.getInt());
        if (type.byPassword() && !cost.acceptable()) {
            throw new VaultException(new Failure.KdfRefused(cost));
        }
        if (!type.byPassword() && !cost.equals(NO_COST)) {
            throw damaged();
        }
        return new SlotHeader(type, RowId.of(vault), cost, Arrays.copyOfRange(slot, SIZE - SALT_SIZE, SIZE));
    }

    /** The type that a slot, be it damaged, plainly says to have. */
    static Optional<SlotType> claimed(byte[] slot) {
        return slot.length == KeySlot.SIZE ? SlotType.of(slot[TYPE_AT]) : Optional.empty();
    }

    private static VaultException damaged() {
        return new VaultException(new Failure.PartDamaged(Failure.Part.KEY_SLOT));
    }
}
