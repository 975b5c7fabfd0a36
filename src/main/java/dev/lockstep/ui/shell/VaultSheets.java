package dev.lockstep.ui.shell;

import dev.lockstep.ui.audit.AuditViewModel;
import dev.lockstep.ui.backups.BackupsViewModel;
import dev.lockstep.ui.keys.KeysViewModel;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.ui.kit.credentials.UnlockCost;
import dev.lockstep.ui.policy.PolicyViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the sheets about the open vault as a whole: its ways in, its backups, its log and what it keeps. */
final class VaultSheets {
    private final ShellViewModel.Services services;
    private final Discretion discretion;
    private final Consumer<Toast> toast;
    private final Panels.Exits exits;
    private final Panels panels;

    VaultSheets(
            ShellViewModel.Services services,
            Discretion discretion,
            Consumer<Toast> toast,
            Panels.Exits exits,
            Panels panels) {
        this.services = services;
        this.discretion = discretion;
        this.toast = toast;
        this.exits = exits;
        this.panels = panels;
    }

    /** Opens the audit log. */
    void audit() {
        panels.vault().ifPresent(open -> {
            panels.add(close -> new Panel.Audit(new AuditViewModel(
                    open,
                    services.background(),
                    services.clock(),
                    discretion,
                    new AuditViewModel.Exits(toast, close))));
        });
    }

    /** Opens what the vault does with former values and with its trash. */
    void policy() {
        panels.vault().ifPresent(open -> {
            panels.add(close -> new Panel.Policy(new PolicyViewModel(open, services.background(), close)));
        });
    }

    /**
     * Opens the backups of the vault.
     *
     * @param replaced told when the sheet is gone and another state stands in the place of the vault
     */
    void backups(Runnable replaced) {
        panels.vault().ifPresent(open -> {
            panels.add(close -> new Panel.Backups(
                    new BackupsViewModel(open, services.background(), new BackupsViewModel.Exits(replaced, close))));
        });
    }

    /** Opens the ways into the open vault. */
    void vaultKeys() {
        panels.vault().ifPresent(open -> {
            var around = new KeysViewModel.Surroundings(
                    open,
                    services.vaults(),
                    services.keystore(),
                    services.background(),
                    services.clock(),
                    services.random(),
                    () -> services.vaults().measureKdf(UnlockCost.TARGET),
                    services.preferences().get().keyFile(open.file()));
            panels.add(close -> new Panel.VaultKeys(new KeysViewModel(
                    around,
                    new KeysViewModel.Exits(
                            close, next -> rememberKeyFile(open.file(), next), exits.reopen(), exits.lock()))));
        });
    }

    /** Where the key file was remembered, the new one is. */
    private void rememberKeyFile(Path file, Optional<Path> next) {
        services.preferences()
                .change(settings -> settings.keyFile(file).isPresent() ? settings.with(file, next) : settings);
    }
}
