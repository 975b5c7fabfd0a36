package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Call.Effect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call ends soon when its thread is interrupted, and says whether something may have been written. */
@Timeout(60)
class InterruptionTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Pace PATIENT = new Pace(LONG, LONG, LONG, 1, TestClient.QUICK.clock());
    private static final Trouble UNKNOWN = new Trouble.OutcomeUnknown();
    private static final Trouble CANCELLED = new Trouble.Cancelled();

    /** What a call ended in, and whether its thread was still interrupted. */
    private record End(Trouble trouble, boolean interrupted) {}

    private static FutureTask<End> sending(TestClient client, Call call) {
        return new FutureTask<>(() -> {
            try {
                client.send(call).close();
                throw new AssertionError("it was answered");
            } catch (RemoteException e) {
                return new End(e.trouble(), Thread.interrupted());
            }
        });
    }

    private static Trouble interrupted(FutureTask<End> task, CountDownLatch reached) throws Exception {
        Thread thread = Thread.ofVirtual().start(task);
        assertTrue(reached.await(20, TimeUnit.SECONDS));
        thread.interrupt();
        End end = task.get(20, TimeUnit.SECONDS);
        assertTrue(end.interrupted(), "the thread stays interrupted");
        return end.trouble();
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void whileTheAnswerIsAwaited(Effect effect) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (RawServer server = RawServer.answering((asked, out) -> {
                    reached.countDown();
                    Thread.sleep(LONG);
                });
                TestClient client = new TestClient(server.origin(), PATIENT)) {
            Trouble trouble = interrupted(sending(client, TestClient.write(effect)), reached);

            assertEquals(effect == Effect.READ ? CANCELLED : UNKNOWN, trouble);
        }
    }

    /** The pause of five minutes before the repetition has begun once the first connection is closed by the client or soon after. */
    private static Trouble inThePause(String answer, Call call) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (RawServer server = RawServer.answering((asked, out) -> {
                    out.write(answer.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    answered.countDown();
                    if (answer.isEmpty()) {
                        throw new IOException("reset");
                    }
                });
                TestClient client = new TestClient(server.origin(), PATIENT)) {
            FutureTask<End> task = sending(client, call);
            Thread thread = Thread.ofVirtual().start(task);
            assertTrue(answered.await(20, TimeUnit.SECONDS));
            long begun = System.nanoTime();
            while (thread.getState() != Thread.State.TIMED_WAITING || !isInFailsafe(thread)) {
                assertTrue(System.nanoTime() - begun < 20_000_000_000L, "it never paused");
                Thread.onSpinWait();
            }
            thread.interrupt();
            End end = task.get(20, TimeUnit.SECONDS);
            assertTrue(end.interrupted(), "the thread stays interrupted");
            assertEquals(1, server.asked().size());
            return end.trouble();
        }
    }

    private static boolean isInFailsafe(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        for (int i = 0; i < stack.length; i++) {
            if (stack[i].getClassName().startsWith("dev.failsafe")) {
                return true;
            }
            if (stack[i].getClassName().startsWith("dev.lockstep")) {
                return false;
            }
        }
        return false;
    }

    @Test
    void inThePauseAfterAnAnswerThatSaysNothingWasWritten() throws Exception {
        assertEquals(CANCELLED, inThePause(RawServer.empty(429), TestClient.write(Effect.ONCE)));
        assertEquals(CANCELLED, inThePause(RawServer.empty(503), Call.get("/")));
    }

    @Test
    void inThePauseAfterAWriteThatMayHaveHappened() throws Exception {
        assertEquals(UNKNOWN, inThePause(RawServer.empty(503), TestClient.write(Effect.REPEATABLE)));
        assertEquals(UNKNOWN, inThePause("", TestClient.write(Effect.REPEATABLE)));
    }

    @Test
    void whileThereIsNoRoomForTheCall() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (RawServer server = RawServer.answering((asked, out) -> {
                    reached.countDown();
                    Thread.sleep(LONG);
                });
                TestClient client = new TestClient(server.origin(), PATIENT)) {
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = executor.submit(sending(client, Call.get("/first")));
                assertTrue(reached.await(20, TimeUnit.SECONDS));

                assertEquals(CANCELLED, interrupted(sending(client, TestClient.write(Effect.ONCE)), reached));

                assertEquals(1, server.asked().size());
                first.cancel(true);
            }
        }
    }

    @Test
    void beforeTheCallNothingIsSent() throws Exception {
        try (RawServer server = RawServer.saying(RawServer.json(200, "{}"));
                TestClient client = TestClient.of(server)) {
            FutureTask<End> task = sending(client, TestClient.write(Effect.ONCE));
            Thread thread = Thread.ofVirtual().unstarted(() -> {
                Thread.currentThread().interrupt();
                task.run();
            });
            thread.start();

            assertEquals(new End(CANCELLED, true), task.get(20, TimeUnit.SECONDS));
            assertEquals(0, server.asked().size());
        }
    }
}
