package dev.lockstep.cli;

import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Map;

/** Decides rows of a plan as {@code NAME=mine}, {@code theirs}, {@code adopt} or {@code skip} say. What nobody decides stays a conflict. */
record Resolutions(List<String> given) {
    private static final Map<String, Choice> WORDS =
            Map.of("mine", Choice.KEEP_LOCAL, "theirs", Choice.TAKE_REMOTE, "adopt", Choice.ADOPT, "skip", Choice.SKIP);

    Plan decide(Plan plan) throws Refusal {
        Plan decided = plan;
        for (String one : given) {
            int equals = one.lastIndexOf('=');
            Choice choice = equals < 1 ? null : WORDS.get(one.substring(equals + 1));
            if (choice == null) {
                throw new Refusal(ExitCode.USAGE, Text.of("cli.apply.bad-resolution", Legible.line(one)));
            }
            String name = one.substring(0, equals);
            List<Row> rows = plan.rows().stream()
                    .filter(row -> row.name().equals(name) || row.key().there().equals(name))
                    .filter(row -> row.options().containsKey(choice))
                    .toList();
            if (rows.isEmpty()) {
                throw new Refusal(ExitCode.NOT_FOUND, Text.of("cli.apply.no-choice", Legible.line(one)));
            }
            for (Row row : rows) {
                decided = decided.choose(row.key(), choice);
            }
        }
        return decided;
    }
}
