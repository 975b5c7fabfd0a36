package dev.lockstep.transfer.keepass;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/** The day on which something expires, in UTC. */
final class Expiry {
    private static final long YEAR_ONE = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final int LATEST = 9999;

    private Expiry() {}

    /**
     * Reads a time as KDBX 3 and exports write it, {@code 2027-03-01T12:00:00Z}, or as KDBX 4 does, in seconds since the year 1: 8 bytes,
     * little-endian, in base64. Empty if it is neither, or not from 1970 to 9999.
     */
    static Optional<LocalDate> of(String text) {
        try {
            Instant time = text.indexOf('-') > 0 ? Instant.parse(text) : Instant.ofEpochSecond(seconds(text));
            LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
            return Optional.of(day)
                    .filter(known -> !known.isBefore(LocalDate.EPOCH))
                    .filter(known -> known.getYear() <= LATEST);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static long seconds(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != Long.BYTES) {
            throw new IllegalArgumentException();
        }
        return Math.addExact(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(), YEAR_ONE);
    }
}
