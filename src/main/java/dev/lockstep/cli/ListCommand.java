package dev.lockstep.cli;

import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Lists secrets by name, never a value. */
final class ListCommand implements Command {
    private final Given<String> text = Given.optional(0, "TEXT", Text.of("cli.list.text"));
    private final Given<String> tag = Given.text("--tag", "TAG", Text.of("cli.list.tag"));
    private final Given<Boolean> trash = Given.flag("--trash", Text.of("cli.list.trash"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "list", Text.of("cli.list"), text, tag, trash);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            List<Entry> found = find(vault, search);
            new EntryList(search, invocation.output()).write(found);
            return found.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }

    private List<Entry> find(OpenVault vault, Search search) {
        Catalog.Hits hits =
                vault.catalog().find(new Query(scope(search), text.get().orElse(""), Query.Order.NAME, false));
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            hits.entry(i).filter(search::in).filter(this::tagged).ifPresent(found::add);
        }
        return found;
    }

    private Query.Scope scope(Search search) {
        return trash.isSet() ? new Query.Scope.Trash() : search.scope();
    }

    private boolean tagged(Entry entry) {
        return tag.get().isEmpty() || entry.tags().contains(tag.get().get());
    }
}
