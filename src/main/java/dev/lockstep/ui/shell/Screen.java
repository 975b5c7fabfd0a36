package dev.lockstep.ui.shell;

import dev.lockstep.ui.backups.RescueViewModel;
import dev.lockstep.ui.create.CreateViewModel;
import dev.lockstep.ui.secrets.SecretsViewModel;
import dev.lockstep.ui.unlock.UnlockViewModel;
import dev.lockstep.ui.welcome.WelcomeViewModel;
import dev.lockstep.vault.OpenVault;

/** What fills the window. */
sealed interface Screen {
    record Welcome(WelcomeViewModel model) implements Screen {}

    record Create(CreateViewModel model) implements Screen {}

    record Unlock(UnlockViewModel model) implements Screen {}

    record Rescue(RescueViewModel model) implements Screen {}

    record Secrets(SecretsViewModel model, OpenVault vault) implements Screen {}
}
