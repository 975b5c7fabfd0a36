package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobTest {
    private final List<String> told = new ArrayList<>();
    private final Background background = new Background(Runnable::run, Runnable::run, (delay, action) -> () -> {});

    @Test
    void nothingHappensBeforeTheStart() {
        Job<String> job = background.job(progress -> "result").onDone(told::add);
        assertEquals(List.of(), told);
        job.start();
        assertEquals(List.of("result"), told);
    }

    @Test
    void aFailureIsToldInsteadOfAResult() {
        background
                .job(progress -> {
                    throw new IOException("no");
                })
                .onDone(result -> told.add("done"))
                .onFailed(failure -> told.add(failure.getMessage()))
                .start();
        assertEquals(List.of("no"), told);
    }

    @Test
    void progressThatFollowsTooFastIsSkippedForTheNewest() {
        ArrayDeque<Runnable> screen = new ArrayDeque<>();
        Background slow = new Background(Runnable::run, screen::add, (delay, action) -> () -> {});
        slow.job(progress -> {
                    for (int i = 1; i <= 100; i++) {
                        progress.accept(new Job.Progress(i, 100));
                    }
                    return "done";
                })
                .onProgress(progress -> told.add(progress.done() + "/" + progress.total()))
                .onDone(told::add)
                .start();
        screen.forEach(Runnable::run);
        assertEquals(List.of("100/100", "done"), told);
    }

    @Test
    void cancellingInterruptsTheWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor()) {
            Background real = new Background(worker, Runnable::run, (delay, action) -> () -> {});
            Background.Cancellable running = real.<String>job(progress -> {
                        begun.countDown();
                        Thread.sleep(60_000);
                        return "too late";
                    })
                    .onCancelled(() -> {
                        told.add("cancelled");
                        ended.countDown();
                    })
                    .start();
            assertEquals(true, begun.await(10, TimeUnit.SECONDS));
            running.cancel();
            assertEquals(true, ended.await(10, TimeUnit.SECONDS));
        }
        assertEquals(List.of("cancelled"), told);
    }

    @Test
    void workThatIsCalledOffBeforeItBeginsClosesWhatItWasGivenAndNeverRuns() {
        ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        Background busy = new Background(waiting::add, Runnable::run, (delay, action) -> () -> {});
        Background.Cancellable called = noted(busy.job(progress -> {
            told.add("work");
            return "result";
        }));
        assertEquals(List.of(), told);
        called.cancel();
        called.cancel();
        waiting.forEach(Runnable::run);

        assertEquals(List.of("closed", "cancelled"), told);
    }

    @Test
    void whatTheWorkWasGivenIsClosedBeforeItsEndIsTold() {
        noted(background.job(progress -> "result"));
        noted(background.job(progress -> {
            throw new IllegalStateException();
        }));
        noted(background.job(progress -> {
            throw new InterruptedException();
        }));

        assertEquals(List.of("closed", "done", "closed", "failed", "closed", "cancelled"), told);
    }

    @Test
    void workThatNobodyTakesOnIsCancelled() {
        Executor ended = command -> {
            throw new RejectedExecutionException();
        };
        noted(new Background(ended, Runnable::run, (delay, action) -> () -> {}).job(progress -> "result"));

        assertEquals(List.of("closed", "cancelled"), told);
    }

    @Test
    void anErrorEndsTheWorkAsAFailureThatTellsOfIt() {
        NoClassDefFoundError error = new NoClassDefFoundError("part");
        background
                .job(progress -> {
                    throw error;
                })
                .onFailed(failure -> told.add(failure.getClass().getSimpleName() + " of " + failure.getCause()))
                .start();

        assertEquals(List.of("ExecutionException of " + error), told);
    }

    private Background.Cancellable noted(Job<?> job) {
        return job.closing(() -> told.add("closed"))
                .onDone(result -> told.add("done"))
                .onFailed(failure -> told.add("failed"))
                .onCancelled(() -> told.add("cancelled"))
                .start();
    }
}
