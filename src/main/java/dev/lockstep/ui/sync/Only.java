package dev.lockstep.ui.sync;

import dev.lockstep.model.SecretId;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which secrets a plan is for: of the others no row is shown, and none is applied. */
record Only(Optional<Set<SecretId>> secrets) {
    static final Only ALL = new Only(Optional.empty());

    boolean accepts(Row row) {
        return accepts(row.key().secret());
    }

    /** Whether it is about a secret, or about a name that is only there. */
    boolean accepts(Optional<SecretId> secret) {
        return secrets.isEmpty() || secret.filter(secrets.get()::contains).isPresent();
    }

    /** The plan with nothing ticked that is not accepted. */
    Plan of(Plan plan) {
        List<RowKey> others = plan.ticked().stream()
                .filter(row -> !accepts(row))
                .map(Row::key)
                .toList();
        return others.isEmpty() ? plan : plan.with(plan.choices().ticking(others, false));
    }

    /** The title of the plan. */
    String title() {
        return secrets.map(some -> Text.of("sync.title.only", some.size())).orElseGet(() -> Text.of("sync.title"));
    }
}
