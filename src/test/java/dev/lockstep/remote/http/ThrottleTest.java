package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThrottleTest {
    private static void work(Throttle throttle, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            throttle.enter();
            throttle.worked();
            throttle.leave();
        }
    }

    @Test
    void successesOpenItOneByOneUpToTheMost() throws Exception {
        Throttle throttle = new Throttle(6);
        assertEquals(4, throttle.allowed());
        work(throttle, 3);
        assertEquals(4, throttle.allowed());
        work(throttle, 1);
        assertEquals(5, throttle.allowed());
        work(throttle, 5);
        assertEquals(6, throttle.allowed());
        work(throttle, 100);
        assertEquals(6, throttle.allowed());
        assertEquals(2, new Throttle(2).allowed());
    }

    @Test
    void tooManyHalvesItOnceForAllCallsThatWereUnderWayTogether() throws Exception {
        Throttle throttle = new Throttle(8);
        work(throttle, 100);
        long round = throttle.enter();
        assertEquals(round, throttle.enter());
        assertEquals(round, throttle.enter());
        throttle.tooMany(round, Duration.ZERO);
        throttle.tooMany(round, Duration.ZERO);
        throttle.tooMany(round, Duration.ZERO);
        assertEquals(4, throttle.allowed());
        throttle.leave();
        throttle.leave();
        throttle.leave();
        throttle.tooMany(throttle.enter(), Duration.ZERO);
        assertEquals(2, throttle.allowed());
        for (int i = 0; i < 5; i++) {
            throttle.leave();
            throttle.tooMany(throttle.enter(), Duration.ZERO);
        }
        assertEquals(1, throttle.allowed(), "one is always allowed");
    }

    @Test
    void itOpensSlowlyOnceTheVendorHadTooMany() throws Exception {
        Throttle throttle = new Throttle(8);
        throttle.tooMany(throttle.enter(), Duration.ZERO);
        throttle.leave();
        work(throttle, 15);
        assertEquals(2, throttle.allowed());
        work(throttle, 1);
        assertEquals(3, throttle.allowed());
    }

    @Test
    void nobodyEntersBeforeThePauseIsOver() throws Exception {
        Throttle throttle = new Throttle(8);
        long begun = System.nanoTime();
        throttle.tooMany(throttle.enter(), Duration.ofMillis(200));
        throttle.tooMany(throttle.enter(), Duration.ZERO);
        assertTrue(System.nanoTime() - begun >= 200_000_000, "it opened early");
    }

    @Test
    void manyWaitersAllGetTheirTurnAndNeverTooManyAtOnce() throws Exception {
        Throttle throttle = new Throttle(8);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> calls = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10_000; i++) {
                int number = i;
                calls.add(executor.submit(() -> {
                    long round = throttle.enter();
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    if (number % 1000 == 999) {
                        throttle.tooMany(round, Duration.ofMillis(2));
                    } else {
                        throttle.worked();
                    }
                    throttle.leave();
                    return null;
                }));
            }
            for (int i = 0; i < calls.size(); i++) {
                if (i % 10 == 3) {
                    calls.get(i).cancel(true);
                }
            }
            for (Future<?> call : calls) {
                if (!call.isCancelled()) {
                    call.get(30, TimeUnit.SECONDS);
                }
            }
        }
        assertTrue(most.get() <= 8 && most.get() > 1, () -> "at once: " + most);
        assertEquals(0, inside.get());
    }

    @Test
    void aVendorThatBearsTwoCallsAtOnceServesAHundredThatComeTogether() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Pace pace = new Pace(
                Duration.ofSeconds(30), Duration.ofMillis(20), Duration.ofSeconds(1), 16, TestClient.QUICK.clock());
        try (RawServer server = RawServer.answering((asked, out) -> {
                    boolean tooMany = inside.incrementAndGet() > 2;
                    if (tooMany) {
                        refused.incrementAndGet();
                    } else {
                        Thread.sleep(2);
                    }
                    inside.decrementAndGet();
                    out.write((tooMany ? RawServer.empty(429, "Retry-After: 0") : RawServer.json(200, "{}"))
                            .getBytes(StandardCharsets.US_ASCII));
                });
                TestClient client = new TestClient(server.origin(), pace);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(executor.submit(() -> {
                    try (Reply reply = client.get()) {
                        return reply.status();
                    }
                }));
            }
            for (Future<Integer> call : calls) {
                assertEquals(200, call.get(30, TimeUnit.SECONDS));
            }
            assertTrue(refused.get() > 0, "it was never refused");
            assertTrue(refused.get() < 100, () -> "refused " + refused);
        }
    }
}
