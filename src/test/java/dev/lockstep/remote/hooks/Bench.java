package dev.lockstep.remote.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.function.Executable;

/** Threads and connections for one test, and calls in few words. */
public final class Bench implements AutoCloseable {
    /** What the simulators' clocks show. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-03T14:02:11Z"), ZoneOffset.UTC);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(threads);

    public ExecutorService threads() {
        return threads;
    }

    public Transport transport() {
        return transport;
    }

    /** Not patient: a pause that a vendor asks for is too long. */
    public static Pace pace() {
        return new Pace(Duration.ofSeconds(10), Duration.ofMillis(2), Duration.ofMillis(20), 8, Clock.systemUTC());
    }

    public static SecretValue value(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String text(SecretValue value) {
        try (value) {
            return value.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    public static List<RemoteSecret> listed(RemoteVault vault) throws RemoteException {
        List<RemoteSecret> all = new ArrayList<>();
        vault.list(all::add);
        return all;
    }

    public static List<String> names(RemoteVault vault) throws RemoteException {
        return listed(vault).stream().map(RemoteSecret::name).toList();
    }

    /** The id of the secret of that name, by a list. */
    public static String id(RemoteVault vault, String name) throws RemoteException {
        return listed(vault).stream()
                .filter(secret -> secret.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .orElseThrow();
    }

    public static Trouble trouble(Executable call) {
        return assertThrows(RemoteException.class, call).trouble();
    }

    public static void assertTrouble(Trouble expected, Executable call) {
        assertEquals(expected, trouble(call));
    }

    @Override
    public void close() {
        transport.close();
        threads.shutdownNow();
    }
}
