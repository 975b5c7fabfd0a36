package dev.lockstep.sync.rotation;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Fingerprint;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a rotation, big-endian. Of every rotation there is exactly one form, and nothing else is taken.
 *
 * <pre>
 * layout u8 = 1 | begun u64 | finished u64, 0 for not yet
 * number of secrets u32, for each:     secret 16 | number of the value that it had u64 | fingerprint of that value 32
 * number of acceptances u32, for each: secret 16 | remote 16 | number of the value here u64
 * </pre>
 *
 * Times are milliseconds since 1970. The fingerprint is made as one of a value at a remote, where the secret's id stands for that of the remote, and
 * the name there is empty.
 */
public final class RotationCodec {
    private static final byte LAYOUT = 1;
    private static final int FIXED = 1 + 8 + 8 + 4 + 4;
    private static final int CHOSEN = RowId.SIZE + 8 + Fingerprint.SIZE;
    private static final int ACCEPTED = RowId.SIZE + RowId.SIZE + 8;

    private RotationCodec() {}

    static byte[] encode(Rotation rotation) {
        int size =
                FIXED + rotation.chosen().size() * CHOSEN + rotation.accepted().size() * ACCEPTED;
        ByteBuffer out = ByteBuffer.allocate(size)
                .put(LAYOUT)
                .putLong(rotation.begun().toEpochMilli())
                .putLong(rotation.finished().map(Instant::toEpochMilli).orElse(0L))
                .putInt(rotation.chosen().size());
        rotation.chosen()
                .forEach(one -> out.put(one.secret().row().bytes())
                        .putLong(one.replaced())
                        .put(one.former().bytes()));
        out.putInt(rotation.accepted().size());
        rotation.accepted()
                .forEach(one -> out.put(one.secret().row().bytes())
                        .put(one.remote().row().bytes())
                        .putLong(one.version()));
        return out.array();
    }

    /** Whether these are the bytes of a layout that a later version of this program writes; they are kept as they are. */
    static boolean isLater(byte[] bytes) {
        return bytes.length > 0 && Byte.toUnsignedInt(bytes[0]) > LAYOUT;
    }

    /**
     * Reads a rotation.
     *
     * @throws VaultException {@code PartDamaged} if the bytes are none
     */
    public static Rotation decode(RowId id, byte[] bytes) throws VaultException {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            require(in.get() == LAYOUT);
            Instant begun = Instant.ofEpochMilli(in.getLong());
            long finished = in.getLong();
            List<Rotation.Chosen> chosen = new ArrayList<>();
            for (int left = number(in, Rotation.MAX_SECRETS); left > 0; left--) {
                SecretId secret = new SecretId(id(in));
                chosen.add(new Rotation.Chosen(secret, in.getLong(), Fingerprint.of(raw(in, Fingerprint.SIZE))));
            }
            List<Rotation.Acceptance> accepted = new ArrayList<>();
            for (int left = number(in, Rotation.MAX_ACCEPTED); left > 0; left--) {
                accepted.add(new Rotation.Acceptance(new SecretId(id(in)), new RemoteId(id(in)), in.getLong()));
            }
            require(!in.hasRemaining());
            Optional<Instant> end = finished == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finished));
            return new Rotation(id, begun, end, chosen, accepted);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new VaultException(new Failure.PartDamaged(Failure.Part.SYNC), e);
        }
    }

    private static int number(ByteBuffer in, int most) {
        int number = in.getInt();
        require(number >= 0 && number <= most);
        return number;
    }

    private static RowId id(ByteBuffer in) {
        return RowId.of(raw(in, RowId.SIZE));
    }

    private static byte[] raw(ByteBuffer in, int size) {
        byte[] raw = new byte[size];
        in.get(raw);
        return raw;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
