package dev.lockstep.ui.shell;

import dev.lockstep.ui.backups.RescueViewModel;
import dev.lockstep.ui.create.CreateViewModel;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.unlock.UnlockViewModel;
import dev.lockstep.ui.welcome.WelcomeViewModel;
import dev.lockstep.vault.OpenVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes the screens that are shown while no vault is open, and leads from one to the next. */
final class Gate {
    private final ShellViewModel.Services services;
    private final Consumer<Screen> show;
    private final BiConsumer<OpenVault, Boolean> opened;
    private final Discretion discretion;
    private boolean makingDemo;

    /** @param opened given the unlocked vault, and whether a .env file is to be imported next */
    Gate(
            ShellViewModel.Services services,
            Discretion discretion,
            Consumer<Screen> show,
            BiConsumer<OpenVault, Boolean> opened) {
        this.discretion = discretion;
        this.services = services;
        this.show = show;
        this.opened = opened;
    }

    /** Where the program begins: at the vault that is asked for, else at the one that was open last, if there is one. */
    Screen first(Optional<Path> asked) {
        return asked.or(() -> services.preferences().get().recent().stream().findFirst())
                .map(this::unlock)
                .orElseGet(this::welcome);
    }

    Screen welcome() {
        var recents = services.preferences().get().recent();
        return new Screen.Welcome(new WelcomeViewModel(
                services.background(),
                services.clock(),
                recents,
                discretion.forScreen(),
                new WelcomeViewModel.Exits(
                        () -> show.accept(create(false)),
                        file -> show.accept(unlock(file)),
                        () -> show.accept(create(true)),
                        this::demo,
                        file -> services.preferences().change(settings -> settings.without(file)))));
    }

    /** Opens the demo vault: made if it is not there yet, else as any other. */
    private void demo() {
        if (makingDemo) {
            return;
        }
        makingDemo = true;
        DemoVault demo = new DemoVault(services.vaults(), services.random(), LocalDate.now(services.clock()));
        Path file = services.folder().resolve(DemoVault.FILE);
        services.background()
                .job(progress -> Files.exists(file) ? Optional.<OpenVault>empty() : Optional.of(demo.create(file)))
                .onDone(made -> {
                    makingDemo = false;
                    made.ifPresentOrElse(vault -> opened.accept(vault, false), () -> show.accept(unlock(file)));
                })
                .onFailed(failure -> {
                    makingDemo = false;
                    show.accept(unlock(file));
                })
                .start();
    }

    Screen create(boolean importNext) {
        var preferences = services.preferences();
        var start = new CreateViewModel.Start(
                services.folder(),
                LocalDate.now(services.clock()),
                importNext,
                preferences.get().protection());
        var exits = new CreateViewModel.Exits(
                protection -> preferences.change(settings -> settings.with(protection)),
                opened,
                () -> show.accept(welcome()));
        return new Screen.Create(
                new CreateViewModel(services.vaults(), services.background(), services.random(), start, exits));
    }

    Screen unlock(Path file) {
        var preferences = services.preferences();
        var start = new UnlockViewModel.Start(file, preferences.get().keyFile(file), discretion.forScreen());
        var exits = new UnlockViewModel.Exits(
                keyFile -> preferences.change(settings -> settings.with(file, keyFile)),
                vault -> opened.accept(vault, false),
                () -> show.accept(welcome()),
                () -> show.accept(rescue(file)));
        return new Screen.Unlock(
                new UnlockViewModel(services.vaults(), services.keystore(), services.background(), start, exits));
    }

    private Screen rescue(Path file) {
        var exits = new RescueViewModel.Exits(vault -> opened.accept(vault, false), () -> show.accept(unlock(file)));
        Optional<Path> keyFile = services.preferences().get().keyFile(file);
        return new Screen.Rescue(new RescueViewModel(services.vaults(), services.background(), file, keyFile, exits));
    }
}
