package dev.lockstep.ui.rotation;

import dev.lockstep.sync.rotation.Survey;
import java.util.List;

/** What the sheet shows. */
sealed interface Step {
    /** Something is read; it can be called off. */
    record Reading(double done) implements Step {}

    record Runs(List<Survey> surveys) implements Step {
        public Runs {
            surveys = List.copyOf(surveys);
        }
    }

    record Choosing(ChoiceList choices) implements Step {}

    record Running(RunList run) implements Step {}

    record Entering(RunList run, NewValues values) implements Step {}

    /** The question whether to give a run up. */
    record GivingUp(RunList run) implements Step {}
}
