package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.sync.check.Checked;
import dev.lockstep.sync.check.Readings;
import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Lists remotes, and reads values there if that is asked for, changing nothing. In JSON:
 *
 * <pre>
 * remotes: name, result ("listed", "incomplete", "paused", "unkept"), secrets or null, read or null, unread: names | open: rows of a plan to decide
 * </pre>
 */
final class CheckCommand implements Command {
    private final Given<List<String>> remote = Given.texts("--remote", "NAME", Text.of("cli.sync.remote"));
    private final Given<Boolean> verify = Given.flag("--verify", Text.of("cli.check.verify"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "check", Text.of("cli.check"), remote, verify);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (SyncPlace place = SyncPlace.open(invocation)) {
            List<Remote> remotes = place.remotes(remote.get().orElse(List.of()));
            Looked looked = Looked.at(place, remotes, verify.isSet());
            Plan plan = place.sync().plan(place.collection());
            int open = Math.toIntExact(plan.rows(Filter.OPEN).stream()
                    .filter(row -> remotes.stream()
                            .anyMatch(one -> one.id().equals(row.key().remote())))
                    .count());
            if (invocation.output().isJson()) {
                invocation.output().object(json -> write(json, looked, open));
            } else {
                tell(invocation.output(), looked, open);
            }
            if (!looked.isWhole()) {
                return ExitCode.INCOMPLETE;
            }
            return open > 0 ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }

    private static void tell(Output output, Looked looked, int open) throws IOException {
        for (Map.Entry<Remote, Checked> one : looked.checked().entrySet()) {
            String name = one.getKey().name();
            output.line(
                    switch (one.getValue()) {
                        case Checked.Listed listed -> Text.of("cli.check.listed", name, listed.count());
                        case Checked.Incomplete incomplete ->
                            Text.of("cli.check.incomplete", name, Choices.word(incomplete.why()));
                        case Checked.Paused paused -> Text.of("cli.check.paused", name);
                        case Checked.Unkept unkept -> Text.of("cli.check.unkept", name, Terms.of(unkept.failure()));
                    });
            Readings readings = looked.readings().get(one.getKey().id());
            if (readings != null) {
                output.line(Text.of(
                        "cli.check.read",
                        name,
                        readings.read().size(),
                        readings.unread().size()));
            }
        }
        output.line(Text.of("cli.check.open", open));
    }

    private static void write(JsonGenerator json, Looked looked, int open) throws IOException {
        json.writeArrayFieldStart("remotes");
        for (Map.Entry<Remote, Checked> one : looked.checked().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", one.getKey().name());
            json.writeStringField("result", Terms.of(one.getValue()));
            if (one.getValue() instanceof Checked.Listed listed) {
                json.writeNumberField("secrets", listed.count());
            } else {
                json.writeNullField("secrets");
            }
            Readings readings = looked.readings().get(one.getKey().id());
            if (readings == null) {
                json.writeNullField("read");
            } else {
                json.writeNumberField("read", readings.read().size());
            }
            json.writeArrayFieldStart("unread");
            if (readings != null) {
                for (String name : readings.unread().keySet().stream().sorted().toList()) {
                    json.writeString(name);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("open", open);
    }
}
