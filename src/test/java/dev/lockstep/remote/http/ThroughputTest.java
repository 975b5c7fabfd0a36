package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.practice.PlainSimulator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Delayed acknowledgements cost 40 ms a call wherever head and body are sent apart; here nothing waits for them. */
@Timeout(60)
class ThroughputTest {
    private static final int CALLS = 400;

    @Test
    void callsOneAfterTheOtherDoNotWaitForAcknowledgements() throws Exception {
        AtomicInteger good = new AtomicInteger();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                PlainSimulator simulator = new PlainSimulator(executor);
                TestClient client =
                        new TestClient(Origin.of(simulator.address()).orElseThrow(), TestClient.QUICK)) {
            client.get().close();
            long begun = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                try (Reply reply = client.send(TestClient.write(Call.Effect.ONCE))) {
                    good.addAndGet(reply.isSuccess() ? 1 : 0);
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;

            assertEquals(CALLS, good.get());
            assertTrue(CALLS / seconds > 30, () -> CALLS + " calls, one after the other, took " + seconds + " s");
        }
    }
}
