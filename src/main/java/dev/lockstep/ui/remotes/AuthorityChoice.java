package dev.lockstep.ui.remotes;

import dev.lockstep.sync.AuthorityFile;
import dev.lockstep.sync.FieldProblem;
import dev.lockstep.ui.kit.Background;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/** The file of own authorities of a form: looked into in the background when it is chosen, or when its typed name is to be used. */
final class AuthorityChoice {
    private final Background background;
    private final InstantSource clock;
    private final StringProperty text;
    private final ReadOnlyObjectWrapper<Judgement> judgement = new ReadOnlyObjectWrapper<>(new Judgement.None());
    private long turn;

    /** What is known of a file. */
    sealed interface Judgement {
        /** Nobody looked yet, or there is nothing to look into. */
        record None() implements Judgement {}

        /** Of the file that is filled in. */
        record Filled(AuthorityFile found) implements Judgement {}

        /** Of a file that was chosen and not taken. */
        record Refused(FieldProblem problem) implements Judgement {}
    }

    /** @param text where the file is; edge blanks do not count */
    AuthorityChoice(Background background, InstantSource clock, StringProperty text) {
        this.background = background;
        this.clock = clock;
        this.text = text;
        text.subscribe((before, now) -> forget());
    }

    ReadOnlyObjectProperty<Judgement> judgementProperty() {
        return judgement.getReadOnlyProperty();
    }

    /** What was chosen last and not taken, or else what is wrong with the file that is filled in, if somebody looked into it. */
    Optional<FieldProblem> told() {
        return judgement.get() instanceof Judgement.Refused refused ? Optional.of(refused.problem()) : problem();
    }

    /** What is wrong with the file that is filled in, if somebody looked into it. */
    Optional<FieldProblem> problem() {
        return judgement.get() instanceof Judgement.Filled filled && filled.found() instanceof AuthorityFile.Unfit unfit
                ? Optional.of(unfit.problem())
                : Optional.empty();
    }

    /** Fills in a file that can be used; of any other nothing is kept. */
    void choose(Path file) {
        look(file, found -> {
            if (found instanceof AuthorityFile.Unfit unfit) {
                judgement.set(new Judgement.Refused(unfit.problem()));
            } else {
                text.set(file.toString());
                judgement.set(new Judgement.Filled(found));
            }
        });
    }

    /** Looks into the file that is filled in, unless that was done. */
    void judge() {
        whenJudged(() -> {});
    }

    /** Goes on once it is known of what use the file is; never, if the file is changed meanwhile. */
    void whenJudged(Runnable then) {
        if (judgement.get() instanceof Judgement.Filled) {
            then.run();
            return;
        }
        Optional<Path> file = file();
        if (file.isEmpty()) {
            forget();
            then.run();
            return;
        }
        look(file.get(), found -> {
            judgement.set(new Judgement.Filled(found));
            then.run();
        });
    }

    private Optional<Path> file() {
        String typed = text.get().strip();
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(Path.of(typed));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void look(Path file, Consumer<AuthorityFile> then) {
        long mine = ++turn;
        background
                .job(progress -> AuthorityFile.read(file, clock.instant()))
                .onDone(found -> {
                    if (mine == turn) {
                        then.accept(found);
                    }
                })
                .onFailed(failure -> {
                    if (mine == turn) {
                        then.accept(new AuthorityFile.Unfit(FieldProblem.UNREADABLE));
                    }
                })
                .start();
    }

    private void forget() {
        turn++;
        judgement.set(new Judgement.None());
    }

    /** Whoever waits for a judgement waits in vain. */
    void close() {
        turn++;
    }
}
