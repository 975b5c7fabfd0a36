package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final Pace PACE = Pace.usual(Clock.systemUTC());

    private static List<Long> pauses(double chance) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(tries -> PACE.pauseAfter(tries, chance).toMillis())
                .toList();
    }

    @Test
    void pausesDoubleAndDifferByAQuarter() {
        assertEquals(List.of(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L), pauses(0.5));
        assertEquals(List.of(375L, 750L, 1500L, 3000L, 6000L, 12_000L, 24_000L, 30_000L), pauses(0));
    }

    @Test
    void noPauseIsLongerThanTheLongestWhateverChanceHasIt() {
        assertEquals(List.of(625L, 1250L, 2500L, 5000L, 10_000L, 20_000L, 30_000L, 30_000L), pauses(1));
    }

    @Test
    void aPauseThatAVendorNamesIsNeverShortened() {
        assertEquals(Duration.ofSeconds(7), PACE.pauseNamed(Duration.ofSeconds(7), 0));
        assertEquals(Duration.ofMillis(7500), PACE.pauseNamed(Duration.ofSeconds(7), 1));
        assertEquals(Duration.ofSeconds(30), PACE.pauseNamed(Duration.ofSeconds(30), 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1100, Integer.MAX_VALUE})
    void noNumberOfTriesIsTooLarge(int tries) {
        assertEquals(Duration.ofSeconds(30), PACE.pauseAfter(tries, 0));
    }
}
