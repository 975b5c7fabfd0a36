package dev.lockstep.ui.sync;

import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Contact;
import java.util.HashSet;

/** The sheet of sync as a robot sees it, for tests of other packages. To be called where the toolkit is. */
public final class SyncForTests {
    private final SyncViewModel model;

    public SyncForTests(SyncViewModel model) {
        this.model = model;
    }

    /** Whether there is a plan, which is not being made. */
    public boolean planned() {
        return model.stageProperty().get() instanceof Stage.Planned;
    }

    /** Whether every remote was listed to its end, and there is a plan of that. */
    public boolean listed() {
        return model.stageProperty().get() instanceof Stage.Planned planned
                && planned.plan().plan().contacts().size()
                        == planned.plan().plan().remotes().size();
    }

    /** Reads the values of all that is ours at a remote. */
    public void verify(int remote) {
        if (model.stageProperty().get() instanceof Stage.Planned planned) {
            Contact contact = planned.plan().plan().contacts().get(remote);
            model.verify(contact.remote(), new HashSet<>(contact.ours()));
        }
    }

    /** Whether anything is to be applied. */
    public boolean applicable() {
        return model.stageProperty().get() instanceof Stage.Planned planned && model.applicable(planned);
    }

    /** How many rows an apply that has ended did; -1 before. */
    public int done(Action action) {
        return model.stageProperty().get() instanceof Stage.Ended ended ? tally(ended.outcome(), action) : -1;
    }

    private static int tally(Outcome.Ended outcome, Action action) {
        return outcome.tally().done(action);
    }

    /** What was applied, in words for who looks for a fault. */
    public String told() {
        return model.stageProperty().get() instanceof Stage.Ended ended
                ? ended.outcome().tally().toString()
                : model.stageProperty().get().getClass().getSimpleName();
    }
}
