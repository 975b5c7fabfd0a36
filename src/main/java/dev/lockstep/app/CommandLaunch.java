package dev.lockstep.app;

import dev.lockstep.cli.ExitCode;
import dev.lockstep.cli.Program;
import dev.lockstep.cli.Programs;
import dev.lockstep.cli.Reach;
import dev.lockstep.cli.Services;
import dev.lockstep.cli.Terminal;
import dev.lockstep.keystore.Keystore;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.settings.SettingsFile;
import dev.lockstep.sync.Outside;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One start of the program that opens no window and touches nothing of the toolkit, up to its end. */
final class CommandLaunch {
    /** How long a command has to end after a signal. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** The same where calls to remotes are under way, of which the outcome would be unknown. A call is given up after half of it. */
    private static final Duration CALLS = Duration.ofMinutes(1);

    private final ProcessShield shield;
    private final OperatingSystem system;
    private final Map<String, String> environment;
    private final Locations locations;
    private final Properties properties;
    private final PrintStream errors =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    private final Calls calls = new Calls();

    CommandLaunch(
            ProcessShield shield,
            OperatingSystem system,
            Map<String, String> environment,
            Locations locations,
            Properties properties) {
        this.shield = shield;
        this.system = system;
        this.environment = environment;
        this.locations = locations;
        this.properties = properties;
    }

    /** Does what the arguments ask for, and returns the exit code when the program is over. */
    int run(List<String> arguments) {
        // Takes as long as the command line takes to be read, so both are done side by side.
        CompletableFuture<Void> raised =
                CompletableFuture.runAsync(shield::raise, Thread.ofPlatform().daemon()::start);
        Optional<Path> unusable = new Folders(locations, properties).prepare();
        if (unusable.isPresent()) {
            errors.println(Text.of("app.noFolder", unusable.get()));
            return ExitCode.CANNOT_CREATE.number();
        }
        CrashReport crashes =
                new CrashReport(locations.crashes(), Version.current(), Clock.systemUTC(), this::tellCrash);
        Terminal terminal;
        Stopping stopping;
        if (system == OperatingSystem.WINDOWS) {
            terminal = new PlainTerminal(errors);
            stopping = new Stopping(Thread.currentThread(), () -> false, () -> {});
        } else {
            UnixTerminal unix = new UnixTerminal(system, errors);
            terminal = unix;
            stopping = new Stopping(Thread.currentThread(), unix::isWaiting, unix::endAtNextSignal);
        }
        stopping.begin();
        try {
            return new Program(services(terminal), raised::join).run(arguments);
        } catch (RuntimeException e) {
            crashes.report(e);
            return ExitCode.UNEXPECTED.number();
        } finally {
            stopping.end();
        }
    }

    /**
     * Lets the command end in order after a signal: what it began is undone, what it copied is cleared, and calls to remotes are answered. While it
     * waits for those, a second signal ends the program at once.
     */
    private final class Stopping {
        private final CountDownLatch over = new CountDownLatch(1);
        private final Thread atSignal = new Thread(this::stop);
        private final Thread command;
        private final BooleanSupplier waiting;
        private final Runnable atOnceNext;

        /**
         * @param waiting whether it waits where an interrupt does not reach it
         * @param atOnceNext has the next signal end the program
         */
        Stopping(Thread command, BooleanSupplier waiting, Runnable atOnceNext) {
            this.command = command;
            this.waiting = waiting;
            this.atOnceNext = atOnceNext;
        }

        void begin() {
            Runtime.getRuntime().addShutdownHook(atSignal);
        }

        private void stop() {
            if (waiting.getAsBoolean()) {
                return;
            }
            boolean calling = calls.areUnderWay();
            if (calling) {
                atOnceNext.run();
            }
            command.interrupt();
            if (calling) {
                errors.println(Text.of("cli.says", Text.of("cli.stopping")));
            }
            try {
                boolean ignored = over.await((calling ? CALLS : PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** The command is over: it waits neither for a signal any more, nor a signal for it. */
        void end() {
            over.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(atSignal);
            } catch (IllegalStateException e) {
                // A signal came, and ends the program.
            }
        }
    }

    private Services services(Terminal terminal) {
        Clock clock = Clock.system(ZoneId.systemDefault());
        SecureRandom random = new SecureRandom();
        SettingsFile settings = new SettingsFile(locations.settings());
        return new Services(
                terminal,
                environment,
                () -> settings.load().settings(),
                new Vaults(clock, random, locations.remembered()),
                CommandLaunch::keystore,
                clock,
                random,
                Version.current(),
                reach(clock));
    }

    private Reach reach(Clock clock) {
        Programs watched = WatchedPrograms.of(system, properties.getProperty("sun.jnu.encoding", ""));
        Programs programs = system == OperatingSystem.WINDOWS ? watched : new UnixPrograms(system, watched);
        return new Reach(programs, () -> outside(calls, clock), calls);
    }

    private static Outside outside(Executor calls, Clock clock) {
        Connector connector = new Connector(calls, clock);
        return new Outside(connector, new PracticeVaults(calls, clock, connector));
    }

    /** Its thread ends with the program, whatever the system does. */
    private static Keystore keystore() {
        return Keystore.ofThisSystem(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("keystore").daemon().factory()));
    }

    private void tellCrash(String code) {
        errors.println(Text.of("app.crashed", code, locations.crashes()));
    }
}
