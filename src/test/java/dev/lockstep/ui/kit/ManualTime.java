package dev.lockstep.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A clock and a timer that stand still until a test moves them; with a background that works at once. */
public final class ManualTime implements InstantSource {
    private final List<Alarm> alarms = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-02T12:00:00Z");

    private record Alarm(Instant when, Runnable action) {}

    /** Works and calls back at once, with this timer. */
    public Background background() {
        return background(Runnable::run);
    }

    /** Works at once and calls back there, with this timer. */
    public Background background(Executor screen) {
        return new Background(Runnable::run, screen, this::after);
    }

    @Override
    public Instant instant() {
        return now;
    }

    private Background.Cancellable after(Duration delay, Runnable action) {
        Alarm alarm = new Alarm(now.plus(delay), action);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    /** Lets time pass, ringing on the way what is due. */
    public void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            Alarm next = alarms.stream()
                    .filter(alarm -> !alarm.when().isAfter(end))
                    .min((a, b) -> a.when().compareTo(b.when()))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            alarms.remove(next);
            now = next.when();
            next.action().run();
        }
    }

    /** Lets time pass while the computer sleeps: the clock goes on, the timers do not. */
    public void sleep(Duration time) {
        List<Alarm> later = alarms.stream()
                .map(alarm -> new Alarm(alarm.when().plus(time), alarm.action()))
                .toList();
        alarms.clear();
        alarms.addAll(later);
        now = now.plus(time);
    }

    /** How many timers are waiting. */
    public int waiting() {
        return alarms.size();
    }
}
