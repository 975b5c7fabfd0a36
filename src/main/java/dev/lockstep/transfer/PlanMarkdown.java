package dev.lockstep.transfer;

import static dev.lockstep.transfer.MarkdownText.escaped;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.transfer.PlanWording.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan as Markdown, for people: a heading and a table for each remote. */
final class PlanMarkdown {
    private final Plan plan;
    private final PlanWording words;
    private final StringBuilder text = new StringBuilder();

    PlanMarkdown(Plan plan, PlanWording words) {
        this.plan = plan;
        this.words = words;
    }

    String text() {
        text.append("# ").append(escaped(words.title())).append("\n\n");
        for (Map.Entry<Operation, Integer> count : new TreeMap<>(plan.summary()).entrySet()) {
            text.append("- ")
                    .append(escaped(words.operation(count.getKey())))
                    .append(": ")
                    .append(count.getValue())
                    .append('\n');
        }
        for (Banner banner : plan.banners()) {
            text.append("\n> ").append(escaped(words.banner(banner))).append('\n');
        }
        Map<RemoteId, List<Row>> remotes = plan.rows().stream()
                .collect(Collectors.groupingBy(row -> row.key().remote(), LinkedHashMap::new, Collectors.toList()));
        remotes.forEach(this::table);
        return text.toString();
    }

    private void table(RemoteId remote, List<Row> rows) {
        text.append("\n## ").append(escaped(words.remote(remote))).append("\n\n");
        StringJoiner heads = new StringJoiner(" | ", "| ", " |\n");
        StringJoiner rule = new StringJoiner("|", "|", "|\n");
        for (Column column : Column.values()) {
            heads.add(escaped(words.column(column)));
            rule.add("---");
        }
        text.append(heads).append(rule);
        rows.forEach(row -> text.append(new StringJoiner(" | ", "| ", " |\n")
                .add(row.ticked() ? "x" : "")
                .add(escaped(words.operation(row.operation())))
                .add(escaped(row.name()))
                .add(escaped(row.key().there()))
                .add(escaped(words.reason(row)))));
    }
}
