package dev.lockstep.cli;

import dev.lockstep.model.CollectionId;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Renames a secret, moves it to another collection, or both at once. */
final class MoveCommand implements Command {
    private final Given<String> name = Given.operand(0, "NAME", Text.of("cli.mv.name"));
    private final Given<String> newName = Given.optional(1, "NEW-NAME", Text.of("cli.mv.new-name"));
    private final Given<String> to = Given.text("--to", "COLLECTION", Text.of("cli.mv.to"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "mv", Text.of("cli.mv"), name, newName, to);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        if (newName.get().isEmpty() && to.get().isEmpty()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.mv.nothing"));
        }
        String called = Names.checked(newName.get().orElse(name.value()));
        try (OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            Entry found = search.secret(name.value());
            Optional<CollectionId> into = to.get().isEmpty()
                    ? Optional.empty()
                    : Optional.of(search.collection(to.get().get()).id());
            vault.secrets()
                    .revise(
                            List.of(found.id()),
                            now -> SecretDetails.of(now)
                                    .withName(called)
                                    .withCollection(into.orElse(now.collection())));
            Output output = invocation.output();
            String place = search.title(into.orElse(found.collection()));
            output.line(Text.of("cli.mv.done", output.shown(found.name()), output.shown(called), output.shown(place)));
            return ExitCode.OK;
        }
    }
}
