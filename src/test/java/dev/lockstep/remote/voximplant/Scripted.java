package dev.lockstep.remote.voximplant;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.Simulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.http.Transport;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that answers as a test says, and an adapter that talks to it. */
final class Scripted extends Simulator {
    final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    final VoximplantVault vault;

    private final Function<Asked, Answered> script;
    private final ExecutorService executor;
    private final Transport transport;

    private Scripted(ExecutorService executor, Function<Asked, Answered> script) throws IOException, RemoteException {
        super(executor);
        this.executor = executor;
        this.script = script;
        transport = Transport.trusting(executor);
        Map<String, String> settings = Map.of("address", address(), "application", "1");
        try (Connection connection = Practice.connection(settings, SecretValue.copyOf(Keys.credentials()))) {
            vault = VoximplantVault.open(connection, transport, Practice.pace(Clock.systemUTC()));
        }
    }

    static Scripted answering(Function<Asked, Answered> script) throws IOException, RemoteException {
        return new Scripted(Executors.newVirtualThreadPerTaskExecutor(), script);
    }

    static Scripted answering(String json) throws IOException, RemoteException {
        return answering(asked -> Answered.json(200, json));
    }

    @Override
    protected Optional<Answered> stranger(Asked question) {
        return Optional.empty();
    }

    @Override
    protected Answered answer(Asked question) {
        asked.add(question);
        return script.apply(question);
    }

    @Override
    protected Answered disturbed(Asked question, Disturbance disturbance) {
        return answer(question);
    }

    @Override
    protected boolean asksForList(Asked question) {
        return false;
    }

    @Override
    protected Answered list(Asked question, Disturbance disturbance) {
        return answer(question);
    }

    @Override
    public void close() {
        vault.close();
        transport.close();
        super.close();
        executor.close();
    }
}
