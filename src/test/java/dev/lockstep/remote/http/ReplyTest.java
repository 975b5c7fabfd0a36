package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    private static Reply reply(String content, String... headers) {
        Map<String, List<String>> named = new TreeMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], List.of(headers[i + 1]));
        }
        return new Reply(200, HttpHeaders.of(named, (name, text) -> true), content.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Duration> pause(String... headers) {
        return reply("", headers).retryAfter(NOW).map(until -> Duration.between(NOW, until));
    }

    private static Optional<Duration> seconds(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    @Test
    void theVendorNamesItsPauseInSecondsOrAsADate() {
        assertEquals(seconds(0), pause("Retry-After", "0"));
        assertEquals(seconds(120), pause("retry-after", " 120 "));
        assertEquals(seconds(90), pause("Retry-After", "Sat, 21 Nov 2026 20:01:30 GMT"));
        assertEquals(seconds(-60), pause("Retry-After", "Sat, 21 Nov 2026 19:59:00 GMT"));
    }

    @Test
    void anAbsurdPauseIsBoundedAndNonsenseIsNone() {
        assertEquals(seconds(1_000_000), pause("Retry-After", "315360000"));
        assertEquals(seconds(1_000_000), pause("Retry-After", "9".repeat(5000)));
        for (String nonsense : List.of("", "-1", "1.5", "soon", "1e3", "٣", "Mon, 21 Nov 2026 20:01:30 GMT")) {
            assertEquals(Optional.empty(), pause("Retry-After", nonsense), nonsense);
        }
    }

    @Test
    void withoutItTheEndOfTheLimitCounts() {
        String reset = Long.toString(NOW.getEpochSecond() + 600);
        assertEquals(seconds(600), pause("X-RateLimit-Reset", reset));
        assertEquals(seconds(600), pause("X-RateLimit-Reset", reset, "X-RateLimit-Remaining", "0"));
        assertEquals(Optional.empty(), pause("X-RateLimit-Reset", reset, "X-RateLimit-Remaining", "5"));
        assertEquals(seconds(5), pause("X-RateLimit-Reset", reset, "Retry-After", "5"));
        assertEquals(Optional.empty(), pause("X-RateLimit-Reset", "9".repeat(18)));
        assertEquals(Optional.empty(), pause());
    }

    @Test
    void datesDoNotDependOnTheLocale() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertEquals(seconds(90), pause("Retry-After", "Sat, 21 Nov 2026 20:01:30 GMT"));
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/problem+json",
                "application/merge-patch+json",
                "text/json"
            })
    void jsonIsReadFromItsContentTypes(String type) throws Exception {
        assertTrue(reply("{}", "Content-Type", type).json().atObject());
        assertTrue(reply("{}").json().atObject());
    }

    @Test
    void anEmptyAnswerIsNoJson() {
        RemoteException e = assertThrows(RemoteException.class, () -> reply("").json());
        assertEquals(new Trouble.ProtocolError(Trouble.Breach.NOT_JSON), e.trouble());
        assertTrue(reply("").isEmpty());
    }

    @Test
    void numbersOfHeadersAreReadOrAbsent() {
        assertEquals(OptionalLong.of(999), reply("", "X-Left", "999").number("x-left"));
        assertEquals(OptionalLong.empty(), reply("", "X-Left", "-1").number("x-left"));
        assertEquals(OptionalLong.empty(), reply("", "X-Left", "9".repeat(30)).number("x-left"));
        assertEquals(OptionalLong.empty(), reply("").number("x-left"));
    }

    @Test
    void closingOverwritesTheContentAndNothingOfItIsShown() {
        byte[] content = "canary".getBytes(StandardCharsets.UTF_8);
        Reply reply = new Reply(404, HttpHeaders.of(Map.of(), (name, text) -> true), content);
        assertEquals("[404]", reply.toString());
        reply.afterDoubt().close();
        assertArrayEquals(new byte[6], content);
    }
}
