package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.http.Call.Effect;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing of a credential or a value gets into a log at its finest level, an exception or a {@code toString}. */
@Timeout(60)
class CallCanaryTest {
    private static final List<String> VENDORS_ANSWERS = List.of(
            RawServer.json(200, "{\"value\":\"canary-ANSWER\"}"),
            RawServer.json(400, "{\"error\":\"canary-ANSWER\"}"),
            RawServer.json(200, "{\"value\":\"canary-ANSWER"),
            RawServer.json(200, "{\"canary-ANSWER\":1,\"canary-ANSWER\":2}"),
            RawServer.json(200, "canary-ANSWER"),
            "HTTP/1.1 canary-ANSWER\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: canary-ANSWER\r\n\r\n",
            RawServer.empty(302, "Location: https://canary-ANSWER.example/"),
            RawServer.empty(429, "Retry-After: canary-ANSWER"),
            RawServer.empty(503),
            "");

    private final Collection<String> written = new ConcurrentLinkedQueue<>();
    private final Logger root = Logger.getLogger("");
    private final Level usual = root.getLevel();
    private final List<Logger> library = Stream.of(
                    "jdk.httpclient.HttpClient", "jdk.internal.httpclient.debug", "javax.net.ssl", "dev.failsafe")
            .map(Logger::getLogger)
            .toList();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord logged) {
            written.add(formatter.format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        library.forEach(logger -> logger.setLevel(Level.ALL));
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(handler);
        root.setLevel(usual);
        library.forEach(logger -> logger.setLevel(null));
    }

    private void note(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        written.add(text.toString());
    }

    private static Call queried() throws RemoteException {
        try (SecretValue value = SecretValue.taking("canary-QUERY".getBytes(StandardCharsets.UTF_8));
                FormBody form = new FormBody()) {
            return Call.of("POST", Effect.ONCE, "/things")
                    .insecureQuery(form.secret("secret_value", value).insecureQuery());
        }
    }

    @Test
    void callsLeaveNoTraceOfWhatTheyCarry() throws Exception {
        int ended = 0;
        for (String answer : VENDORS_ANSWERS) {
            try (RawServer server = RawServer.answering((asked, out) -> {
                        if (answer.isEmpty()) {
                            throw new IOException("reset");
                        }
                        out.write(answer.getBytes(StandardCharsets.US_ASCII));
                    });
                    TestClient client = TestClient.of(server, Duration.ofSeconds(1))) {
                for (Call call : List.of(TestClient.write(Effect.REPEATABLE), queried(), Call.get("/canary-PATH"))) {
                    written.add(call + " " + call.body() + " " + client);
                    ended += isRead(client, call) ? 1 : 0;
                    assertTrue(server.asked().getLast().has("X-Api-Key"), "the canary was on its way");
                }
            }
        }
        assertEquals(3, ended, "only the first answer is a good one");
        assertTrue(written.size() > 10 * VENDORS_ANSWERS.size() / 2, "little was written: " + written.size());
        for (String text : written) {
            assertFalse(text.contains("canary"), text);
        }
    }

    private boolean isRead(TestClient client, Call call) {
        try (Reply reply = client.send(call)) {
            Json json = reply.json();
            written.add(reply + " " + json);
            json.object(name -> {
                try (SecretValue value = json.secret()) {
                    written.add(value.toString());
                }
            });
            return reply.isSuccess();
        } catch (RemoteException e) {
            note(e);
            return false;
        }
    }
}
