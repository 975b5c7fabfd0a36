package dev.lockstep.cli;

import dev.lockstep.keystore.NoKeystore;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.settings.Settings;
import dev.lockstep.sync.Outside;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Runs command lines in this process on a vault file, with the test's clock; the password comes by descriptor 3. */
final class CommandGround implements AutoCloseable {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Path vault;
    private final Clock clock;

    CommandGround(Path vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** How a command line ended. */
    record Ended(int code, String out, String errors) {}

    Ended run(String... arguments) {
        return run(new ScriptedTerminal(), arguments);
    }

    Ended run(ScriptedTerminal terminal, String... arguments) {
        Services services = new Services(
                terminal.with(3, TestVaults.PASSWORD),
                Map.of(),
                () -> Settings.DEFAULT,
                new Vaults(clock, new SecureRandom(), vault.resolveSibling("state")),
                NoKeystore::new,
                clock,
                new SecureRandom(),
                "0",
                new Reach(new NoPrograms(), this::outside, executor));
        List<String> all = Stream.concat(
                        Stream.of("--vault", vault.toString(), "--password-fd", "3"), Stream.of(arguments))
                .toList();
        int code = new Program(services).run(all);
        return new Ended(code, terminal.said(), terminal.complained());
    }

    private Outside outside() {
        return new Outside(new Connector(executor, clock), vendor -> {
            throw new IOException("no practice vault");
        });
    }

    private record NoPrograms() implements Programs {
        @Override
        public int run(Start start) throws NotStartedException {
            throw new NotStartedException(NotStartedException.Reason.NOT_FOUND);
        }

        @Override
        public boolean takes(dev.lockstep.cleartext.SecretValue value, boolean masked) {
            return true;
        }

        @Override
        public boolean caseless() {
            return false;
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
