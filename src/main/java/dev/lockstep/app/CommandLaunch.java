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
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** One start of the program that opens no window and touches nothing of the toolkit, up to its end. */
final class CommandLaunch {
    /** How long a command has to end after a signal. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final OperatingSystem system;
    private final Map<String, String> environment;
    private final Locations locations;
    private final Properties properties;
    private final PrintStream errors =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    CommandLaunch(OperatingSystem system, Map<String, String> environment, Locations locations, Properties properties) {
        this.system = system;
        this.environment = environment;
        this.locations = locations;
        this.properties = properties;
    }

    /** Does what the arguments ask for, and returns the exit code when the program is over. */
    int run(List<String> arguments) {
        Optional<Path> unusable = new Folders(locations, properties).prepare();
        if (unusable.isPresent()) {
            errors.println(Text.of("app.noFolder", unusable.get()));
            return ExitCode.CANNOT_CREATE.number();
        }
        CrashReport crashes =
                new CrashReport(locations.crashes(), Version.current(), Clock.systemUTC(), this::tellCrash);
        Terminal terminal;
        Thread atSignal;
        if (system == OperatingSystem.WINDOWS) {
            terminal = new PlainTerminal(errors);
            atSignal = stopping(Thread.currentThread(), () -> false);
        } else {
            UnixTerminal unix = new UnixTerminal(system, errors);
            terminal = unix;
            atSignal = stopping(Thread.currentThread(), unix::isWaiting);
        }
        Runtime.getRuntime().addShutdownHook(atSignal);
        try {
            return new Program(services(terminal)).run(arguments);
        } catch (RuntimeException e) {
            crashes.report(e);
            return ExitCode.UNEXPECTED.number();
        } finally {
            release(atSignal);
        }
    }

    /** Lets the command end in order after a signal: what it began is undone, and what it copied is cleared. */
    private static Thread stopping(Thread command, BooleanSupplier waiting) {
        return new Thread(() -> {
            if (!waiting.getAsBoolean()) {
                command.interrupt();
                try {
                    command.join(PATIENCE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    private static void release(Thread atSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(atSignal);
        } catch (IllegalStateException e) {
            // A signal came, and the hook waits for this thread.
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
        Executor calls = Executors.newVirtualThreadPerTaskExecutor();
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
