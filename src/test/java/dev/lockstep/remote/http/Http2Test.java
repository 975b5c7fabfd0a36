package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.TestAuthority.Wanted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/2 is spoken with a server that offers it. */
class Http2Test {
    /** The JDK's client says that it takes no pushed streams in a way that this server takes for an error, unless it is told a number. */
    private static final String MOST_STREAMS = "jdk.httpclient.maxstreams";

    private static final int MANY = 40;

    @TempDir
    Path folder;

    @BeforeAll
    static void nameANumberOfStreams() {
        System.setProperty(MOST_STREAMS, "100");
    }

    @AfterAll
    static void forgetTheNumber() {
        System.clearProperty(MOST_STREAMS);
    }

    @Test
    void manyCallsShareOneConnection() throws Exception {
        TestAuthority authority = new TestAuthority();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Http2Server server = new Http2Server(authority.context(Wanted.usual()));
                Transport transport = Transport.trusting(threads, authority.writeTo(folder.resolve("ca.pem")))) {
            Origin origin = Origin.of(server.address()).orElseThrow();
            ApiClient client = new ApiClient(transport, origin, Credentials.NONE, TestClient.QUICK);
            List<String> expected = new ArrayList<>();
            List<Future<String>> told = new ArrayList<>();
            for (int i = 0; i <= MANY; i++) {
                String value = "value " + i;
                expected.add(value);
                told.add(threads.submit(() -> echoed(client, value)));
                if (i == 0) {
                    assertEquals(value, told.getFirst().get(30, TimeUnit.SECONDS));
                }
            }
            for (int i = 0; i <= MANY; i++) {
                assertEquals(expected.get(i), told.get(i).get(30, TimeUnit.SECONDS));
            }
            assertEquals(Collections.nCopies(MANY + 1, "HTTP/2.0"), server.versions());
            assertEquals(1, server.connections());
        }
    }

    private static String echoed(ApiClient client, String value) throws Exception {
        String[] told = new String[1];
        try (Reply reply = client.send(TestClient.write(Effect.REPEATABLE, value))) {
            Json json = reply.json();
            json.object(name -> told[0] = json.text());
            return told[0];
        }
    }
}
