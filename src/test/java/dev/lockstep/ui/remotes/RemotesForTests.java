package dev.lockstep.ui.remotes;

import java.nio.file.Path;
import java.util.Optional;

/** The sheet of the remotes as a robot sees it, for tests of other packages. To be called where the toolkit is. */
public final class RemotesForTests {
    private final RemotesViewModel model;

    public RemotesForTests(RemotesViewModel model) {
        this.model = model;
    }

    /** Takes the file with credentials as if it were dropped. */
    public void drop(Path file) {
        if (model.stageProperty().get() instanceof Stage.Filling filling) {
            filling.work().read(file, filling.form().credentials().getFirst());
        }
    }

    /** Whether something was dropped or typed into each field for a credential that is asked for. */
    public boolean filled() {
        return model.stageProperty().get() instanceof Stage.Filling filling
                && filling.form().reachable();
    }

    /** Whether every remote was asked and lets us in. */
    public boolean allWelcome() {
        return model.rows().stream().allMatch(row -> row.state() instanceof RowState.Welcomed);
    }

    public void browse(int row) {
        model.browse(model.rows().get(row));
    }

    public void edit(int row) {
        model.edit(model.rows().get(row));
    }

    /** Whether the whole list of a remote is there. */
    public boolean listed() {
        return model.stageProperty().get() instanceof Stage.Browsing browsing
                && browsing.browser().readingProperty().get() instanceof Reading.Whole
                && !browsing.browser().shown().isEmpty();
    }

    /** Chooses the first name of a list. */
    public void chooseFirst() {
        if (model.stageProperty().get() instanceof Stage.Browsing browsing) {
            browsing.browser()
                    .peeking()
                    .choose(Optional.of(browsing.browser().shown().getFirst()));
        }
    }

    /** Whether a value was read. */
    public boolean read() {
        return model.stageProperty().get() instanceof Stage.Browsing browsing
                && browsing.browser().peeking().peekProperty().get() instanceof Peek.Read;
    }

    /** Which vendor a row belongs to. */
    public int rowOf(String vendor) {
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).remote().vendor().equals(vendor)) {
                return i;
            }
        }
        throw new IllegalArgumentException(vendor);
    }
}
