package dev.lockstep.ui.shell;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import dev.lockstep.ui.kit.ToolkitTest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Measures what the toolkit does for an input event: the event's own handling, and the next real pulse from its start to the end of its
 * painting on the thread that renders. A timer keeps pulses coming.
 */
final class FrameMeter extends AnimationTimer {
    private static final long PATIENCE_SECONDS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Kept, since the toolkit holds its listeners weakly. */
    private final TKPulseListener laidOut = this::laidOut;

    private Frame wanted = new Frame();
    private Frame inPulse = new Frame();
    private long began;

    /** What was measured of one event, in nanoseconds of {@link System#nanoTime}; of the toolkit's thread until it is painted. */
    private static final class Frame {
        private final CountDownLatch painted = new CountDownLatch(1);
        private boolean armed;
        private long asked;
        private long handled;
        private long pulse;
        private long end;
        private long cpu;
        private long rendererBefore;
    }

    /**
     * @param work milliseconds of the event and of the pulse that shows it, without the wait between them
     * @param wall milliseconds from the event until it is painted, waits and work in the background too
     * @param cpu milliseconds of the processor that the toolkit's two threads took for {@code work}; other programs add nothing to it
     */
    record Time(double work, double wall, double cpu) {}

    FrameMeter() {
        ToolkitTest.runOnFx(() -> {
            Toolkit.getToolkit().addPostSceneTkPulseListener(laidOut);
            start();
        });
    }

    /** Measures an event that the next pulse shows. */
    Time of(Runnable event) throws InterruptedException {
        return measure(event, true);
    }

    /** Measures an event that is shown after {@link #answered}. */
    Time answered(Runnable event) throws InterruptedException {
        return measure(event, false);
    }

    /** To be told on the toolkit's thread: what is to be seen changed now. */
    void changed() {
        wanted.armed = true;
    }

    private Time measure(Runnable event, boolean atOnce) throws InterruptedException {
        Frame frame = new Frame();
        ToolkitTest.runOnFx(() -> {
            wanted = frame;
            frame.asked = System.nanoTime();
            frame.cpu -= cpu();
            event.run();
            frame.cpu += cpu();
            frame.handled = System.nanoTime();
            frame.armed |= atOnce;
        });
        if (!frame.painted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("an event was never shown");
        }
        return new Time(
                (frame.handled - frame.asked + frame.end - frame.pulse) / 1e6,
                (frame.end - frame.asked) / 1e6,
                frame.cpu / 1e6);
    }

    @Override
    public void handle(long now) {
        began = System.nanoTime();
        inPulse = wanted;
        if (inPulse.armed && inPulse.pulse == 0) {
            inPulse.cpu -= cpu();
            Frame frame = inPulse;
            Toolkit.getToolkit().addRenderJob(new RenderJob(() -> frame.rendererBefore = cpu()));
        }
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private void laidOut() {
        Frame frame = inPulse;
        if (frame.armed && frame.pulse == 0) {
            frame.pulse = began;
            frame.cpu += cpu();
            // what is painted was handed to the renderer once the pulse is over
            Platform.runLater(() -> Toolkit.getToolkit().addRenderJob(new RenderJob(() -> {
                frame.end = System.nanoTime();
                frame.cpu += cpu() - frame.rendererBefore;
                frame.painted.countDown();
            })));
        }
    }
}
