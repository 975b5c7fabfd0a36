package dev.lockstep.remote.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that answers with raw bytes, as no proper server does. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listening;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Answerer answerer;

    /** One request as it came. */
    record Asked(int number, String head, byte[] body, Socket socket) {
        String line() {
            return head.lines().findFirst().orElseThrow();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + header.toLowerCase(Locale.ROOT) + ":");
        }
    }

    /** Writes an answer; what it throws ends the connection. */
    @FunctionalInterface
    interface Answerer {
        void answer(Asked asked, OutputStream out) throws IOException, InterruptedException;
    }

    private RawServer(ServerSocket listening, Answerer answerer) {
        this.listening = listening;
        this.answerer = answerer;
        executor.execute(this::accept);
    }

    static RawServer answering(Answerer answerer) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        return new RawServer(socket, answerer);
    }

    static RawServer on(ServerSocket listening, Answerer answerer) {
        return new RawServer(listening, answerer);
    }

    /** The same bytes for every request. */
    static RawServer saying(String answer) throws IOException {
        return answering((asked, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A whole answer with a JSON body. */
    static String json(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** An answer without a body. */
    static String empty(int status, String... headers) {
        return "HTTP/1.1 " + status + " X\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
                + "Content-Length: 0\r\n\r\n";
    }

    int port() {
        return listening.getLocalPort();
    }

    Origin origin() {
        return Origin.of("http://127.0.0.1:" + port()).orElseThrow();
    }

    /** The requests so far, in the order in which they were complete. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                executor.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (true) {
                String head = head(socket.getInputStream());
                if (head.isEmpty()) {
                    return;
                }
                Asked request = new Asked(number.getAndIncrement(), head, body(socket.getInputStream(), head), socket);
                asked.add(request);
                answerer.answer(request, socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the other side has enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (true) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            last = last << 8 | next;
            if (last == 0x0d0a0d0a) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static byte[] body(InputStream in, String head) throws IOException {
        int length = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return in.readNBytes(length);
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.shutdownNow();
    }
}
