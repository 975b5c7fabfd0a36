package dev.lockstep.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.lockstep.practice.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** A simulator behind TLS that takes the credentials of a test for its own. Once the first call shows how to sign, secrets are put there. */
final class TlsFront implements AutoCloseable {
    private static final List<String> OWN_HEADERS =
            List.of("Host", "Content-Length", "Connection", "Upgrade", "HTTP2-Settings");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicBoolean planted = new AtomicBoolean();
    private final HttpsServer server;
    private final Simulator simulator;
    private final Translation translation;
    private final Supplier<Planting> planting;

    /**
     * What a vendor is told in place of what was sent, and the other way round.
     *
     * @param signing header that shows who asks
     */
    record Translation(String signing, UnaryOperator<String> sent, UnaryOperator<String> answered) {}

    /** A request that creates a secret; the path is below the simulator's address. */
    record Planting(String path, String type, String body) {}

    TlsFront(
            Simulator simulator,
            SSLContext tls,
            Executor executor,
            Translation translation,
            Supplier<Planting> planting)
            throws IOException {
        this.simulator = simulator;
        this.translation = translation;
        this.planting = planting;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(executor);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        String path = URI.create(simulator.address()).getPath();
        return "https://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, texts) -> headers.put(name, texts.getFirst()));
            OWN_HEADERS.forEach(headers::remove);
            if (headers.containsKey(translation.signing()) && !planted.getAndSet(true)) {
                plant(headers);
            }
            URI there = URI.create(simulator.address())
                    .resolve(exchange.getRequestURI().toString());
            String body = text(exchange.getRequestBody().readAllBytes());
            HttpResponse<byte[]> answer = send(there, exchange.getRequestMethod(), headers, body);
            byte[] told = translation.answered().apply(text(answer.body())).getBytes(StandardCharsets.UTF_8);
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), told.length == 0 ? -1 : told.length);
            exchange.getResponseBody().write(told);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void plant(Map<String, String> signed) throws IOException {
        Planting wanted = planting.get();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(signed);
        headers.put("Content-Type", wanted.type());
        URI there = URI.create(simulator.address() + wanted.path());
        if (send(there, "POST", headers, wanted.body()).statusCode() / 100 != 2) {
            throw new IOException("Nothing was put there");
        }
    }

    private HttpResponse<byte[]> send(URI there, String method, Map<String, String> headers, String body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(there)
                .version(HttpClient.Version.HTTP_1_1)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        translation.sent().apply(body)));
        headers.forEach((name, text) -> request.header(name, translation.sent().apply(text)));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        simulator.close();
    }
}
