package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Writes what {@link In} reads. */
final class Out {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Out octet(int value) {
        bytes.write(value);
        return this;
    }

    Out number(int value) {
        return raw(ByteBuffer.allocate(4).putInt(value).array());
    }

    Out number(long value) {
        return raw(ByteBuffer.allocate(8).putLong(value).array());
    }

    Out id(RowId id) {
        return raw(id.bytes());
    }

    Out time(Instant time) {
        return number(time.getEpochSecond()).number(time.getNano());
    }

    Out text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return octet(utf8.length >>> 8).octet(utf8.length).raw(utf8);
    }

    Out raw(byte[] some) {
        bytes.writeBytes(some);
        return this;
    }

    <T> Out optional(Optional<T> value, Consumer<T> writer) {
        octet(value.isPresent() ? 1 : 0);
        value.ifPresent(writer);
        return this;
    }

    Out optional(OptionalLong value) {
        octet(value.isPresent() ? 1 : 0);
        value.ifPresent(this::number);
        return this;
    }
}
