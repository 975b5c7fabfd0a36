package dev.lockstep.remote.voximplant;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.Scripted;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.http.Transport;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that answers as a test says, and an adapter that talks to it. */
final class Dialogue implements AutoCloseable {
    final VoximplantVault vault;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(executor);
    private final Scripted server = new Scripted(executor);

    private Dialogue(Function<Asked, Answered> script) throws IOException, RemoteException {
        server.tell(script);
        Map<String, String> settings = Map.of("address", address(), "application", "1");
        try (Connection connection = Practice.connection(settings, SecretValue.copyOf(Keys.credentials()))) {
            vault = VoximplantVault.open(connection, transport, Practice.pace(Clock.systemUTC()));
        }
    }

    static Dialogue answering(Function<Asked, Answered> script) throws IOException, RemoteException {
        return new Dialogue(script);
    }

    static Dialogue answering(String json) throws IOException, RemoteException {
        return answering(asked -> Answered.json(200, json));
    }

    String address() {
        return server.address();
    }

    List<Asked> asked() {
        return server.asked();
    }

    @Override
    public void close() {
        vault.close();
        transport.close();
        server.close();
        executor.close();
    }
}
