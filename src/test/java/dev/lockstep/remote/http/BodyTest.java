package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the bytes of a request are overwritten. */
@Timeout(60)
class BodyTest {
    private static final int LARGE = 12 << 20;

    @Test
    void aCallWipesItsBodyOnceItIsAnswered() throws Exception {
        byte[] bytes = {'{', '}'};
        try (RawServer server = RawServer.saying(RawServer.json(200, "{}"));
                TestClient client = TestClient.of(server)) {
            client.send(Call.of("POST", Call.Effect.ONCE, "/").body(new Body("application/json", bytes)))
                    .close();

            assertEquals("{}", server.asked().getFirst().text());
            assertArrayEquals(new byte[2], bytes);
        }
    }

    @Test
    void aCallThatWasNeverSentWipesItsBody() {
        byte[] bytes = {'{', '}'};
        Origin nowhere = Origin.of("https://no-such-host.invalid").orElseThrow();
        try (TestClient client = new TestClient(nowhere, TestClient.QUICK)) {
            client.troubleOf(Call.of("POST", Call.Effect.ONCE, "/").body(new Body("application/json", bytes)));
        }
        assertArrayEquals(new byte[2], bytes);
    }

    @Test
    void anotherBodyWipesTheFirst() {
        byte[] first = {'1'};
        Call call = Call.of("POST", Call.Effect.ONCE, "/").body(new Body("text/plain", first));
        call.body(new Body("text/plain", new byte[] {'2'})).close();
        assertArrayEquals(new byte[1], first);
    }

    /** A server that reads on after the client gave up must not find zeros where the value was: it might store them. */
    @Test
    void aSlowReaderNeverGetsZerosInPlaceOfTheValue() throws Exception {
        byte[] bytes = new byte[LARGE];
        Arrays.fill(bytes, (byte) 'v');
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Transport transport = Transport.trusting(executor)) {
            Origin origin =
                    Origin.of("http://127.0.0.1:" + listening.getLocalPort()).orElseThrow();
            Pace hasty = new Pace(
                    Duration.ofMillis(300), Duration.ofMillis(1), Duration.ofMillis(1), 1, TestClient.QUICK.clock());
            ApiClient client = new ApiClient(transport, origin, Credentials.NONE, hasty);
            Call call = Call.of("POST", Call.Effect.ONCE, "/").body(new Body("text/plain", bytes));

            RemoteException e = assertThrows(RemoteException.class, () -> client.send(call));

            assertEquals(new Trouble.OutcomeUnknown(), e.trouble());
            try (Socket socket = listening.accept()) {
                assertFalse(hasZero(socket.getInputStream()), "zeros arrived");
            }
            assertTrue(bytes[LARGE - 1] == 'v', "a sender may still be reading");
        }
    }

    private static boolean hasZero(InputStream in) {
        byte[] part = new byte[1 << 16];
        try {
            while (true) {
                int count = in.read(part);
                if (count < 0) {
                    return false;
                }
                for (int i = 0; i < count; i++) {
                    if (part[i] == 0) {
                        return true;
                    }
                }
            }
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
