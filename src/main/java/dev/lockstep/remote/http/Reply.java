package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
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
    private static final long FARTHEST = 1_000_000;
    private static final long YEAR = 31_536_000;

    private final int status;
    private final HttpHeaders headers;
    private final byte[] content;
    private final boolean doubtful;

    /** Takes over the array. */
    Reply(int status, HttpHeaders headers, byte[] content) {
        this(status, headers, content, false);
    }

    private Reply(int status, HttpHeaders headers, byte[] content, boolean doubtful) {
        this.status = status;
        this.headers = headers;
        this.content = content;
        this.doubtful = doubtful;
    }

    /** This as the answer to a repetition; it has the same bytes. */
    Reply afterDoubt() {
        return new Reply(status, headers, content, true);
    }

    /** Whether an earlier try of the same call got no answer and may have had its effect, so that this one may have found nothing to take away. */
    public boolean isAfterDoubt() {
        return doubtful;
    }

    /**
     * Judges this as an answer to a deletion that is no success: what a repetition does not find was deleted by an earlier try.
     *
     * @param failure what it says for itself
     * @throws RemoteException the failure; {@code OutcomeUnknown} if an earlier try may have deleted it and this one does not say that it is gone
     */
    public void requireGone(RemoteException failure) throws RemoteException {
        if (!doubtful) {
            throw failure;
        }
        if (!(failure.trouble() instanceof Trouble.NotFound)) {
            throw new RemoteException(new Trouble.OutcomeUnknown());
        }
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
        if (content.length == 0
                || !headers.firstValue("content-type").map(Reply::isJson).orElse(true)) {
            throw new RemoteException(new Trouble.ProtocolError(Trouble.Breach.NOT_JSON));
        }
        return Json.of(content);
    }

    /** The first bytes of an answer in plain text, not yet fit to be shown; empty for other types. */
    public String plainText() {
        String type = headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        int most = Math.min(content.length, 4 * VendorText.MOST);
        return type.startsWith("text/plain") ? new String(content, 0, most, StandardCharsets.UTF_8) : "";
    }

    /** RFC 8259, 11, and the suffix of RFC 6839, 3.1. */
    private static boolean isJson(String type) {
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return essence.equals("application/json") || essence.equals("text/json") || essence.endsWith("+json");
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
        Optional<Instant> named =
                headers.firstValue("retry-after").map(String::strip).flatMap(text -> named(text, now));
        if (named.isPresent()) {
            return named;
        }
        OptionalLong reset = number("x-ratelimit-reset");
        boolean spent = number("x-ratelimit-remaining").orElse(0) == 0;
        if (reset.isEmpty() || !spent || reset.getAsLong() >= 1L << 40) {
            return Optional.empty();
        }
        long told = reset.getAsLong();
        return Optional.of(told < YEAR ? now.plusSeconds(told) : Instant.ofEpochSecond(told));
    }

    /** The server's clock when it answered: {@code Date} (RFC 9110, 6.6.1). */
    public Optional<Instant> sentAt() {
        return headers.firstValue("date").map(String::strip).flatMap(Reply::date);
    }

    private static Optional<Instant> named(String text, Instant now) {
        if (text.matches("\\d+")) {
            long seconds = text.length() > 9 ? FARTHEST : Math.min(Long.parseLong(text), FARTHEST);
            return Optional.of(now.plusSeconds(seconds));
        }
        return date(text);
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
