package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.sync.Check;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks remotes whether they let us in. In JSON:
 *
 * <pre>
 * remotes: name, welcome, account or null, scope or null, rights or null, trouble or null
 * </pre>
 */
final class RemoteTestCommand implements Command {
    private final Given<String> name = Given.optional(0, "NAME", Text.of("cli.remote.test.name"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "test", Text.of("cli.remote.test"), name);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (SyncPlace place = SyncPlace.open(invocation)) {
            Map<Remote, Check> checks = new LinkedHashMap<>();
            for (Remote remote : place.remotes(name.get().map(List::of).orElse(List.of()))) {
                checks.put(remote, place.connections().check(remote));
            }
            Output output = invocation.output();
            if (output.isJson()) {
                output.object(json -> {
                    json.writeArrayFieldStart("remotes");
                    for (Map.Entry<Remote, Check> one : checks.entrySet()) {
                        write(json, one.getKey(), one.getValue());
                    }
                    json.writeEndArray();
                });
            } else {
                for (Map.Entry<Remote, Check> one : checks.entrySet()) {
                    output.line(one.getKey().name() + "\t" + told(one.getValue()));
                }
            }
            if (checks.isEmpty()) {
                return ExitCode.NOT_FOUND;
            }
            boolean welcome = checks.values().stream().allMatch(Check.Welcome.class::isInstance);
            return welcome ? ExitCode.OK : ExitCode.INCOMPLETE;
        }
    }

    private static String told(Check check) {
        return switch (check) {
            case Check.Welcome welcome ->
                "welcome\t" + Choices.word(welcome.greeting().rights());
            case Check.Troubled troubled -> Terms.of(troubled.trouble());
        };
    }

    private static void write(JsonGenerator json, Remote remote, Check check) throws IOException {
        Optional<Greeting> greeting =
                check instanceof Check.Welcome welcome ? Optional.of(welcome.greeting()) : Optional.empty();
        json.writeStartObject();
        json.writeStringField("name", remote.name());
        json.writeBooleanField("welcome", greeting.isPresent());
        json.writeObjectField("account", greeting.flatMap(Greeting::account).orElse(null));
        json.writeObjectField("scope", greeting.flatMap(Greeting::scope).orElse(null));
        json.writeObjectField(
                "rights", greeting.map(Greeting::rights).map(Choices::word).orElse(null));
        json.writeObjectField(
                "trouble", check instanceof Check.Troubled troubled ? Terms.of(troubled.trouble()) : null);
        json.writeEndObject();
    }
}
