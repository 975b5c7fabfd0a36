package dev.lockstep.ui.sync;

import dev.lockstep.sync.plan.Plan;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the sheet shows, and the plan that it came from. What was decided there is taken over by the next plan. */
final class Course {
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Planning());
    private Optional<Stage.Planned> former = Optional.empty();

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    Stage now() {
        return stage.get();
    }

    void go(Stage next) {
        if (stage.get() instanceof Stage.Planned shown) {
            former = Optional.of(shown);
        }
        stage.set(next);
    }

    /** Shows a new plan, of some secrets alone or of all. */
    void show(Planning.Read read, Only only) {
        PlanList plan = new PlanList(read.plan(), read.sites(), only);
        MatrixList matrix = new MatrixList(read.matrix());
        ThereList there = new ThereList(read.plan().contacts());
        go(now());
        former.ifPresent(shown -> {
            plan.as(shown.plan());
            matrix.as(shown.matrix());
            there.as(shown.there());
        });
        read.first().ifPresent(plan::find);
        stage.set(new Stage.Planned(plan, matrix, there, read.sites()));
    }

    /** Goes back to the plan as it was shown last, if what is shown now only asks about it. */
    boolean back() {
        Optional<Stage.Planned> asked = Optional.empty();
        if (now() instanceof Stage.Confirming shown && !shown.resumed()) {
            asked = Optional.of(shown.planned());
        } else if (now() instanceof Stage.Doubting shown) {
            asked = Optional.of(shown.planned());
        }
        asked.ifPresent(stage::set);
        return asked.isPresent();
    }

    /** What is resumed has more deletions than are done without asking. */
    void ask(Plan left) {
        former.ifPresent(shown -> {
            PlanList list = new PlanList(left, shown.sites(), Only.ALL);
            Stage.Planned resumed = new Stage.Planned(list, shown.matrix(), shown.there(), shown.sites());
            stage.set(Stage.Confirming.of(resumed, true));
        });
    }

    /** The remotes of the plan that was shown last. */
    Sites sites() {
        return former.map(Stage.Planned::sites).orElseGet(() -> new Sites(List.of()));
    }
}
