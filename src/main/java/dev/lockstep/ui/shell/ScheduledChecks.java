package dev.lockstep.ui.shell;

import dev.lockstep.model.RemoteId;
import dev.lockstep.settings.Checks;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.check.Concern;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists remotes now and then while a vault is open, if the user wants that, and never writes anything there or reads a value. What is found shows
 * where it always does; that nobody was reached is told to nobody.
 */
final class ScheduledChecks {
    /** How often it is looked whether a check is due. */
    static final Duration TICK = Duration.ofMinutes(1);

    private final Background background;
    private final Clock clock;
    private final Supplier<Checks> wanted;
    private final RemoteCare care;
    private final Map<RemoteId, Instant> tried = new HashMap<>();
    private Background.@Nullable Cancellable next;
    private Background.@Nullable Cancellable checking;
    private boolean busy;
    private long turn;

    /** @param care knows when remotes were listed last, by whomever */
    ScheduledChecks(Background background, Clock clock, Supplier<Checks> wanted, RemoteCare care) {
        this.background = background;
        this.clock = clock;
        this.wanted = wanted;
        this.care = care;
    }

    /** What could not be remembered is not asked for. */
    void follow(OpenVault vault, Sync sync) {
        forget();
        if (!vault.readOnly()) {
            tick(vault, sync);
        }
    }

    private void tick(OpenVault vault, Sync sync) {
        next = background.after(TICK, () -> {
            tick(vault, sync);
            look(vault, sync);
        });
    }

    private void look(OpenVault vault, Sync sync) {
        int minutes = wanted.get().everyMinutes();
        if (minutes == Checks.NEVER
                || busy
                || sync.isApplying()
                || sync.policy().pauseAll()) {
            return;
        }
        Instant now = clock.instant();
        Instant before = now.minus(Duration.ofMinutes(minutes));
        List<Remote> due = vault.remotes().all().stream()
                .filter(remote -> isDue(remote, before))
                .toList();
        if (!due.isEmpty()) {
            due.forEach(remote -> tried.put(remote.id(), now));
            check(sync, due);
        }
    }

    /** A remote of which nothing was heard yet waits until something was; one that is paused is not heard of. */
    private boolean isDue(Remote remote, Instant before) {
        Concern known = care.concernsProperty().get().get(remote.id());
        boolean soon = known != null
                && known.looked().filter(looked -> looked.isAfter(before)).isEmpty();
        return soon && !tried.getOrDefault(remote.id(), Instant.MIN).isAfter(before);
    }

    private void check(Sync sync, List<Remote> due) {
        busy = true;
        long mine = turn;
        checking = background
                .job(progress -> sync.check(due, CheckProgress.UNTOLD))
                .onDone(checked -> ended(mine))
                .onFailed(thrown -> ended(mine))
                .onCancelled(() -> ended(mine))
                .start();
    }

    private void ended(long of) {
        busy = busy && of != turn;
    }

    /** The vault is locked: a check under way is called off. */
    void forget() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        if (checking != null) {
            checking.cancel();
            checking = null;
        }
        turn++;
        busy = false;
        tried.clear();
    }
}
