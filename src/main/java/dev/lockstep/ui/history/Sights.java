package dev.lockstep.ui.history;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.history.HistoryViewModel.Surroundings;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Countdown;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.vault.History;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Values that are shown for a while because the user asked for it, and closed as soon as they are not. */
final class Sights {
    private static final Sight HIDDEN = new Sight.Hidden();

    private final History history;
    private final Background background;
    private final SecretId id;
    private final Duration remask;
    private final Consumer<Exception> failed;
    private final Countdown countdown;
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(HIDDEN);
    private long turn;

    Sights(Surroundings around, SecretId id, Consumer<Exception> failed) {
        history = around.vault().history();
        background = around.background();
        remask = around.remask();
        this.id = id;
        this.failed = failed;
        countdown = new Countdown(background, this::hide);
    }

    ReadOnlyObjectProperty<Sight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    /** Seconds until everything is hidden again; zero while it is. */
    ReadOnlyIntegerProperty secondsLeftProperty() {
        return countdown.leftProperty();
    }

    /** Shows one value. */
    void show(long version) {
        open(progress -> new Sight.Shown(history.reveal(id, version)));
    }

    /** Shows what differs between two values. */
    void show(long older, long newer) {
        open(progress -> {
            SecretValue one = history.reveal(id, older);
            try {
                return new Sight.Apart(one, history.reveal(id, newer));
            } catch (Exception e) {
                one.close();
                throw e;
            }
        });
    }

    private void open(Job.Work<Sight> work) {
        hide();
        long mine = turn;
        become(new Sight.Opening());
        background
                .job(work)
                .onDone(opened -> opened(mine, opened))
                .onFailed(failure -> {
                    hide();
                    failed.accept(failure);
                })
                .start();
    }

    private void opened(long mine, Sight opened) {
        if (mine != turn) {
            close(opened);
            return;
        }
        become(opened);
        countdown.start(remask);
    }

    /** Hides and closes everything. */
    void hide() {
        turn++;
        countdown.stop();
        become(HIDDEN);
    }

    private void become(Sight next) {
        Sight former = sight.get();
        sight.set(next);
        close(former);
    }

    private static void close(Sight former) {
        switch (former) {
            case Sight.Hidden hidden -> {}
            case Sight.Opening opening -> {}
            case Sight.Shown shown -> shown.value().close();
            case Sight.Apart apart -> {
                apart.older().close();
                apart.newer().close();
            }
        }
    }
}
