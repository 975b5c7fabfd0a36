package dev.lockstep.ui.rotation;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.rotation.Cell;
import dev.lockstep.sync.rotation.Rotation;
import dev.lockstep.sync.rotation.Rotations;
import dev.lockstep.sync.rotation.Survey;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Rotation runs: the list of them, how one is begun, its new values, and how far it is. */
public final class RotationViewModel {
    private final Surroundings around;
    private final Exits exits;
    private final Start start;
    private final Runnable deaf;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Reading(-1));
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.@Nullable Cancellable job;
    private boolean closed;

    /**
     * What the screen works with.
     *
     * @param clock also tells the time zone
     */
    public record Surroundings(
            OpenVault vault,
            Rotations rotations,
            Background background,
            Clock clock,
            SecureRandom random,
            Discretion discretion) {}

    /**
     * Ways out of the screen.
     *
     * @param plan opens the plan over it, for some secrets alone
     */
    public record Exits(Consumer<Set<SecretId>> plan, Consumer<Toast> toast, Runnable closed) {}

    /** What is shown first. */
    public sealed interface Start {
        /** The runs that there are. */
        record Runs() implements Start {}

        /** The secrets whose values people may know. */
        record Offboarding() implements Start {}

        /** All secrets, some of them ticked. */
        record Secrets(List<SecretId> ticked) implements Start {}
    }

    public RotationViewModel(Surroundings around, Start start, Exits exits) {
        this.around = around;
        this.start = start;
        this.exits = exits;
        deaf = around.vault().onChange(() -> around.background().onScreen(this::changed));
        switch (start) {
            case Start.Runs runs -> runs();
            case Start.Offboarding offboarding -> choose(Source.KNOWN, List.of());
            case Start.Secrets secrets -> choose(Source.ALL, secrets.ticked());
        }
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Why the last work came to nothing. */
    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    Telling telling() {
        return new Telling(around.discretion(), around.clock());
    }

    boolean readOnly() {
        return around.vault().readOnly();
    }

    /** Lists the runs. */
    void runs() {
        read(progress -> around.rotations().surveys(), found -> step.set(new Step.Runs(found)));
    }

    /** Begins to choose secrets for a run. */
    void choose(Source source, List<SecretId> ticked) {
        read(
                progress -> Choosing.read(around.vault(), progress),
                found -> step.set(new Step.Choosing(new ChoiceList(found, around.clock(), source, ticked))));
    }

    /** Begins a run with what is ticked. */
    void begin() {
        if (step.get() instanceof Step.Choosing choosing) {
            List<SecretId> ticked = choosing.choices().ticked();
            if (ticked.size() > Rotation.MAX_SECRETS) {
                failure.set(Optional.of(Choosing.tooMany(ticked.size())));
            } else if (!ticked.isEmpty() && !readOnly()) {
                Rotations rotations = around.rotations();
                read(progress -> rotations.survey(rotations.begin(ticked).id()), this::show);
            }
        }
    }

    /** Shows a run. */
    void open(RowId rotation) {
        read(progress -> around.rotations().survey(rotation), this::show);
    }

    private void show(Survey survey) {
        Map<RemoteId, String> names =
                around.vault().remotes().all().stream().collect(Collectors.toMap(Remote::id, Remote::name));
        RunList run = new RunList(survey, names);
        if (step.get() instanceof Step.Running shown
                && shown.run().survey().rotation().id().equals(survey.rotation().id())) {
            run.as(shown.run());
        }
        step.set(new Step.Running(run));
    }

    /** Asks for the new values. */
    void enter() {
        if (step.get() instanceof Step.Running running && !readOnly()) {
            List<Entry> wanting = running.run().survey().unrenewed().stream()
                    .flatMap(line -> around.vault().catalog().entry(line.secret()).stream())
                    .toList();
            if (!wanting.isEmpty()) {
                step.set(new Step.Entering(running.run(), new NewValues(wanting, around.random())));
            }
        }
    }

    /** Saves the new values as versions of their secrets. */
    void save() {
        if (step.get() instanceof Step.Entering entering && entering.values().count() > 0) {
            RowId rotation = entering.run().survey().rotation().id();
            Map<SecretId, SecretValue> values = entering.values().copies();
            failure.set(Optional.empty());
            around.background()
                    .job(progress -> around.rotations().renew(rotation, values))
                    .closing(() -> values.values().forEach(SecretValue::close))
                    .onDone(same -> saved(rotation, entering, same.size()))
                    .onFailed(this::failed)
                    .start();
        }
    }

    private void saved(RowId rotation, Step.Entering entering, int same) {
        entering.values().close();
        if (same > 0) {
            exits.toast().accept(Toast.of(Text.of("rotation.same", same)));
        }
        if (!closed) {
            open(rotation);
        }
    }

    /** Opens the plan for what is left to push. */
    void plan() {
        if (step.get() instanceof Step.Running running) {
            exits.plan().accept(running.run().survey().unpushed());
        }
    }

    /** Takes it on trust that remotes have no former value any more. */
    void accept(List<Cell> cells) {
        if (step.get() instanceof Step.Running running && !cells.isEmpty() && !readOnly()) {
            RowId rotation = running.run().survey().rotation().id();
            read(progress -> around.rotations().accept(rotation, cells), this::show);
        }
    }

    /** Asks whether to give the run up; one that is finished is taken off the list at once. */
    void giveUp() {
        if (step.get() instanceof Step.Running running && !readOnly()) {
            step.set(new Step.GivingUp(running.run()));
            if (!running.run().survey().rotation().isOpen()) {
                giveUpNow();
            }
        }
    }

    void giveUpNow() {
        if (step.get() instanceof Step.GivingUp asked) {
            read(
                    progress -> {
                        around.rotations()
                                .giveUp(asked.run().survey().rotation().id());
                        return around.rotations().surveys();
                    },
                    found -> step.set(new Step.Runs(found)));
        }
    }

    private <T> void read(Job.Work<T> work, Consumer<T> then) {
        stop();
        failure.set(Optional.empty());
        Step before = step.get();
        if (!(before instanceof Step.Running)) {
            step.set(new Step.Reading(-1));
        }
        job = around.background()
                .job(work)
                .onProgress(now -> reading((double) now.done() / Math.max(1, now.total())))
                .onDone(result -> {
                    if (!closed) {
                        then.accept(result);
                    }
                })
                .onFailed(thrown -> {
                    failed(thrown);
                    step.set(before);
                })
                .start();
    }

    private void reading(double done) {
        if (!closed && step.get() instanceof Step.Reading) {
            step.set(new Step.Reading(done));
        }
    }

    private void failed(Exception thrown) {
        failure.set(Optional.of(FailureWords.of(thrown)));
    }

    /** What is shown of a run follows the vault, as after a plan was applied. */
    private void changed() {
        if (!closed && step.get() instanceof Step.Running running) {
            open(running.run().survey().rotation().id());
        }
    }

    private void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    /** One step back, as by Esc. Values that were not saved are wiped. */
    public void leave() {
        failure.set(Optional.empty());
        switch (step.get()) {
            case Step.Reading now -> close();
            case Step.Runs now -> close();
            case Step.Choosing now -> leaveChoice();
            case Step.Running now -> {
                step.set(new Step.Reading(-1));
                runs();
            }
            case Step.Entering now -> {
                now.values().close();
                step.set(new Step.Running(now.run()));
            }
            case Step.GivingUp now -> step.set(new Step.Running(now.run()));
        }
    }

    private void leaveChoice() {
        Runnable back = start instanceof Start.Runs ? this::runs : this::close;
        back.run();
    }

    /** Takes the sheet away, and wipes what was typed. */
    public void close() {
        if (!closed) {
            closed = true;
            stop();
            deaf.run();
            if (step.get() instanceof Step.Entering entering) {
                entering.values().close();
            }
            exits.closed().run();
        }
    }
}
