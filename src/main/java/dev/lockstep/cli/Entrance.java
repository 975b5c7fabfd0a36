package dev.lockstep.cli;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.Way;
import dev.lockstep.words.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The way into the vault that a command line names. */
final class Entrance {
    /** The environment variable that names a vault file. */
    static final String VAULT = "LOCKSTEP_VAULT";

    private final Services services;
    private final Globals globals;

    Entrance(Services services, Globals globals) {
        this.services = services;
        this.globals = globals;
    }

    /** The vault file: as given, or that of the environment. */
    Path named() throws Refusal {
        return given().orElseThrow(() -> new Refusal(ExitCode.USAGE, Text.of("cli.no-vault", VAULT)));
    }

    /** The vault file: as named, or the one that the window had open last. */
    private Path file() throws Refusal {
        Optional<Path> given = given();
        return given.isPresent()
                ? given.get()
                : services.settings().get().recent().stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(ExitCode.USAGE, Text.of("cli.no-vault", VAULT)));
    }

    private Optional<Path> given() throws Refusal {
        String named = services.environment().getOrDefault(VAULT, "");
        if (globals.vault().get().isPresent() || named.isEmpty()) {
            return globals.vault().get();
        }
        try {
            return Optional.of(Path.of(named));
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.path", VAULT));
        }
    }

    /** Opens it; to be closed by the caller. */
    OpenVault open() throws Exception {
        Path file = file();
        LockedVault locked = services.vaults().open(file);
        try {
            OpenVault open = globals.keystore() ? withKeystore(locked) : withPassword(locked, file);
            if (open.rollback().isPresent()) {
                services.terminal().errors().println(Text.of("cli.rollback"));
            }
            return open;
        } finally {
            locked.close();
        }
    }

    private OpenVault withKeystore(LockedVault locked) throws Exception {
        try (SecretValue key = services.keystore()
                .get()
                .read(locked.id())
                .orElseThrow(() -> new Refusal(ExitCode.NO_PERMISSION, Text.of("cli.no-quick-key")))) {
            return locked.unlockWithKeystore(key);
        } catch (VaultException e) {
            if (e.failure() instanceof Failure.WrongPassword) {
                throw new Refusal(ExitCode.NO_PERMISSION, Text.of("cli.old-quick-key"));
            }
            throw e;
        }
    }

    private OpenVault withPassword(LockedVault locked, Path file) throws Exception {
        Optional<Path> keyFile = globals.keyFile().get();
        if (keyFile.isEmpty()) {
            keyFile = services.settings().get().keyFile(file);
        }
        if (keyFile.isEmpty()
                && locked.ways().contains(Way.PASSWORD_AND_KEY_FILE)
                && !locked.ways().contains(Way.PASSWORD)) {
            throw new Refusal(ExitCode.NO_PERMISSION, Text.of("cli.no-key-file"));
        }
        Passwords passwords = new Passwords(services.terminal());
        try (SecretBuffer typed = passwords.present(globals.passwordFd().get(), locked.name());
                Passphrase passphrase = passphrase(typed)) {
            return locked.unlock(new Password(passphrase, keyFile));
        }
    }

    private static Passphrase passphrase(SecretBuffer typed) throws VaultException {
        try {
            return Passphrase.of(typed);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new VaultException(new Failure.WrongPassword(), e);
        }
    }
}
