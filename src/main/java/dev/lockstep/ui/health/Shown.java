package dev.lockstep.ui.health;

import dev.lockstep.vault.Age;
import dev.lockstep.vault.Finding;
import dev.lockstep.vault.Finding.Concern;
import dev.lockstep.vault.HealthReport;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What the list shows: everything, one concern, or what one bar of a picture stands for. */
sealed interface Shown {
    /** What a report says about it. */
    List<Finding> of(HealthReport report);

    /** All findings, the most pressing first. */
    record Everything() implements Shown {
        @Override
        public List<Finding> of(HealthReport report) {
            return report.findings();
        }
    }

    record About(Concern concern) implements Shown {
        @Override
        public List<Finding> of(HealthReport report) {
            return report.findings(concern);
        }
    }

    record Aged(Age age) implements Shown {
        @Override
        public List<Finding> of(HealthReport report) {
            return report.aged(age);
        }
    }

    /**
     * What is due in a month.
     *
     * @param month empty for what is overdue
     */
    record DueIn(Optional<YearMonth> month) implements Shown {
        @Override
        public List<Finding> of(HealthReport report) {
            return report.due(month);
        }
    }
}
