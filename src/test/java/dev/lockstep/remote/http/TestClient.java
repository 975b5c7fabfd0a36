package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A client for tests, impatient, with a credential that can be looked for. */
final class TestClient implements AutoCloseable {
    static final String CANARY = "canary-CREDENTIAL-5e1f";
    static final Pace QUICK =
            new Pace(Duration.ofSeconds(3), Duration.ofMillis(1), Duration.ofMillis(300), 8, Clock.systemUTC());

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(executor);
    private final ApiClient client;

    TestClient(Origin origin, Pace pace) {
        client = new ApiClient(transport, origin, call -> call.header("X-Api-Key", CANARY), pace);
    }

    static TestClient of(RawServer server) {
        return new TestClient(server.origin(), QUICK);
    }

    /** Gives up on a call after that time. */
    static TestClient of(RawServer server, Duration whole) {
        return new TestClient(server.origin(), new Pace(whole, QUICK.pause(), QUICK.longestPause(), 8, QUICK.clock()));
    }

    Reply send(Call call) throws RemoteException {
        return client.send(call);
    }

    Reply get() throws RemoteException {
        return send(Call.get("/things"));
    }

    Trouble troubleOf(Call call) {
        return assertThrows(RemoteException.class, () -> send(call).close()).trouble();
    }

    static Call write(Call.Effect effect) {
        return write(effect, "canary-VALUE-9a7c");
    }

    static Call write(Call.Effect effect, String value) {
        try (SecretValue secret = SecretValue.taking(value.getBytes(StandardCharsets.UTF_8));
                JsonBody body = new JsonBody()) {
            return Call.of("POST", effect, "/things")
                    .body(body.secret("value", secret).body());
        } catch (RemoteException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        transport.close();
        executor.shutdownNow();
    }
}
