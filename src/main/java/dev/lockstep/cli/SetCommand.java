package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretFile;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Text;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Adds a secret or gives it a new value: from standard input, a file or the terminal, never from an argument. */
final class SetCommand implements Command {
    private final Given<String> name = Given.operand(0, "NAME", Text.of("cli.set.name"));
    private final Given<Path> from = Given.file("--from", "FILE", Text.of("cli.set.from"));
    private final Given<Boolean> strip = Given.flag("--strip-newline", Text.of("cli.set.strip"));
    private final Given<Boolean> onlyNew = Given.flag("--new", Text.of("cli.set.new"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "set", Text.of("cli.set"), name, from, strip, onlyNew);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        String wanted = Names.checked(name.value());
        try (SecretValue value = value(invocation)) {
            try (OpenVault vault = invocation.open()) {
                Optional<Entry> present = invocation.search(vault).find(wanted);
                if (present.isEmpty()) {
                    SecretCollection into = invocation.search(vault).target();
                    vault.secrets().add(SecretDetails.named(into.id(), wanted), value);
                    invocation
                            .output()
                            .line(Text.of("cli.set.added", invocation.output().shown(wanted)));
                    return ExitCode.OK;
                }
                if (onlyNew.isSet()) {
                    throw new VaultException(new Failure.NameTaken());
                }
                vault.secrets().edit(present.get(), SecretDetails.of(present.get()), value);
                invocation
                        .output()
                        .line(Text.of("cli.set.changed", invocation.output().shown(wanted)));
                return ExitCode.OK;
            }
        }
    }

    private SecretValue value(Invocation invocation) throws Exception {
        SecretValue read = read(invocation);
        if (read.size() > SecretValue.MAX_SIZE) {
            read.close();
            throw new VaultException(new Failure.TooLarge(Failure.Field.VALUE, SecretValue.MAX_SIZE));
        }
        return strip.isSet() ? stripped(read) : read;
    }

    private SecretValue read(Invocation invocation) throws Exception {
        int most = SecretValue.MAX_SIZE + 1;
        Terminal terminal = invocation.terminal();
        if (from.get().isPresent()) {
            try {
                return SecretFile.read(from.get().get(), most);
            } catch (NoSuchFileException e) {
                throw new Refusal(ExitCode.NO_INPUT, Text.of("cli.set.no-file"));
            }
        }
        if (terminal.inputIsTerminal()) {
            try (SecretBuffer typed = new Passwords(terminal).asked(Text.of("cli.set.prompt"))) {
                return typed.toValue();
            }
        }
        if (invocation.globals().passwordFd().get().equals(Optional.of(0))) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.set.both"));
        }
        return terminal.read(0, most);
    }

    /** Without one line end at the end. Closes what it takes. */
    private static SecretValue stripped(SecretValue value) {
        try (value) {
            int end = value.size();
            for (byte each : List.of((byte) '\n', (byte) '\r')) {
                end -= end > 0 && (end < value.size() || each == '\n') && value.at(end - 1) == each ? 1 : 0;
            }
            int kept = end;
            return value.use(bytes -> SecretValue.taking(java.util.Arrays.copyOf(bytes, kept)));
        }
    }
}
