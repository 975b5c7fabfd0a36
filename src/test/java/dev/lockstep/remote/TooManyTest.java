package dev.lockstep.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Scripted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Too many calls" inside an answer of a good status is the same as 429. */
class TooManyTest {
    private static final Answered NOTHING_THERE =
            Answered.json(200, "{\"success\":true,\"data\":[],\"result\":[],\"count\":0,\"total_count\":0}");

    private static Answered tooMany(Vendor vendor) {
        return Answered.json(
                200,
                vendor == Vendor.HOOKPULSE
                        ? "{\"success\":false,\"error\":\"Rate limit exceeded\"}"
                        : "{\"error\":{\"code\":340,\"msg\":\"Rate limit exceeded\"}}");
    }

    @ParameterizedTest
    @EnumSource(names = {"HOOKPULSE", "VOXIMPLANT"})
    void tooManyInsideAGoodStatusIsRepeatedAndLetsFewerCallsThrough(Vendor vendor) throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (PracticeRemote practice = new PracticeRemote(vendor);
                Scripted server = new Scripted(practice.threads());
                RemoteVault vault = practice.open(server.address())) {
            server.tell(asked -> server.calls() <= 2 ? tooMany(vendor) : NOTHING_THERE);
            assertEquals(List.of(), Act.all(vault));
            assertEquals(3, server.calls());

            server.tell(asked -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
                return NOTHING_THERE;
            });
            List<Future<List<RemoteSecret>>> lists = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                lists.add(practice.threads().submit(() -> Act.all(vault)));
            }
            for (Future<List<RemoteSecret>> list : lists) {
                assertEquals(List.of(), list.get(30, TimeUnit.SECONDS));
            }
            assertEquals(1, most.get(), "four at once were let through before");
        }
    }
}
