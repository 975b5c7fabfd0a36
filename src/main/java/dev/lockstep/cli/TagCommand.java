package dev.lockstep.cli;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Adds tags to secrets and takes tags from them. */
final class TagCommand implements Command {
    private final Given<List<String>> names = Given.operands(0, "NAME", Text.of("cli.tag.names"));
    private final Given<List<String>> add = Given.texts("--add", "TAG", Text.of("cli.tag.add"));
    private final Given<List<String>> remove = Given.texts("--remove", "TAG", Text.of("cli.tag.remove"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "tag", Text.of("cli.tag"), names, add, remove);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        Set<String> added = Names.tags(add.get().orElse(List.of()));
        Set<String> removed = Names.tags(remove.get().orElse(List.of()));
        if (added.isEmpty() && removed.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.tag.nothing"));
        }
        try (OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            List<SecretId> found = new ArrayList<>();
            for (String name : names.value()) {
                found.add(search.secret(name).id());
            }
            vault.secrets().tag(found, added, removed);
            invocation.output().line(Text.of("cli.tag.done", found.size()));
            return ExitCode.OK;
        }
    }
}
