package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Lists remotes without asking them anything: a line each, with tabs between name, vendor, collection and use. In JSON:
 *
 * <pre>
 * remotes: name, vendor, collection, direction, deletions, paused, mapping, prefix, settings: text by id | credentials: ids
 * </pre>
 */
final class RemoteListCommand implements Command {
    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "list", Text.of("cli.remote.list"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            List<Remote> remotes = search.chosen()
                    .map(chosen -> vault.remotes().of(chosen.id()))
                    .orElseGet(vault.remotes()::all);
            Output output = invocation.output();
            if (output.isJson()) {
                output.object(json -> {
                    json.writeArrayFieldStart("remotes");
                    for (Remote remote : remotes) {
                        write(json, remote, search);
                    }
                    json.writeEndArray();
                });
            } else {
                for (Remote remote : remotes) {
                    String use = remote.paused()
                            ? "paused"
                            : Choices.word(remote.conduct().direction());
                    output.line(
                            String.join("\t", remote.name(), remote.vendor(), search.title(remote.collection()), use));
                }
            }
            return remotes.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }

    private static void write(JsonGenerator json, Remote remote, Search search) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", remote.name());
        json.writeStringField("vendor", remote.vendor());
        json.writeStringField("collection", search.title(remote.collection()));
        json.writeStringField("direction", Choices.word(remote.conduct().direction()));
        json.writeBooleanField("deletions", remote.conduct().deletions());
        json.writeBooleanField("paused", remote.paused());
        json.writeStringField("mapping", remote.details().mapping().text());
        json.writeStringField("prefix", remote.details().prefix());
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, String> setting : new TreeMap<>(remote.details().settings()).entrySet()) {
            json.writeStringField(setting.getKey(), setting.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("credentials");
        for (String id : remote.credentials().stream().sorted().toList()) {
            json.writeString(id);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
