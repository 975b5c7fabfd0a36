package dev.lockstep.cli;

import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.transfer.PlanExport;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for readers: a line for each row that is not unchanged, with tabs between operation, remote, name there, name here and reason. */
record PlanLines(Plan plan, Terms terms) {
    /** What a script reads, as {@link PlanExport} has it. */
    void json(Output output) throws IOException {
        output.lines(new PlanExport(plan, terms).text(PlanExport.Format.JSON));
    }

    void lines(Output output) throws IOException {
        for (Banner banner : plan.banners()) {
            output.line(Text.of("cli.plan.banner", terms.remote(banner.remote()), terms.banner(banner)));
        }
        for (Row row : plan.rows()) {
            if (Filter.OPEN.accepts(row) || Filter.BLOCKED.accepts(row) || Filter.UNCHECKED.accepts(row)) {
                output.line(line(row));
            }
        }
        output.line(plan.summary().isEmpty() ? Text.of("cli.plan.nothing") : summary());
        output.line(Text.of("cli.plan.digest", plan.digest().text()));
    }

    String line(Row row) {
        return String.join(
                "\t",
                List.of(
                        terms.operation(row.operation()),
                        terms.remote(row.key().remote()),
                        row.key().there(),
                        row.name(),
                        terms.reason(row)));
    }

    private String summary() {
        return plan.summary().entrySet().stream()
                .map(count -> count.getValue() + " " + terms.operation(count.getKey()))
                .collect(Collectors.joining(", "));
    }
}
