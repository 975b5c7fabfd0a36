package dev.lockstep.remote.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;

/** A server that offers HTTP/2 besides HTTP/1.1, with TLS, and answers every request with what it was sent. */
final class Http2Server implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final ConcurrentLinkedQueue<String> versions = new ConcurrentLinkedQueue<>();
    private final Set<SocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final HttpAsyncServer server;
    private final int port;

    Http2Server(SSLContext context) throws Exception {
        server = H2ServerBootstrap.bootstrap()
                .setCanonicalHostName(HOST)
                .setTlsStrategy(new H2ServerTlsStrategy(context))
                .register("*", new Echo())
                .create();
        server.start();
        InetSocketAddress free = new InetSocketAddress(InetAddress.ofLiteral(HOST), 0);
        InetSocketAddress bound =
                (InetSocketAddress) server.listen(free, URIScheme.HTTPS).get().getAddress();
        port = bound.getPort();
    }

    String address() {
        return "https://" + HOST + ":" + port;
    }

    /** The version of each request, for example {@code "HTTP/2.0"}. */
    List<String> versions() {
        return List.copyOf(versions);
    }

    /** How many connections requests came by. */
    int connections() {
        return connections.size();
    }

    private final class Echo implements AsyncServerRequestHandler<Message<HttpRequest, byte[]>> {
        @Override
        public AsyncRequestConsumer<Message<HttpRequest, byte[]>> prepare(
                HttpRequest request, EntityDetails body, HttpContext context) {
            return new BasicRequestConsumer<>(new BasicAsyncEntityConsumer());
        }

        @Override
        public void handle(Message<HttpRequest, byte[]> asked, ResponseTrigger trigger, HttpContext context)
                throws org.apache.hc.core5.http.HttpException, java.io.IOException {
            HttpCoreContext core = HttpCoreContext.cast(context);
            versions.add(core.getProtocolVersion().toString());
            connections.add(core.getEndpointDetails().getRemoteAddress());
            trigger.submitResponse(
                    AsyncResponseBuilder.create(200)
                            .setEntity(asked.getBody(), ContentType.APPLICATION_JSON)
                            .build(),
                    context);
        }
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }
}
