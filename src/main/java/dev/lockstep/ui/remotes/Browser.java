package dev.lockstep.ui.remotes;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.TroubleWords;
import dev.lockstep.words.VendorWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** What stands at a remote: names and what the vendor tells of each, as they come. */
final class Browser {
    /** The most that are kept to be shown; no vendor is known to hold so many. */
    static final int MOST = 100_000;

    /** So many lines are added at one time, which no user sees the screen wait for. */
    static final int BATCH = 500;

    private final RemotesViewModel.Surroundings around;
    private final Remote remote;
    private final VendorContract contract;
    private final ObservableList<Found> all = FXCollections.observableArrayList();
    private final FilteredList<Found> shown = new FilteredList<>(all);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(new Reading.Running());
    private final Peeking peeking;
    private Background.@Nullable Cancellable running;
    private long turn;

    /** Begins to read. */
    Browser(RemotesViewModel.Surroundings around, Remote remote, VendorContract contract, Consumer<Toast> toast) {
        this.around = around;
        this.remote = remote;
        this.contract = contract;
        peeking = new Peeking(around, this, toast, this::words);
        text.subscribe(this::filter);
        read();
    }

    Remote remote() {
        return remote;
    }

    VendorContract contract() {
        return contract;
    }

    ZoneId zone() {
        return around.clock().getZone();
    }

    Peeking peeking() {
        return peeking;
    }

    /** What the names have to hold. */
    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** In the vendor's order. */
    ObservableList<Found> shown() {
        return shown;
    }

    int count() {
        return all.size();
    }

    /** Reads the list anew. */
    void read() {
        stop();
        peeking.choose(Optional.empty());
        all.clear();
        long mine = ++turn;
        reading.set(new Reading.Running());
        Queue<Found> arrived = new ConcurrentLinkedQueue<>();
        running = around.background()
                .job(progress -> {
                    AtomicInteger count = new AtomicInteger();
                    around.connections().list(remote, secret -> {
                        int number = count.incrementAndGet();
                        if (number <= MOST) {
                            arrived.add(found(secret));
                            progress.accept(new Job.Progress(number, number));
                        }
                    });
                    return count.get();
                })
                .onProgress(now -> add(mine, arrived))
                .onDone(count -> end(mine, arrived, count > MOST ? new Reading.Cut(count) : new Reading.Whole()))
                .onCancelled(() -> end(mine, arrived, new Reading.Stopped()))
                .onFailed(failure -> end(mine, arrived, new Reading.Failed(words(failure))))
                .start();
    }

    private static Found found(RemoteSecret secret) {
        return new Found(secret, Legible.line(secret.name()));
    }

    private void add(long mine, Queue<Found> arrived) {
        if (mine == turn) {
            List<Found> some = new ArrayList<>();
            while (some.size() < BATCH && arrived.peek() != null) {
                some.add(arrived.remove());
            }
            all.addAll(some);
        }
    }

    /** Tells the outcome once everything that came is shown, and lets the screen be drawn meanwhile. */
    private void end(long mine, Queue<Found> arrived, Reading outcome) {
        add(mine, arrived);
        if (mine == turn && !arrived.isEmpty()) {
            around.background().onScreen(() -> end(mine, arrived, outcome));
        } else if (mine == turn) {
            turn++;
            reading.set(outcome);
        }
    }

    private FailureWords words(Exception failure) {
        return failure instanceof RemoteException told
                ? TroubleWords.of(told.trouble(), VendorWords.name(contract.vendor()), zone())
                : FailureWords.of(failure);
    }

    private void filter(String wanted) {
        String lower = wanted.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                lower.isEmpty()
                        ? found -> true
                        : found -> found.name().toLowerCase(Locale.ROOT).contains(lower));
    }

    /** Calls the reading off; what came stays. */
    void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    void close() {
        turn++;
        stop();
        peeking.forget();
        all.clear();
    }
}
