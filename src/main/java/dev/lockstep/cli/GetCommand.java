package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.settings.Protection;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Text;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Gives one value: to standard output, or to the clipboard. Only if that is said, so that no value is shown by accident. */
final class GetCommand implements Command {
    private final Given<String> name = Given.operand(0, "NAME", Text.of("cli.get.name"));
    private final Given<Boolean> reveal = Given.flag("--reveal", Text.of("cli.get.reveal"));
    private final Given<Boolean> copy = Given.flag("--copy", Text.of("cli.get.copy"));
    private final Given<Integer> clearAfter = Given.number("--clear-after", "SECONDS", Text.of("cli.get.clear-after"));
    private final Given<Long> version = Given.count("--version-number", "N", Text.of("cli.get.version"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "get", Text.of("cli.get"), name, reveal, copy, clearAfter, version);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        int ways = (reveal.isSet() ? 1 : 0)
                + (copy.isSet() ? 1 : 0)
                + (invocation.output().isJson() ? 1 : 0);
        if (ways != 1) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.get.how"));
        }
        Optional<Clipboard> clipboard =
                copy.isSet() ? Optional.of(Clipboard.of(invocation.services())) : Optional.empty();
        try (SecretValue value = value(invocation)) {
            if (value == null) {
                return ExitCode.OK;
            }
            if (clipboard.isEmpty()) {
                new Secret(invocation.terminal()).write(value);
                return ExitCode.OK;
            }
            return copy(invocation, clipboard.get(), value);
        }
    }

    /** The value, to be closed by the caller, once the vault is closed; null if it was told about without it. */
    private @org.jspecify.annotations.Nullable SecretValue value(Invocation invocation) throws Exception {
        try (OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            Entry found = search.secret(name.value());
            if (invocation.output().isJson()) {
                EntryList entries = new EntryList(search, invocation.output());
                invocation.output().object(json -> entries.members(json, found));
                return null;
            }
            if (version.get().isPresent()) {
                long wanted = version.get().get();
                return copy.isSet()
                        ? vault.history().copy(found.id(), wanted)
                        : vault.history().reveal(found.id(), wanted);
            }
            return copy.isSet()
                    ? vault.secrets().copy(found.id())
                    : vault.secrets().reveal(found.id());
        }
    }

    private ExitCode copy(Invocation invocation, Clipboard clipboard, SecretValue value) throws Exception {
        int seconds = clearAfter
                .get()
                .orElseGet(() ->
                        invocation.services().settings().get().protection().clipboardSeconds());
        clipboard.put(value);
        if (seconds <= Protection.NEVER) {
            invocation.output().line(Text.of("cli.get.copied"));
            return ExitCode.OK;
        }
        invocation.output().line(Text.of("cli.get.copied-for", seconds));
        invocation.output().flush();
        clipboard.clearAfter(Duration.ofSeconds(seconds), value);
        return ExitCode.OK;
    }
}
