package dev.lockstep.cli;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.transfer.Columns;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Progress;
import dev.lockstep.words.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What a file that is imported may need: its own password and key file, and which column of a table is what. */
final class SourceKeys {
    private final Given<Integer> passwordFd =
            Given.number("--file-password-fd", "N", Text.of("cli.import.password-fd"));
    private final Given<Path> keyFile = Given.file("--file-key", "KEYFILE", Text.of("cli.import.key"));
    private final Given<String> columns = Given.text("--columns", "COLUMNS", Text.of("cli.import.columns"));

    CommandSpec addTo(CommandSpec spec) {
        return spec.add(passwordFd.spec()).add(keyFile.spec()).add(columns.spec());
    }

    /** Reads the file, asking for its password if need be; to be closed by the caller. */
    ImportSource read(ImportFormat format, Path source, Terminal terminal) throws Exception {
        Optional<Columns> chosen = columns.get().isEmpty()
                ? Optional.empty()
                : Optional.of(ColumnChoice.of(columns.get().get()));
        try (SecretBuffer typed = password(format.needs(source), source, terminal);
                Passphrase passphrase = typed == null || typed.isEmpty() ? null : Passphrase.of(typed)) {
            return format.read(
                    source, new ImportOptions(Optional.ofNullable(passphrase), keyFile.get(), chosen), Progress.UNTOLD);
        }
    }

    private @Nullable SecretBuffer password(Set<Need> needs, Path source, Terminal terminal)
            throws IOException, Refusal {
        Passwords passwords = new Passwords(terminal);
        if (passwordFd.get().isPresent()) {
            return passwords.read(passwordFd.get().get());
        }
        boolean either = needs.contains(Need.PASSWORD_OR_KEY_FILE);
        if (!either && !needs.contains(Need.PASSWORD)) {
            return null;
        }
        String prompt = Text.of("cli.prompt.password", String.valueOf(source.getFileName()));
        return either && keyFile.get().isPresent() ? terminal.askHidden(prompt).orElse(null) : passwords.asked(prompt);
    }
}
