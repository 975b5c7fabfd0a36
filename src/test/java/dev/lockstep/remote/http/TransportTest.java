package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.TestAuthority.Wanted;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom calls are made to: nobody who cannot prove that the address is theirs. */
@Timeout(60)
class TransportTest {
    private static final Trouble NOT_TRUSTED = new Trouble.Unavailable(Cause.NOT_TRUSTED);

    private static TestAuthority authority;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @TempDir
    Path folder;

    @BeforeAll
    static void makeAuthority() throws Exception {
        authority = new TestAuthority();
    }

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    private static RawServer on(ServerSocket socket) {
        return RawServer.on(
                socket, (asked, out) -> out.write(RawServer.json(200, "{}").getBytes(StandardCharsets.US_ASCII)));
    }

    private Transport trustingAuthority() throws Exception {
        return Transport.trusting(executor, authority.writeTo(folder.resolve("ca.pem")));
    }

    private static Reply send(Transport transport, String address, Call call) throws RemoteException {
        Origin origin = Origin.of(address).orElseThrow();
        return new ApiClient(transport, origin, sent -> sent.header("X-Api-Key", TestClient.CANARY), TestClient.QUICK)
                .send(call);
    }

    private static void requireRefused(Transport transport, RawServer server, String host) {
        for (Effect effect : Effect.values()) {
            RemoteException e = assertThrows(
                    RemoteException.class,
                    () -> send(transport, "https://" + host + ":" + server.port(), TestClient.write(effect)));
            assertEquals(NOT_TRUSTED, e.trouble());
        }
        assertEquals(List.of(), server.asked(), "nothing may be sent to it");
    }

    @Test
    void aServerOfTheUsersOwnAuthorityIsTrusted() throws Exception {
        try (SSLServerSocket socket = authority.server(Wanted.usual());
                RawServer server = on(socket);
                Transport transport = trustingAuthority();
                Reply reply = send(transport, "https://127.0.0.1:" + server.port(), Call.get("/"))) {
            assertEquals(200, reply.status());
            assertTrue(server.asked().getFirst().has("X-Api-Key"));
        }
    }

    @Test
    void withoutTheFileItIsNot() throws Exception {
        try (RawServer server = on(authority.server(Wanted.usual()));
                Transport transport = Transport.trusting(executor)) {
            requireRefused(transport, server, "127.0.0.1");
        }
    }

    @Test
    void aServerThatVouchesForItselfIsNotTrusted() throws Exception {
        try (RawServer server = on(TestAuthority.selfSigned());
                Transport transport = trustingAuthority()) {
            requireRefused(transport, server, "127.0.0.1");
        }
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        Instant now = Instant.now();
        Wanted past =
                Wanted.usual().between(now.minus(TestAuthority.DAY.multipliedBy(9)), now.minus(TestAuthority.DAY));
        try (RawServer server = on(authority.server(past));
                Transport transport = trustingAuthority()) {
            requireRefused(transport, server, "127.0.0.1");
        }
    }

    @Test
    void aCertificateOfTheFutureIsRefused() throws Exception {
        Instant now = Instant.now();
        Wanted future =
                Wanted.usual().between(now.plus(TestAuthority.DAY), now.plus(TestAuthority.DAY.multipliedBy(9)));
        try (RawServer server = on(authority.server(future));
                Transport transport = trustingAuthority()) {
            requireRefused(transport, server, "127.0.0.1");
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        try (RawServer server = on(authority.server(Wanted.usual().forAddress("vault.example")));
                Transport transport = trustingAuthority()) {
            requireRefused(transport, server, "127.0.0.1");
            requireRefused(transport, server, "localhost");
        }
    }

    @Test
    void aSignatureByWayOfSha1IsRefusedAlsoFromTheUsersOwnAuthority() throws Exception {
        try (RawServer server = on(authority.server(Wanted.usual().signedWeakly()));
                Transport transport = trustingAuthority()) {
            requireRefused(transport, server, "127.0.0.1");
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void aServerWithoutTlsBehindHttpsGetsNothing(Effect effect) throws Exception {
        AtomicReference<String> first = new AtomicReference<>("");
        try (ServerSocket listening = new ServerSocket(0);
                Transport transport = Transport.trusting(executor)) {
            executor.execute(() -> {
                while (!listening.isClosed()) {
                    try (var socket = listening.accept()) {
                        byte[] part = new byte[4096];
                        int count = socket.getInputStream().read(part);
                        first.accumulateAndGet(
                                new String(part, 0, Math.max(0, count), StandardCharsets.ISO_8859_1), String::concat);
                        socket.getOutputStream()
                                .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            RemoteException e = assertThrows(
                    RemoteException.class,
                    () -> send(transport, "https://127.0.0.1:" + listening.getLocalPort(), TestClient.write(effect)));

            assertEquals(NOT_TRUSTED, e.trouble());
            assertFalse(first.get().contains("canary"), "sent in the clear");
        }
    }

    @Test
    void aServerThatOnlySpeaksTls11IsRefused() throws Exception {
        byte[] hello = new byte[5 + 4 + 38];
        byte[] begin = {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2};
        System.arraycopy(begin, 0, hello, 0, begin.length);
        hello[hello.length - 2] = 0x2f;
        try (ServerSocket listening = new ServerSocket(0);
                Transport transport = Transport.trusting(executor)) {
            executor.execute(() -> {
                try (var socket = listening.accept()) {
                    socket.getInputStream().read(new byte[4096]);
                    socket.getOutputStream().write(hello);
                    socket.getInputStream().read(new byte[4096]);
                } catch (IOException e) {
                    // the client has enough
                }
            });
            RemoteException e = assertThrows(
                    RemoteException.class,
                    () -> send(
                            transport, "https://127.0.0.1:" + listening.getLocalPort(), TestClient.write(Effect.ONCE)));
            assertEquals(NOT_TRUSTED, e.trouble());
        }
    }

    @Test
    void http2IsOfferedFirst() throws Exception {
        AtomicReference<List<String>> offered = new AtomicReference<>(List.of());
        AtomicReference<List<String>> versions = new AtomicReference<>(List.of());
        try (SSLServerSocket socket = authority.server(Wanted.usual())) {
            executor.execute(() -> {
                try (SSLSocket accepted = (SSLSocket) socket.accept()) {
                    accepted.setHandshakeApplicationProtocolSelector((at, protocols) -> {
                        offered.set(protocols);
                        return "http/1.1";
                    });
                    accepted.startHandshake();
                    versions.set(List.of(accepted.getSession().getProtocol()));
                    accepted.getInputStream().read(new byte[4096]);
                    accepted.getOutputStream().write(RawServer.empty(204).getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // the client has enough
                }
            });
            try (Transport transport = trustingAuthority();
                    Reply reply = send(transport, "https://127.0.0.1:" + socket.getLocalPort(), Call.get("/"))) {
                assertEquals(204, reply.status());
            }
        }
        assertEquals(List.of("h2", "http/1.1"), offered.get());
        assertEquals(List.of("TLSv1.3"), versions.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void aFileWithoutCertificatesIsNoFileOfAuthorities(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), content);
        assertThrows(IOException.class, () -> Transport.trusting(executor, file));
    }

    @Test
    void aFolderAMissingFileAndAHugeOneAreNoFilesOfAuthorities() throws Exception {
        Path huge = Files.write(folder.resolve("huge.pem"), new byte[(1 << 20) + 1]);
        for (Path file : List.of(folder, folder.resolve("missing.pem"), huge)) {
            assertThrows(IOException.class, () -> Transport.trusting(executor, file));
        }
    }

    @Test
    void callsToThisComputerGoThroughNoProxy() {
        Proxy http = new Proxy(Proxy.Type.HTTP, java.net.InetSocketAddress.createUnresolved("proxy.example", 3128));
        ProxySelector system = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(http);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
        Proxies proxies = new Proxies(system);
        for (String own :
                List.of("http://127.0.0.1:8200/", "http://localhost/", "http://[::1]:1/", "https://127.1.2.3/")) {
            assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create(own)), own);
        }
        assertEquals(List.of(http), proxies.select(URI.create("https://vault.example/")));
        assertEquals(List.of(Proxy.NO_PROXY), new Proxies(null).select(URI.create("https://vault.example/")));
    }
}
