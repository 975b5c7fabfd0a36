package dev.lockstep.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What all simulators have in common. */
@Timeout(60)
class SimulatorTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private PlainSimulator simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = new PlainSimulator(executor);
    }

    @AfterEach
    void stop() {
        simulator.close();
        client.shutdownNow();
        executor.shutdownNow();
    }

    private HttpResponse<String> send(String method, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.address() + "/names"))
                .version(HttpClient.Version.HTTP_1_1)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String names() throws IOException, InterruptedException {
        return send("GET", "").body();
    }

    @Test
    void answersAreSentAsTheyAre() throws Exception {
        HttpResponse<String> created = send("POST", "one");
        assertEquals(201, created.statusCode());
        assertEquals("{\"created\":true}", created.body());
        assertEquals(Optional.of("1"), created.headers().firstValue("X-Count"));
        assertEquals(Optional.of("application/json"), created.headers().firstValue("Content-Type"));
        assertEquals("{\"names\":\"one\"}", names());
        HttpResponse<String> deleted = send("DELETE", "");
        assertEquals(204, deleted.statusCode());
        assertEquals(Optional.empty(), deleted.headers().firstValue("Content-Type"));
        assertEquals("{\"names\":\"one\"}", names());
    }

    @Test
    void everyRequestIsShownToItsWitnessWithItsAnswer() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        simulator.witnessedBy((asked, answered) -> seen.add(asked + " " + asked.path() + " " + answered));
        send("POST", "one");
        simulator.disturb(Disturbance.FORBIDDEN);
        names();
        assertEquals(List.of("POST /names 201", "GET /names 403"), seen);
    }

    @Test
    void disturbancesComeOneAfterTheOtherAndThenTheOneForAlways() throws Exception {
        simulator.disturb(Disturbance.FORBIDDEN, Disturbance.HTML_PAGE);
        simulator.disturbAlways(Optional.of(Disturbance.TOO_MANY));
        assertEquals(403, send("GET", "").statusCode());
        HttpResponse<String> page = send("GET", "");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().startsWith("<!DOCTYPE html>"));
        assertEquals(429, send("GET", "").statusCode());
        assertEquals(429, send("POST", "x").statusCode());
        simulator.disturbAlways(Optional.empty());
        assertEquals("{\"names\":\"\"}", names());
    }

    @Test
    void aResetComesBeforeOrAfterTheWrite() throws Exception {
        simulator.disturb(Disturbance.RESET_BEFORE);
        assertThrows(IOException.class, () -> send("POST", "before"));
        simulator.disturb(Disturbance.RESET_AFTER);
        assertThrows(IOException.class, () -> send("POST", "after"));
        assertEquals("{\"names\":\"after\"}", names());
    }

    @Test
    void aTruncatedAnswerIsTheFirstHalfAndTheWorkIsDone() throws Exception {
        simulator.disturb(Disturbance.TRUNCATED);
        assertEquals("{\"create", send("POST", "one").body());
        assertEquals("{\"names\":\"one\"}", names());
    }

    @Test
    void listingsCanBeEmptyAndOtherCallsAreNot() throws Exception {
        simulator.disturbAlways(Optional.of(Disturbance.EMPTY_LISTING));
        assertEquals(201, send("POST", "one").statusCode());
        assertEquals("{\"names\":\"\"}", names());
        simulator.disturbAlways(Optional.empty());
        assertEquals("{\"names\":\"one\"}", names());
    }

    @Test
    void anEndlessBodyEndsWhenTheOtherSideLeaves() throws Exception {
        simulator.disturb(Disturbance.ENDLESS_BODY);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(simulator.address() + "/")).build();
        try (InputStream body =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertEquals(1 << 20, body.readNBytes(1 << 20).length);
        }
        assertEquals("{\"names\":\"\"}", names());
    }

    @Test
    void nobodyElseOnTheNetworkReachesIt() throws Exception {
        int port = URI.create(simulator.address()).getPort();
        assertTrue(simulator.address().startsWith("http://127.0.0.1:"));
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            assertThrows(IOException.class, () -> new Socket(other, port).close(), other.toString());
        }
    }

    @Test
    void onceClosedNobodyAnswers() throws Exception {
        simulator.close();
        assertThrows(ConnectException.class, () -> send("GET", ""));
    }

    @Test
    void theServerWritesNoAddressesToALog() {
        assertFalse(Logger.getLogger("com.sun.net.httpserver").isLoggable(Level.SEVERE));
    }

    @Test
    void theServerSendsTheRestOfAnAnswerWithoutWaiting() {
        assertTrue(Boolean.getBoolean("sun.net.httpserver.nodelay"));
    }

    @Test
    void parametersAreReadFromQueryAndForm() {
        Asked asked = new Asked(
                "POST",
                URI.create("/a%20b?x=1&y=%C3%BC+%26&x=2&flag&=none"),
                new Headers(),
                "secret_value=a%2Bb&empty=".getBytes(StandardCharsets.UTF_8));
        assertEquals("/a b", asked.path());
        assertEquals(Map.of("x", "2", "y", "ü &", "flag", "", "", "none"), asked.query());
        assertEquals(Map.of("secret_value", "a+b", "empty", ""), asked.form());
        assertEquals("POST", asked.toString());
        assertEquals(Map.of(), new Asked("GET", URI.create("/"), new Headers(), new byte[0]).query());
    }
}
