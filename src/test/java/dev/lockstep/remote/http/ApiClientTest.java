package dev.lockstep.remote.http;

import static dev.lockstep.remote.http.RawServer.empty;
import static dev.lockstep.remote.http.RawServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Call.Effect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is made again and what it ends in. */
@Timeout(60)
class ApiClientTest {
    private static final Trouble UNKNOWN = new Trouble.OutcomeUnknown();

    /** Answers in that order, the last one for ever; an empty one ends the connection. */
    private static RawServer script(String... answers) throws IOException {
        return RawServer.answering((asked, out) -> {
            String answer = answers[Math.min(asked.number(), answers.length - 1)];
            if (answer.isEmpty()) {
                throw new IOException("reset");
            }
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static Trouble unavailable(Cause cause) {
        return new Trouble.Unavailable(cause);
    }

    @Test
    void aCallCarriesItsPathHeadersBodyAndCredentialsOnce() throws Exception {
        try (RawServer server = script(json(200, "{}"));
                TestClient client = TestClient.of(server)) {
            Call call = TestClient.write(Effect.ONCE, "v").query("a b", "ü&").header("X-More", "1");
            client.send(call).close();

            RawServer.Asked asked = server.asked().getFirst();
            assertEquals("POST /things?a%20b=%C3%BC%26 HTTP/1.1", asked.line());
            assertEquals("{\"value\":\"v\"}", asked.text());
            assertTrue(asked.head().contains("\r\nX-Api-Key: " + TestClient.CANARY + "\r\n"), asked.head());
            assertTrue(asked.has("X-More") && asked.has("Accept"));
            assertTrue(asked.head().contains("\r\nContent-Type: application/json\r\n"));
            assertFalse(asked.has("Upgrade") || asked.has("Cookie") || asked.has("Accept-Encoding"), asked.head());
            assertEquals(1, server.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void readingIsRepeatedWhileTheServerRestartsAndThenTold(int status) throws Exception {
        try (RawServer server = script(empty(status), empty(status), json(200, "{\"a\":1}"));
                TestClient client = TestClient.of(server);
                Reply reply = client.get()) {
            assertEquals(200, reply.status());
            assertFalse(reply.isAfterDoubt());
            assertEquals(3, server.asked().size());
        }
        try (RawServer server = script(json(status, "{\"sealed\":true}"));
                TestClient client = TestClient.of(server);
                Reply reply = client.get()) {
            assertEquals(status, reply.status());
            assertTrue(reply.json().atObject(), "the vendor may say more in the body");
            assertEquals(3, server.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 426, 500, 501})
    void otherAnswersAreFinal(int status) throws Exception {
        try (RawServer server = script(empty(status));
                TestClient client = TestClient.of(server);
                Reply reply = client.get()) {
            assertEquals(status, reply.status());
            assertEquals(1, server.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void aWriteThatMayHaveHappenedIsRepeatedOnlyWhereThatDoesNoHarm(int status) throws Exception {
        try (RawServer server = script(empty(status), json(201, "{}"));
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(TestClient.write(Effect.ONCE)));
            assertEquals(1, server.asked().size());
        }
        try (RawServer server = script(empty(status), json(200, "{}"));
                TestClient client = TestClient.of(server);
                Reply reply = client.send(TestClient.write(Effect.REPEATABLE))) {
            assertTrue(reply.isAfterDoubt());
            assertEquals(2, server.asked().size());
            assertEquals(
                    server.asked().getFirst().text(), server.asked().getLast().text());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"ONCE", "REPEATABLE"})
    void anInternalErrorAfterAWriteIsNotRepeatedAndItsOutcomeUnknown(Effect effect) throws Exception {
        try (RawServer server = script(empty(500));
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(TestClient.write(effect)));
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void anEndOfTheConnectionAfterTheWriteIsUnknownOrRepeated() throws Exception {
        try (RawServer server = script("");
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(TestClient.write(Effect.ONCE)));
            assertEquals(1, server.asked().size());
        }
        try (RawServer server = script("", json(200, "{}"));
                TestClient client = TestClient.of(server);
                Reply reply = client.send(TestClient.write(Effect.REPEATABLE))) {
            assertEquals(200, reply.status());
            assertEquals(2, server.asked().size());
        }
        try (RawServer server = script("");
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(TestClient.write(Effect.REPEATABLE)));
            assertEquals(3, server.asked().size());
        }
        try (RawServer server = script("");
                TestClient client = TestClient.of(server)) {
            assertEquals(unavailable(Cause.NO_CONNECTION), client.troubleOf(Call.get("/things")));
        }
    }

    @Test
    void aDeletionWithoutABodyIsUnknownToo() throws Exception {
        try (RawServer server = script("");
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(Call.of("DELETE", Effect.ONCE, "/things/1")));
        }
        try (RawServer server = script("", empty(404));
                TestClient client = TestClient.of(server);
                Reply reply = client.send(Call.of("DELETE", Effect.REMOVAL, "/things/1"))) {
            assertEquals(404, reply.status());
            assertTrue(reply.isAfterDoubt(), "the first try may have deleted it");
        }
        try (RawServer server = script("", empty(403));
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(Call.of("DELETE", Effect.REMOVAL, "/things/1")));
        }
        try (RawServer server = script("", empty(404));
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(TestClient.write(Effect.REPEATABLE)));
        }
    }

    @Test
    void whatALaterTrySaysDoesNotSettleAnEarlierOne() throws Exception {
        try (RawServer server = script("", empty(429));
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(TestClient.write(Effect.REPEATABLE)));
        }
        try (RawServer server = RawServer.answering((asked, out) -> {
                    throw new IOException("reset, and gone for good");
                });
                TestClient client = TestClient.of(server)) {
            assertEquals(UNKNOWN, client.troubleOf(TestClient.write(Effect.REPEATABLE)));
        }
    }

    @Test
    void nothingIsSentWhereNobodyListensSoEveryCallIsTriedAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Origin origin = Origin.of("http://127.0.0.1:" + port).orElseThrow();
        for (Effect effect : Effect.values()) {
            try (TestClient client = new TestClient(origin, TestClient.QUICK)) {
                assertEquals(unavailable(Cause.NO_CONNECTION), client.troubleOf(TestClient.write(effect)));
            }
        }
    }

    @Test
    void anUnknownHostIsToldAtOnce() {
        Origin origin = Origin.of("https://no-such-host.invalid").orElseThrow();
        try (TestClient client = new TestClient(origin, TestClient.QUICK)) {
            assertEquals(unavailable(Cause.NO_SUCH_HOST), client.troubleOf(TestClient.write(Effect.ONCE)));
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void tooManyIsTriedAgainWhateverTheCallDoes(Effect effect) throws Exception {
        try (RawServer server = script(empty(429, "Retry-After: 0"), empty(429), json(200, "{}"));
                TestClient client = TestClient.of(server);
                Reply reply = client.send(TestClient.write(effect))) {
            assertEquals(200, reply.status());
            assertFalse(reply.isAfterDoubt(), "nothing was written before");
            assertEquals(3, server.asked().size());
        }
    }

    @Test
    void thePauseThatTheVendorNamesIsKept() throws Exception {
        Pace patient = new Pace(
                Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(5), 8, TestClient.QUICK.clock());
        try (RawServer server = script(empty(429, "Retry-After: 1"), json(200, "{}"));
                TestClient client = new TestClient(server.origin(), patient)) {
            long begun = System.nanoTime();
            client.get().close();
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);

            assertTrue(taken.compareTo(Duration.ofMillis(990)) >= 0, taken.toString());
            assertEquals(2, server.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "315360000", "99999999999999999999999", "Tue, 19 Jan 2038 03:14:07 GMT"})
    void aPauseBeyondTheLongestIsToldAndNotMade(String pause) throws Exception {
        try (RawServer server = script(empty(429, "Retry-After: " + pause));
                TestClient client = TestClient.of(server)) {
            Trouble.RateLimited limited =
                    assertInstanceOf(Trouble.RateLimited.class, client.troubleOf(TestClient.write(Effect.ONCE)));

            assertTrue(limited.until().orElseThrow().isAfter(Instant.now().plusSeconds(3000)), limited.toString());
            assertEquals(1, server.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "soon", "", "1e9", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void aPauseThatMakesNoSenseIsOurOwn(String pause) throws Exception {
        try (RawServer server = script(empty(429, "Retry-After: " + pause), json(200, "{}"));
                TestClient client = TestClient.of(server);
                Reply reply = client.get()) {
            assertEquals(200, reply.status());
            assertEquals(2, server.asked().size());
        }
    }

    @Test
    void tooManyEndsAfterTheLastRepetition() throws Exception {
        try (RawServer server = script(empty(429));
                TestClient client = TestClient.of(server)) {
            assertEquals(new Trouble.RateLimited(Optional.empty()), client.troubleOf(Call.get("/things")));
            assertEquals(7, server.asked().size());
        }
    }

    @Test
    void aServerThatIsBusyNamesItsPauseToo() throws Exception {
        try (RawServer server = script(empty(503, "Retry-After: 3600"));
                TestClient client = TestClient.of(server);
                Reply reply = client.get()) {
            assertEquals(503, reply.status());
            assertEquals(1, server.asked().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void noRepetitionBeginsAfterTheTimeOfOneCall(Effect effect) throws Exception {
        Duration whole = Duration.ofMillis(400);
        try (RawServer server = RawServer.answering((asked, out) -> Thread.sleep(Duration.ofMinutes(1)));
                TestClient client = TestClient.of(server, whole)) {
            long begun = System.nanoTime();
            Trouble trouble = client.troubleOf(TestClient.write(effect));
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);

            assertEquals(effect == Effect.READ ? unavailable(Cause.TIMED_OUT) : UNKNOWN, trouble);
            assertEquals(1, server.asked().size());
            assertTrue(taken.compareTo(whole.multipliedBy(10)) < 0, taken.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
    void redirectsAreNotFollowed(int status) throws Exception {
        try (RawServer other = script(json(200, "{}"));
                RawServer server = script(empty(status, "Location: http://127.0.0.1:" + other.port() + "/things"));
                TestClient client = TestClient.of(server)) {
            for (Effect effect : Effect.values()) {
                boolean done = status == 303 && effect != Effect.READ;
                assertEquals(
                        done ? UNKNOWN : new Trouble.ProtocolError(Breach.REDIRECT),
                        client.troubleOf(TestClient.write(effect)));
            }
            assertEquals(List.of(), other.asked());
            assertEquals(Effect.values().length, server.asked().size());
        }
    }

    @Test
    void aProxyThatWantsCredentialsGetsNone() throws Exception {
        try (RawServer server = script(empty(407, "Proxy-Authenticate: Basic realm=\"x\""));
                TestClient client = TestClient.of(server)) {
            assertEquals(unavailable(Cause.NO_CONNECTION), client.troubleOf(TestClient.write(Effect.ONCE)));
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void aChallengeIsNotAnswered() throws Exception {
        try (RawServer server = script(empty(401, "WWW-Authenticate: Basic realm=\"x\""));
                TestClient client = TestClient.of(server);
                Reply reply = client.get()) {
            assertEquals(401, reply.status());
            assertFalse(server.asked().getFirst().has("Authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak", "line\r\nX-Evil: 1", "nul\0", "umlaut-ü", "del\u007f"})
    void aCredentialThatNoHeaderHoldsIsWrongAndNotQuoted(String credential) throws Exception {
        try (RawServer server = script(json(200, "{}"));
                var executor = Executors.newVirtualThreadPerTaskExecutor();
                Transport transport = Transport.trusting(executor)) {
            ApiClient client = new ApiClient(
                    transport,
                    server.origin(),
                    call -> call.header("Authorization", "Bearer " + credential),
                    TestClient.QUICK);
            RemoteException e = assertThrows(RemoteException.class, () -> client.send(Call.get("/")));

            assertEquals(new Trouble.Unauthorized(""), e.trouble());
            assertEquals("Unauthorized", e.getMessage());
            assertEquals(List.of(), server.asked());
        }
    }

    @Test
    void credentialsThatCannotBeHadEndTheCallBeforeItIsMade() throws Exception {
        try (RawServer server = script(json(200, "{}"));
                var executor = Executors.newVirtualThreadPerTaskExecutor();
                Transport transport = Transport.trusting(executor)) {
            Credentials none = call -> {
                throw new RemoteException(new Trouble.Unauthorized("expired"));
            };
            ApiClient client = new ApiClient(transport, server.origin(), none, TestClient.QUICK);

            Trouble trouble = assertThrows(
                            RemoteException.class, () -> client.send(TestClient.write(Effect.REPEATABLE)))
                    .trouble();

            assertEquals(new Trouble.Unauthorized("expired"), trouble);
            assertEquals(List.of(), server.asked());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void anIdThatLeadsElsewhereIsRefusedBeforeAnythingIsSent(String id) throws Exception {
        try (RawServer server = script(json(200, "{}"));
                TestClient client = TestClient.of(server)) {
            Call call =
                    Call.of("DELETE", Effect.REPEATABLE, "/things").segment(id).query("a", "../b");
            assertEquals(new Trouble.Refused(""), client.troubleOf(call));
            assertEquals(List.of(), server.asked());
            client.send(Call.get("/things/").segment("a..b").query("a", "/../")).close();
        }
    }

    @Test
    void credentialsThatRunOutBetweenTwoTriesDoNotSettleTheFirst() throws Exception {
        try (RawServer server = script("");
                var executor = Executors.newVirtualThreadPerTaskExecutor();
                Transport transport = Transport.trusting(executor)) {
            Credentials once = call -> {
                if (!server.asked().isEmpty()) {
                    throw new RemoteException(new Trouble.Unauthorized(""));
                }
            };
            ApiClient client = new ApiClient(transport, server.origin(), once, TestClient.QUICK);

            assertEquals(
                    UNKNOWN,
                    assertThrows(RemoteException.class, () -> client.send(TestClient.write(Effect.REPEATABLE)))
                            .trouble());
        }
    }
}
