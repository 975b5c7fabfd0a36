package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** An answer, complete and of bounded size; closing it overwrites its bytes. */
public final class Reply implements AutoCloseable {
    private static final long YEAR = 31_536_000;

    private final int status;
    private final HttpHeaders headers;
    private final byte[] content;

    /** Takes over the array. */
    Reply(int status, HttpHeaders headers, byte[] content) {
        this.status = status;
        this.headers = headers;
        this.content = content;
    }

    public int status() {
        return status;
    }

    /** Whether the status is one of 200 to 299. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public boolean isEmpty() {
        return content.length == 0;
    }

    /**
     * The content as JSON.
     *
     * @throws RemoteException {@code ProtocolError} if the header says that it is something else
     */
    public Json json() throws RemoteException {
        String type = headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (content.length == 0 || !type.isEmpty() && !type.contains("json")) {
            throw new RemoteException(new Trouble.ProtocolError(Trouble.Breach.NOT_JSON));
        }
        return Json.of(content);
    }

    /** A header that is a whole number, as those about limits. */
    public OptionalLong number(String header) {
        return headers.firstValue(header)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /**
     * When to ask again: {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3), else {@code X-RateLimit-Reset} where nothing remains.
     * That header has no standard: less than a year is a delay in seconds, more are seconds since 1970.
     */
    Optional<Instant> retryAfter(Instant now) {
        OptionalLong seconds = number("retry-after");
        if (seconds.isPresent()) {
            return Optional.of(now.plusSeconds(Math.min(seconds.getAsLong(), 1_000_000)));
        }
        Optional<Instant> date = headers.firstValue("retry-after").flatMap(Reply::date);
        if (date.isPresent()) {
            return date;
        }
        OptionalLong reset = number("x-ratelimit-reset");
        boolean spent = number("x-ratelimit-remaining").orElse(0) == 0;
        if (reset.isEmpty() || !spent || reset.getAsLong() >= 1L << 40) {
            return Optional.empty();
        }
        long told = reset.getAsLong();
        return Optional.of(told < YEAR ? now.plusSeconds(told) : Instant.ofEpochSecond(told));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return "[" + status + "]";
    }
}
