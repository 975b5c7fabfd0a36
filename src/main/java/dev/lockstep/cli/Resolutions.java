package dev.lockstep.cli;

import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides rows of a plan as {@code NAME=mine}, {@code theirs}, {@code adopt} or {@code skip} say. What nobody decides stays as the plan has it. */
record Resolutions(List<String> given) {
    /** What a choice is called on a command line. */
    static String word(Choice choice) {
        return switch (choice) {
            case KEEP_LOCAL -> "mine";
            case TAKE_REMOTE -> "theirs";
            case ADOPT -> "adopt";
            case SKIP -> "skip";
        };
    }

    /** Whether a row can be decided so: as the plan offers it, or by leaving out what would be done, or by creating again what is gone there. */
    static boolean isOffered(Row row, Choice choice) {
        return row.options().containsKey(choice) || ticks(row, choice).isPresent();
    }

    private static Optional<Boolean> ticks(Row row, Choice choice) {
        if (row.operation().action().isEmpty()) {
            return Optional.empty();
        }
        return switch (choice) {
            case SKIP -> Optional.of(false);
            case KEEP_LOCAL -> row.operation() == Operation.CREATE ? Optional.of(true) : Optional.empty();
            case TAKE_REMOTE, ADOPT -> Optional.empty();
        };
    }

    Plan decide(Plan plan) throws Refusal {
        Plan decided = plan;
        for (String one : given) {
            int equals = one.lastIndexOf('=');
            Choice choice = Arrays.stream(Choice.values())
                    .filter(each -> equals > 0 && word(each).equals(one.substring(equals + 1)))
                    .findFirst()
                    .orElseThrow(
                            () -> new Refusal(ExitCode.USAGE, Text.of("cli.apply.bad-resolution", Legible.line(one))));
            String name = one.substring(0, equals);
            List<Row> rows = decided.rows().stream()
                    .filter(row -> row.name().equals(name) || row.key().there().equals(name))
                    .filter(row -> isOffered(row, choice))
                    .toList();
            if (rows.isEmpty()) {
                throw new Refusal(ExitCode.NOT_FOUND, Text.of("cli.apply.no-choice", Legible.line(one)));
            }
            for (Row row : rows) {
                decided = row.options().containsKey(choice)
                        ? decided.choose(row.key(), choice)
                        : decided.tick(row.key(), choice != Choice.SKIP);
            }
        }
        return decided;
    }
}
