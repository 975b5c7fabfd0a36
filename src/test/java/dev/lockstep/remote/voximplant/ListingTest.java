package dev.lockstep.remote.voximplant;

import static dev.lockstep.remote.voximplant.Practice.trouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.VoximplantQuirk;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of several pages, and pages that do not belong together. */
class ListingTest {
    private static final Trouble UNEXPECTED = new Trouble.ProtocolError(Breach.UNEXPECTED);

    @ParameterizedTest
    @EnumSource(names = {"PAGES_OF_TWENTY", "LARGE_COUNT_IS_REFUSED", "NO_TOTAL", "MORE_FIELDS"})
    void everySecretIsSeenOnceHoweverLargeThePagesAre(VoximplantQuirk quirk) throws Exception {
        for (int size : List.of(1, 20, 21, 100, 101, 205)) {
            try (Practice here = Practice.with(quirk)) {
                here.simulator.witnessedBy((asked, answered) -> {});
                List<String> names =
                        IntStream.range(0, size).mapToObj(i -> "name_" + i).toList();
                for (String name : names) {
                    here.create(name, "v");
                }
                assertEquals(names, here.names());
            }
        }
    }

    @Test
    void aListThatRepeatsItsFirstPageIsNone() throws Exception {
        try (Dialogue there = Dialogue.answering(page(1, 100, 500))) {
            assertEquals(UNEXPECTED, trouble(() -> there.vault.list(seen -> {})));
            assertEquals(2, there.asked().size());
        }
    }

    @Test
    void aListOfOneSecretThatNeverEndsIsNone() throws Exception {
        try (Dialogue there = Dialogue.answering(page(1, 1, 500))) {
            assertEquals(UNEXPECTED, trouble(() -> there.vault.list(seen -> {})));
        }
    }

    @Test
    void aListWithoutAnEndEnds() throws Exception {
        long[] seen = {0};
        try (Dialogue there = Dialogue.answering(asked -> {
            long first = offset(asked) + 1;
            return Answered.json(200, page(first, first + 1, Long.MAX_VALUE));
        })) {
            assertEquals(UNEXPECTED, trouble(() -> there.vault.list(secret -> seen[0]++)));
            assertTrue(seen[0] < 10_000, "seen " + seen[0]);
        }
    }

    @Test
    void aListThatIsShorterThanToldIsNotComplete() throws Exception {
        try (Dialogue there = Dialogue.answering("{\"result\":[],\"count\":0,\"total_count\":3}")) {
            assertEquals(UNEXPECTED, trouble(() -> there.vault.list(seen -> {})));
        }
    }

    @Test
    void aListThatMovesMeanwhileIsNotComplete() throws Exception {
        try (Dialogue there = Dialogue.answering(asked -> {
            long moved = offset(asked) == 0 ? 0 : 1;
            long first = offset(asked) + 1 + moved;
            return Answered.json(200, page(first, first + 99, 500));
        })) {
            List<RemoteSecret> before = new ArrayList<>();
            assertEquals(UNEXPECTED, trouble(() -> there.vault.list(before::add)));
            assertEquals(100, before.size());
        }
    }

    @Test
    void aSecretWithoutNameOrIdMakesThePageUnexpected() throws Exception {
        for (String secret : List.of(
                "{}",
                "{\"secret_id\":1}",
                "{\"secret_name\":\"a\"}",
                "{\"secret_id\":-1,\"secret_name\":\"a\"}",
                "1")) {
            try (Dialogue there = Dialogue.answering("{\"result\":[" + secret + "]}")) {
                assertEquals(UNEXPECTED, trouble(() -> there.vault.list(seen -> {})), secret);
            }
        }
    }

    @Test
    void timesThatAreNoneAreLeftOut() throws Exception {
        try (Dialogue there = Dialogue.answering("{\"result\":[{\"secret_id\":1,\"secret_name\":\"a\",\"created\":"
                + "\"2025-02-30 00:00:00\",\"modified\":\"yesterday\"}],\"total_count\":1}")) {
            there.vault.list(seen -> assertEquals(RemoteSecret.Traces.NONE, seen.traces()));
        }
    }

    private static long offset(Asked asked) {
        return Long.parseLong(asked.form().get("offset"));
    }

    private static String page(long first, long last, long total) {
        String secrets = LongStream.rangeClosed(first, last)
                .mapToObj(id -> "{\"secret_id\":" + id + ",\"secret_name\":\"n" + id + "\"}")
                .collect(Collectors.joining(","));
        return "{\"result\":[" + secrets + "],\"count\":" + (last - first + 1) + ",\"total_count\":" + total + "}";
    }
}
