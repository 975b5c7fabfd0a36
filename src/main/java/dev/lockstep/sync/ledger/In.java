package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Reads within bounds. Everything throws an unchecked exception at what {@link Out} would not have written. */
final class In {
    private final ByteBuffer bytes;

    In(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int octet() {
        return Byte.toUnsignedInt(bytes.get());
    }

    boolean flag() {
        int octet = octet();
        require(octet <= 1);
        return octet == 1;
    }

    int number() {
        return bytes.getInt();
    }

    long longNumber() {
        return bytes.getLong();
    }

    RowId id() {
        return RowId.of(raw(RowId.SIZE));
    }

    Instant time() {
        long seconds = bytes.getLong();
        int nanos = bytes.getInt();
        require(nanos >= 0 && nanos < 1_000_000_000);
        return Instant.ofEpochSecond(seconds, nanos);
    }

    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw(Short.toUnsignedInt(bytes.getShort()))))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    byte[] raw(int length) {
        if (length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    <T> Optional<T> optional(Supplier<T> reader) {
        return flag() ? Optional.of(reader.get()) : Optional.empty();
    }

    OptionalLong optionalNumber() {
        return flag() ? OptionalLong.of(bytes.getLong()) : OptionalLong.empty();
    }

    void requireEnd() {
        require(!bytes.hasRemaining());
    }

    static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
