package dev.lockstep.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgoTest {
    private static final Instant NOW = Instant.parse("2026-05-02T12:05:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT-1H, just now",
        "PT0S, just now",
        "PT59.999S, just now",
        "PT1M, 1 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT23H59M, 23 h",
        "P1D, 1 d",
        "P29D, 29 d",
        "P30D, 1 mo",
        "P364D, 12 mo",
        "P365D, 1 y",
        "P1000D, 2 y"
    })
    void anAgeIsToldInItsLargestUnit(Duration age, String words) {
        assertEquals(words, Ago.of(NOW.minus(age), NOW));
    }

    @Test
    void theExactTimeIsThatOfThePlace() {
        assertEquals("2 May 2026, 14:05", Ago.exact(NOW, ZoneId.of("Europe/Berlin")));
        assertEquals("2 May 2026, 17:50", Ago.exact(NOW, ZoneId.of("Asia/Kathmandu")));
        assertEquals("1 May 2026, 23:05", Ago.exact(NOW.minus(Duration.ofHours(13)), ZoneId.of("UTC")));
    }

    @Test
    void theLanguageOfTheComputerDoesNotChangeTheWords() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals("12 mo", Ago.of(NOW.minus(Duration.ofDays(364)), NOW));
                assertEquals("2 May 2026, 12:05", Ago.exact(NOW, ZoneId.of("UTC")));
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
