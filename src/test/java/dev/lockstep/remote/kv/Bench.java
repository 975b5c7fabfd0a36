package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.KvQuirk;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.practice.Scripted;
import dev.lockstep.practice.Simulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.function.Executable;

/** A practice server, what it was asked, and remotes that lead to it. */
final class Bench implements AutoCloseable {
    static final Map<String, String> TOKEN = Map.of("token", KvSimulator.TOKEN);
    static final Map<String, String> ROLE = Map.of("role-id", KvSimulator.ROLE_ID, "secret-id", KvSimulator.SECRET_ID);

    final MovableClock clock = new MovableClock();
    final KvSimulator server;
    final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final ContractCheck engine = ContractCheck.of("kvv2.yaml", "");
    private final ContractCheck system = ContractCheck.of("kvv2-system.yaml", "");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(threads);
    private final List<RemoteVault> opened = new ArrayList<>();

    Bench(KvQuirk... quirks) throws IOException {
        server = new KvSimulator(threads, clock, quirks);
        server.witnessedBy(this::look);
    }

    private void look(Asked request, Answered answer) {
        asked.add(request.method() + " " + request.target());
        check(request, answer);
    }

    /** The contract knows paths of one segment only, and validators no others. */
    private void check(Asked request, Answered answer) {
        String[] parts = request.path().split("/", 5);
        boolean ofEngine = parts.length == 5 && parts[2].equals("secret");
        if (!ofEngine) {
            system.accept(request, answer);
            return;
        }
        String name = parts[4].isEmpty() ? "-" : parts[4].replaceAll("[^A-Za-z0-9_-]", "_");
        String query = request.target().getRawQuery();
        URI flat = URI.create("/v1/secret/" + parts[3] + "/" + name + (query == null ? "" : "?" + query));
        engine.accept(new Asked(request.method(), flat, request.headers(), request.body()), answer);
    }

    List<String> breaches() {
        return engine.breaches();
    }

    void requireClean() {
        engine.requireClean();
        assertEquals(List.of(), system.breaches());
    }

    Pace pace() {
        return new Pace(Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofMillis(5), 8, clock);
    }

    Transport transport() {
        return transport;
    }

    ExecutorService threads() {
        return threads;
    }

    RemoteVault open() throws RemoteException {
        return open(server, Map.of(), TOKEN);
    }

    RemoteVault openAsRole() throws RemoteException {
        return open(server, Map.of("auth", "approle"), ROLE);
    }

    RemoteVault open(Simulator at, Map<String, String> settings, Map<String, String> credentials)
            throws RemoteException {
        Map<String, String> all = new HashMap<>(Map.of("address", at.address(), "mount", "secret", "auth", "token"));
        all.putAll(settings);
        Map<String, SecretValue> values = new HashMap<>();
        credentials.forEach((field, text) -> values.put(field, value(text)));
        try (Connection connection = new Connection(Vendor.KV_V2, all, values)) {
            RemoteVault vault = KvVault.open(connection, transport, pace());
            opened.add(vault);
            return vault;
        }
    }

    /** Writes as another program does, past the adapter. */
    Answered other(String method, String path, String body) throws Exception {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(URI.create(server.address() + "/v1/secret/" + path))
                    .header("X-Vault-Token", KvSimulator.TOKEN)
                    .header("Content-Type", "application/json")
                    .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var reply = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray());
            return new Answered(reply.statusCode(), Map.of(), "", reply.body());
        }
    }

    static SecretValue value(String text) {
        return SecretValue.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(SecretValue value) {
        try (value) {
            return value.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static RemoteSecret create(RemoteVault vault, String name, String text) throws RemoteException {
        try (SecretValue value = value(text)) {
            return vault.create(NewSecret.of(name, value));
        }
    }

    static String read(RemoteVault vault, String name) throws RemoteException {
        return text(vault.valueReader().orElseThrow().read(name));
    }

    static RemoteSecret inspect(RemoteVault vault, String name) throws RemoteException {
        return vault.inspector().orElseThrow().inspect(name);
    }

    static void delete(RemoteVault vault, String name) throws RemoteException {
        vault.deleter().orElseThrow().delete(name);
    }

    static RemoteSecret update(RemoteVault vault, String name, String text, OptionalLong version)
            throws RemoteException {
        try (SecretValue value = value(text)) {
            var change = new RemoteVault.Change(value, java.util.Optional.empty(), version);
            return vault.updater().orElseThrow().update(name, change).orElseThrow();
        }
    }

    static List<String> names(RemoteVault vault) throws RemoteException {
        List<String> names = new ArrayList<>();
        vault.list(secret -> names.add(secret.name()));
        return names.stream().sorted().toList();
    }

    static Trouble trouble(Executable call) {
        return assertThrows(RemoteException.class, call).trouble();
    }

    /** A server that gives one answer to whatever it is asked about secrets. */
    Scripted canned(Answered answer) throws IOException {
        Scripted canned = new Scripted(threads);
        Answered looked = Answered.json(200, "{\"data\":{\"display_name\":\"x\",\"ttl\":0,\"renewable\":false}}");
        canned.tell(request -> request.path().equals("/v1/auth/token/lookup-self") ? looked : answer);
        return canned;
    }

    @Override
    public void close() {
        opened.forEach(RemoteVault::close);
        transport.close();
        server.close();
        threads.close();
    }
}
