package dev.lockstep.cli;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.RecoveryFile;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Makes a new vault. Its recovery code goes to a file, or to a terminal where somebody reads it. */
final class InitCommand implements Command {
    /** How long unlocking shall take, as in the window. */
    private static final Duration COST = Duration.ofSeconds(1);

    private final Given<Path> recoveryTo = Given.file("--recovery-to", "FILE", Text.of("cli.init.recovery-to"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "init", Text.of("cli.init"), recoveryTo);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        Optional<Path> sheet = recoveryTo.get();
        if (sheet.isEmpty() && !invocation.terminal().outputIsTerminal()) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.init.nobody"));
        }
        if (sheet.isPresent() && Files.exists(sheet.get())) {
            throw new Refusal(ExitCode.CANNOT_CREATE, Text.of("cli.init.sheet-exists"));
        }
        Path file = new Entrance(invocation.services(), invocation.globals()).named();
        Services services = invocation.services();
        String first = invocation.globals().collection().get().orElseGet(() -> Text.of("create.firstCollection"));
        try (SecretBuffer typed = new Passwords(invocation.terminal())
                        .chosen(invocation.globals().passwordFd().get());
                Passphrase passphrase = Passphrase.of(typed);
                SecretValue code = services.vaults().newRecoveryCode();
                OpenVault vault = services.vaults()
                        .create(file, passphrase, code, services.vaults().measureKdf(COST), Names.checked(first))) {
            keep(invocation, vault.name(), code);
            invocation.output().line(Text.of("cli.init.done", file));
        }
        return ExitCode.OK;
    }

    private void keep(Invocation invocation, String name, SecretValue code) throws Exception {
        LocalDate today = LocalDate.now(invocation.services().clock());
        String head = Text.of("new-code.sheet.head", name, today);
        String tail = Text.of("new-code.sheet.tail");
        if (recoveryTo.get().isPresent()) {
            new RecoveryFile(head, code, tail).save(recoveryTo.get().get());
            return;
        }
        Output output = invocation.output();
        output.line(head + "\n");
        output.flush();
        new Secret(invocation.terminal()).write(code);
        output.line("\n" + tail + "\n");
    }
}
