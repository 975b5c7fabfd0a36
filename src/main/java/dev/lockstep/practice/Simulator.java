package dev.lockstep.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A vendor's API on this computer, held in memory: for tests, and for users who want to try sync without an account. Listens on the loopback
 * interface alone. A subclass answers by the vendor's contract; trouble is made here.
 */
public abstract class Simulator implements AutoCloseable {
    private static final int LARGEST_REQUEST = 33 << 20;
    private static final int TOO_LARGE = 413;

    private static final String HOST = "127.0.0.1";

    /**
     * A property of the system that the module {@code jdk.httpserver} reads before its first server: without it each answer of more than one
     * write, which is 8 KiB, waits some 40 ms until the other side has acknowledged the first.
     */
    private static final String UNDELAYED = "sun.net.httpserver.nodelay";

    /** At its finest level the server writes the address of every request, and one vendor's addresses hold values. Held, or it is forgotten. */
    private static final Logger SERVER_LOG = Logger.getLogger("com.sun.net.httpserver");

    private final HttpServer server;
    private final ConcurrentLinkedDeque<Disturbance> ahead = new ConcurrentLinkedDeque<>();
    private volatile BiConsumer<Asked, Answered> witness = (asked, answered) -> {};
    private volatile Optional<Disturbance> always = Optional.empty();

    /**
     * Starts to listen on a free port.
     *
     * @param executor runs the answers
     */
    protected Simulator(Executor executor) throws IOException {
        SERVER_LOG.setLevel(Level.OFF);
        System.setProperty(UNDELAYED, "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(HOST), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it is, for example {@code http://127.0.0.1:40123}, without a slash at its end. */
    public String address() {
        return "http://" + HOST + ":" + server.getAddress().getPort();
    }

    /** What is said to who has not the right credentials, by which every request is judged first; empty if they are right or not needed. */
    protected abstract Optional<Answered> stranger(Asked asked);

    /** Answers a request with the right credentials as the vendor does; called by several threads at once. */
    protected abstract Answered answer(Asked asked);

    /** The vendor's answer for a disturbance that is an answer; called instead of {@link #answer}. */
    protected abstract Answered disturbed(Asked asked, Disturbance disturbance);

    /** Whether a request asks for a list. */
    protected abstract boolean asksForList(Asked asked);

    /** An answer to a request for a list: no secrets, or only those before the last write. */
    protected abstract Answered list(Asked asked, Disturbance disturbance);

    /** Makes these troubles, one with each of the next calls. */
    public void disturb(Disturbance... next) {
        ahead.addAll(Arrays.asList(next));
    }

    /** Makes none of the troubles that are still to come. */
    public void disturbNoMore() {
        ahead.clear();
        always = Optional.empty();
    }

    /** Makes this trouble with every call, until it is empty again; those made by {@link #disturb} come first. */
    public void disturbAlways(Optional<Disturbance> disturbance) {
        always = disturbance;
    }

    /** Shows every request with its answer to somebody, who may not keep the values in them. */
    public void witnessedBy(BiConsumer<Asked, Answered> who) {
        witness = who;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
            if (body.length > LARGEST_REQUEST) {
                exchange.sendResponseHeaders(TOO_LARGE, -1);
                return;
            }
            Asked asked = new Asked(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
            Disturbance next = ahead.poll();
            Optional<Disturbance> disturbance = next == null ? always : Optional.of(next);
            if (disturbance.isPresent()) {
                disturb(exchange, asked, disturbance.get());
            } else {
                send(exchange, asked, judged(asked));
            }
        }
    }

    private Answered judged(Asked asked) {
        return stranger(asked).orElseGet(() -> answer(asked));
    }

    private Answered listed(Asked asked, Disturbance disturbance) {
        return stranger(asked).orElseGet(() -> list(asked, disturbance));
    }

    private void disturb(HttpExchange exchange, Asked asked, Disturbance disturbance) throws IOException {
        switch (disturbance) {
            case RESET_BEFORE -> {}
            case RESET_AFTER -> witness.accept(asked, judged(asked));
            case ENDLESS_BODY -> endless(exchange);
            case TRUNCATED -> truncated(exchange, judged(asked));
            case HTML_PAGE -> page(exchange);
            case EMPTY_LISTING, STALE_LISTING ->
                send(exchange, asked, asksForList(asked) ? listed(asked, disturbance) : judged(asked));
            default -> send(exchange, asked, disturbed(asked, disturbance));
        }
    }

    private void send(HttpExchange exchange, Asked asked, Answered answered) throws IOException {
        witness.accept(asked, answered);
        answered.headers().forEach(exchange.getResponseHeaders()::set);
        if (!answered.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answered.type());
        }
        write(exchange, answered.status(), answered.body());
    }

    private static void truncated(HttpExchange exchange, Answered answered) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, answered.status(), Arrays.copyOf(answered.body(), answered.body().length / 2));
    }

    private static void page(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        write(exchange, 200, "<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Ends when the other side has enough. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = new byte[1 << 16];
        Arrays.fill(chunk, (byte) ' ');
        OutputStream out = exchange.getResponseBody();
        while (!Thread.currentThread().isInterrupted()) {
            out.write(chunk);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
