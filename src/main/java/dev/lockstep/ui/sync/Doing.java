package dev.lockstep.ui.sync;

import dev.lockstep.model.VaultException;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.words.FailureWords;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Applies plans in the background. */
final class Doing {
    private final SyncViewModel.Surroundings around;
    private final Consumer<Live> begun;
    private final Consumer<Outcome> ended;
    private final Consumer<Optional<FailureWords>> failed;

    /**
     * @param begun told of the rows that can be followed from now on
     * @param ended told what came of it
     * @param failed told why nothing was done; nothing if it was called off before it began
     */
    Doing(
            SyncViewModel.Surroundings around,
            Consumer<Live> begun,
            Consumer<Outcome> ended,
            Consumer<Optional<FailureWords>> failed) {
        this.around = around;
        this.begun = begun;
        this.ended = ended;
        this.failed = failed;
    }

    private interface Work {
        Outcome run() throws VaultException, InterruptedException;
    }

    /** Applies what was asked about; the number of deletions was typed. */
    void apply(Stage.Confirming confirmed) {
        PlanList list = confirmed.planned().plan();
        Plan plan = list.plan();
        if (confirmed.resumed()) {
            resume(plan.confirmation());
        } else {
            Live live = new Live(list.work(), around.background());
            start(live, () -> around.sync().apply(plan, plan.confirmation(), live));
        }
    }

    /**
     * Goes on with what was cut short.
     *
     * @param deletions the number that was typed
     */
    void resume(OptionalInt deletions) {
        Live live = new Live(List.of(), around.background());
        start(live, () -> around.sync().resume(deletions, live));
    }

    private void start(Live live, Work work) {
        begun.accept(live);
        around.background()
                .job(progress -> work.run())
                .onDone(ended)
                .onCancelled(() -> failed.accept(Optional.empty()))
                .onFailed(this::fail)
                .start();
    }

    /** Leaves what was cut short as it is. */
    void abandon(Runnable then) {
        around.background()
                .job(progress -> {
                    around.sync().abandon();
                    return true;
                })
                .onDone(left -> then.run())
                .onFailed(this::fail)
                .start();
    }

    private void fail(Exception thrown) {
        failed.accept(Optional.of(FailureWords.of(thrown)));
    }
}
