package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lockstep.remote.Vendor;
import dev.lockstep.settings.Checks;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.vault.Remote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The idle lock in the middle of a scheduled check, with work on threads of its own and a vendor that takes its time. */
class LockWhileCheckingTest {
    private final ManualTime time = new ManualTime();
    private final Queue<CompletableFuture<Void>> jobs = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> screen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private SyncGround ground;
    private RemoteCare care;
    private ScheduledChecks checks;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
        Background background = new Background(
                work -> jobs.add(CompletableFuture.runAsync(work, ground.executor())),
                screen::add,
                time.background()::after);
        care = new RemoteCare(background);
        checks = new ScheduledChecks(background, ground.clock(), () -> new Checks(15), care);
        Remote remote = ground.remote(Vendor.HOOKLISTENER);
        ground.pushed(remote, "ALPHA", "value");
        ground.pass(Duration.ofMinutes(3));
        ground.change(Vendor.HOOKLISTENER, "ALPHA", "theirs");
        ground.practice(Vendor.HOOKLISTENER).simulator().witnessedBy((request, answer) -> {
            asked.countDown();
            CutShort.await(answering);
        });
        care.follow(ground.vault(), ground.sync());
        checks.follow(ground.vault(), ground.sync());
    }

    @AfterEach
    void close() throws Exception {
        answering.countDown();
        ground.close();
    }

    /** Has a check begin, whose answer the vendor keeps back. */
    private void check() throws Exception {
        time.pass(RemoteCare.AFTER_OPENING);
        settle();
        assertFalse(care.concernsProperty().get().isEmpty());
        ground.pass(ScheduledChecks.TICK);
        time.pass(ScheduledChecks.TICK);
        asked.await();
    }

    /** Until all that was begun came to its end, and the screen was told. */
    private void settle() {
        while (!jobs.isEmpty() || !screen.isEmpty()) {
            Optional.ofNullable(jobs.poll()).ifPresent(CompletableFuture::join);
            Optional.ofNullable(screen.poll()).ifPresent(Runnable::run);
        }
    }

    private void quiet(byte[] locked) throws Exception {
        assertArrayEquals(locked, Files.readAllBytes(ground.file()), "nothing is written after the lock");
        assertEquals(Map.of(), care.concernsProperty().get());
        assertEquals(Optional.empty(), care.cutShortProperty().get());
        assertEquals(0, time.waiting());
        ground.reopen();
        assertEquals(
                List.of(),
                ground.ledgers().load(ground.vault().remotes().all().getFirst().id()).head().complete().stream()
                        .toList());
    }

    @Test
    void aLockCallsTheCheckOff() throws Exception {
        check();

        checks.forget();
        care.forget();
        ground.sync().close();
        ground.lock();
        byte[] locked = Files.readAllBytes(ground.file());
        settle();
        answering.countDown();
        settle();

        quiet(locked);
    }

    @Test
    void anAnswerThatComesAfterTheLockIsForgotten() throws Exception {
        check();

        ground.lock();
        byte[] locked = Files.readAllBytes(ground.file());
        answering.countDown();
        settle();
        checks.forget();
        care.forget();
        settle();

        quiet(locked);
    }
}
