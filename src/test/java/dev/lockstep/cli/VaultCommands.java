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
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Runs command lines in this process on a vault file, with the test's clock; the password comes by descriptor 3. */
final class VaultCommands implements AutoCloseable {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Path vault;
    private final Clock clock;

    VaultCommands(Path vault, Clock clock) {
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
                terminal.descriptor(3, TestVaults.PASSWORD),
                Map.of(),
                () -> Settings.DEFAULT,
                new Vaults(clock, new SecureRandom(), vault.resolveSibling("state")),
                NoKeystore::new,
                clock,
                new SecureRandom(),
                "0",
                reach(executor, clock));
        List<String> all = Stream.concat(
                        Stream.of("--vault", vault.toString(), "--password-fd", "3"), Stream.of(arguments))
                .toList();
        int code = new Program(services, () -> {}).run(all);
        return new Ended(code, terminal.said(), terminal.complained());
    }

    /** Remotes, and no other programs. */
    static Reach reach(Executor executor, Clock clock) {
        return new Reach(
                new NoPrograms(),
                () -> new Outside(new Connector(executor, clock), vendor -> {
                    throw new IOException("no practice vault");
                }),
                executor);
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
