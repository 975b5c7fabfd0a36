package dev.lockstep.sync.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Integer> hundred = IntStream.range(0, 100).boxed().toList();

    @AfterEach
    void close() {
        executor.close();
    }

    @Test
    void everythingIsDoneOnceAndNoMoreThanSoManyAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<Integer> done = new ConcurrentSkipListSet<>();
        CountDownLatch three = new CountDownLatch(3);
        new Crew(executor, 3).each(hundred, number -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            three.countDown();
            three.await();
            assertTrue(done.add(number));
            inside.decrementAndGet();
        });
        assertEquals(Set.copyOf(hundred), done);
        assertEquals(3, most.get());
    }

    @Test
    void theFirstFailureEndsTheOthersAndNobodyWorksAfterwards() {
        RemoteException trouble = new RemoteException(new Trouble.Paused());
        AtomicInteger inside = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(3);
        RemoteException thrown = assertThrows(
                RemoteException.class,
                () -> new Crew(executor, 4).each(hundred, number -> {
                    inside.incrementAndGet();
                    try {
                        if (number == 0) {
                            waiting.await();
                            throw trouble;
                        }
                        waiting.countDown();
                        never.await();
                    } finally {
                        inside.decrementAndGet();
                    }
                }));
        assertSame(trouble, thrown);
        assertEquals(0, inside.get());
    }

    @Test
    void whoIsInterruptedLeavesNobodyWorking() {
        AtomicInteger inside = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> new Crew(executor, 4).each(hundred, number -> {
                    inside.incrementAndGet();
                    try {
                        never.await();
                    } finally {
                        inside.decrementAndGet();
                    }
                }));
        assertEquals(0, inside.get());
    }

    @Test
    void anErrorIsNotLost() {
        AssertionError error = new AssertionError();
        AssertionError thrown = assertThrows(
                AssertionError.class,
                () -> new Crew(Runnable::run, 4).each(hundred, number -> {
                    throw error;
                }));
        assertSame(error, thrown);
    }

    @Test
    void withOneThreadAloneItIsDoneToo() throws Exception {
        AtomicInteger done = new AtomicInteger();
        new Crew(Runnable::run, 4).each(hundred, number -> done.incrementAndGet());
        assertEquals(100, done.get());
        new Crew(Runnable::run, 4).each(List.of(), number -> done.incrementAndGet());
        assertEquals(100, done.get());
    }
}
