package dev.lockstep.app;

import dev.lockstep.keystore.Keystore;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.settings.SettingsFile;
import dev.lockstep.sync.Outside;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Preferences;
import dev.lockstep.ui.shell.ShellViewModel;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Puts the program together, from the bottom up.
 *
 * @param work done in the background, held until it is let go
 * @param notice what is to be told the user once the window is there
 */
record Wiring(Locations locations, Held work, Background background, Preferences preferences, Optional<String> notice) {
    static Wiring of(Locations locations) {
        Held work = new Held(Executors.newVirtualThreadPerTaskExecutor());
        Background background = threads(work);
        SettingsFile file = new SettingsFile(locations.settings());
        SettingsFile.Loaded loaded = file.load();
        Optional<String> notice = loaded instanceof SettingsFile.Loaded.Broken broken
                ? Optional.of(Text.of("app.settingsBroken", broken.aside().orElse(locations.settings())))
                : Optional.empty();
        return new Wiring(locations, work, background, new Preferences(loaded.settings(), file, background), notice);
    }

    /** @param first the vault to begin with, if it need not be the one that was open last */
    ShellViewModel shell(Optional<Path> first, ShellViewModel.Exits exits) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        SecureRandom random = new SecureRandom();
        Vaults vaults = new Vaults(clock, random, locations.remembered());
        Executor calls = Executors.newVirtualThreadPerTaskExecutor();
        Connector connector = new Connector(calls, clock);
        return new ShellViewModel(
                new ShellViewModel.Services(
                        vaults,
                        Keystore.ofThisSystem(keystoreThread()),
                        background,
                        clock,
                        random,
                        preferences,
                        locations.vaults(),
                        locations.settings(),
                        new Outside(connector, new PracticeVaults(calls, clock, connector)),
                        Version.current()),
                sweeping(connector, exits),
                first);
    }

    /** Keys of connections are overwritten, too. */
    private static ShellViewModel.Exits sweeping(Connector connector, ShellViewModel.Exits exits) {
        Runnable scrub = () -> {
            if (connector.isUsed()) {
                new SpentKeys().run();
            }
            exits.scrub().run();
        };
        return new ShellViewModel.Exits(exits.forget(), scrub, exits.show(), exits.quit());
    }

    /** A thread of the platform, since calls of the system hold it; it ends with the program, whatever the system does. */
    private static Executor keystoreThread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("keystore").daemon().factory());
    }

    private static Background threads(Executor workers) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timer").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return new Background(workers, Platform::runLater, (delay, action) -> after(timer, delay, action));
    }

    /** Calls back later; once it is cancelled, nothing holds the action any more, not even the queue. */
    private static Background.Cancellable after(ScheduledThreadPoolExecutor timer, Duration delay, Runnable action) {
        AtomicReference<@Nullable Runnable> wanted = new AtomicReference<>(action);
        Runnable unlessCancelled = () -> {
            Runnable due = wanted.getAndSet(null);
            if (due != null) {
                due.run();
            }
        };
        var waiting = timer.schedule(() -> Platform.runLater(unlessCancelled), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            wanted.set(null);
            waiting.cancel(false);
        };
    }
}
