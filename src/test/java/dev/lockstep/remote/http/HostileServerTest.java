package dev.lockstep.remote.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.RawServer.Answerer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm or are broken. Each ends in its named trouble, soon, and without filling the memory. */
@Timeout(60)
class HostileServerTest {
    private static final Duration WHOLE = Duration.ofSeconds(2);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    private static Answerer bytes(String text) {
        return (asked, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes that for ever. */
    private static Answerer endless(String head, String part) {
        return (asked, out) -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] again = part.getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(again);
            }
        };
    }

    /** What reading, walking to the end and a write end in; both in bounded time. */
    private static void require(Trouble ofRead, Answerer answerer) throws Exception {
        long begun = System.nanoTime();
        try (RawServer server = RawServer.answering(answerer);
                TestClient client = TestClient.of(server, WHOLE)) {
            assertEquals(ofRead, troubleOfReading(client));
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(taken.compareTo(WHOLE.multipliedBy(10)) < 0, taken.toString());
    }

    private static Trouble troubleOfReading(TestClient client) {
        return assertThrows(RemoteException.class, () -> {
                    try (Reply reply = client.get()) {
                        reply.json().skip();
                    }
                })
                .trouble();
    }

    private static void requireUnknownAfterAWrite(Answerer answerer) throws Exception {
        try (RawServer server = RawServer.answering(answerer);
                TestClient client = TestClient.of(server, WHOLE)) {
            assertEquals(new Trouble.OutcomeUnknown(), client.troubleOf(TestClient.write(Effect.ONCE)));
            assertEquals(1, server.asked().size());
        }
    }

    private static Trouble breach(Breach breach) {
        return new Trouble.ProtocolError(breach);
    }

    private static String chunk(String content) {
        return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
    }

    @Test
    void anEndlessBodyIsTooLarge() throws Exception {
        String part = chunk(" ".repeat(1 << 16));
        require(breach(Breach.TOO_LARGE), endless(CHUNKED, part));
        require(breach(Breach.TOO_LARGE), endless(HEAD + "\r\n", " ".repeat(1 << 16)));
        requireUnknownAfterAWrite(endless(CHUNKED, part));
    }

    @Test
    void anEndlessBodyNeedsLittleMemory() throws Exception {
        AtomicLong written = new AtomicLong();
        byte[] part = chunk("x".repeat(1 << 16)).getBytes(StandardCharsets.US_ASCII);
        try (RawServer server = RawServer.answering((asked, out) -> {
                    out.write(CHUNKED.getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write(part);
                        written.addAndGet(part.length);
                    }
                });
                TestClient client = TestClient.of(server, WHOLE)) {
            long before = allocated();
            assertEquals(breach(Breach.TOO_LARGE), client.troubleOf(Call.get("/")));
            long most = 32L * ApiClient.LARGEST_ANSWER;

            assertTrue(allocated() - before < most, () -> "allocated " + (allocated() - before));
            assertTrue(written.get() < most, () -> "it could write " + written);
        }
    }

    /** By all threads, so also by the server's and the client's own. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1073741824", "8388609", "99999999999"})
    void aBodyThatIsSaidToBeHugeIsNotReadAtAll(String length) throws Exception {
        require(breach(Breach.TOO_LARGE), bytes(HEAD + "Content-Length: " + length + "\r\n\r\n{}"));
    }

    @Test
    void theLargestAnswerIsReadWhole() throws Exception {
        String largest = "\"" + "a".repeat(1000) + "\"," + " ".repeat(ApiClient.LARGEST_ANSWER - 1006) + "1]";
        try (RawServer server = RawServer.saying(RawServer.json(200, "[" + largest));
                TestClient client = TestClient.of(server, Duration.ofSeconds(20));
                Reply reply = client.get()) {
            reply.json().skip();
        }
        require(breach(Breach.TOO_LARGE), bytes(RawServer.json(200, "[ " + largest)));
    }

    @Test
    void deepJsonIsTooDeep() throws Exception {
        require(breach(Breach.TOO_DEEP), bytes(RawServer.json(200, "[".repeat(100_000) + "]".repeat(100_000))));
        require(breach(Breach.TOO_DEEP), bytes(RawServer.json(200, "{\"a\":".repeat(1_000_000))));
    }

    @Test
    void anObjectWithAMillionNamesIsTooLarge() throws Exception {
        StringBuilder names = new StringBuilder("{");
        for (int i = 0; i < 900_000; i++) {
            names.append('"').append(Integer.toString(i, 36)).append("\":");
        }
        // Names alone are no object, so each gets its value until the answer is full.
        String object = names.toString().replace("\":", "\":1,");
        assertTrue(object.length() < ApiClient.LARGEST_ANSWER, "the answer itself is not too large");
        require(breach(Breach.TOO_LARGE), bytes(RawServer.json(200, object)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>Sign in</title>",
                "",
                "{\"a\":1",
                "{\"a\":",
                "{\"a\":1}{",
                "[1,]",
                "{\"a\":NaN}",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "\u00ef\u00bb\u00bf{}x",
                "\u00ff\u00fe{\0}\0",
                "{\0}\0",
                "\0\0\0{\0\0\0}",
                "{\"a\":\"\u00c0\u00af\"}",
                "{\"a\":\"\u00ed\u00a0\u0080\"}",
                "{\"a\":\"\u00ff\"}",
                "{\"a\":\"\n\"}"
            })
    void whatIsNoJsonIsNamedSo(String content) throws Exception {
        String answer = HEAD + "Content-Length: " + content.length() + "\r\n\r\n" + content;
        try (RawServer server = RawServer.answering(bytes(answer));
                TestClient client = TestClient.of(server, WHOLE)) {
            RemoteException e = assertThrows(RemoteException.class, () -> {
                try (Reply reply = client.get()) {
                    Json json = reply.json();
                    json.skip();
                    json.end();
                }
            });
            assertEquals(breach(Breach.NOT_JSON), e.trouble());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain; x=json", "application/octet-stream", "application/jsonp", ";"})
    void anotherContentTypeIsNoJson(String type) throws Exception {
        require(
                breach(Breach.NOT_JSON),
                bytes("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}"));
    }

    @Test
    void whatIsPackedIsNotUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }
        String answer = HEAD + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n"
                + packed.toString(StandardCharsets.ISO_8859_1);
        require(breach(Breach.NOT_JSON), bytes(answer));
    }

    @Test
    void aSlowDripEndsAfterTheTimeOfOneCall() throws Exception {
        Trouble late = new Trouble.Unavailable(Cause.TIMED_OUT);
        require(late, (asked, out) -> drip(out, HEAD + "Content-Length: 100000\r\n\r\n", " "));
        require(late, (asked, out) -> drip(out, "HTTP/1.1 200 OK\r\nX: ", "x"));
        requireUnknownAfterAWrite((asked, out) -> drip(out, HEAD + "Content-Length: 100000\r\n\r\n", " "));
    }

    private static void drip(OutputStream out, String head, String drop) throws IOException, InterruptedException {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        while (true) {
            out.write(drop.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(20);
        }
    }

    @Test
    void aFloodOfHeadersIsNoHttp() throws Exception {
        require(breach(Breach.NOT_HTTP), endless(HEAD, "X-Flood: " + "x".repeat(1000) + "\r\n"));
        require(breach(Breach.NOT_HTTP), endless(HEAD + "X-Endless: ", "x".repeat(1 << 16)));
        requireUnknownAfterAWrite(endless(HEAD, "X-Flood: x\r\n"));
    }

    @Test
    void interimAnswersWithoutEndAreNoHttp() throws Exception {
        require(breach(Breach.NOT_HTTP), endless("", "HTTP/1.1 100 Continue\r\n\r\n"));
    }

    @Test
    void anotherProtocolIsNoHttp() throws Exception {
        require(breach(Breach.NOT_HTTP), bytes("SSH-2.0-OpenSSH_10.0\r\n\r\n\r\n"));
        requireUnknownAfterAWrite(bytes("SSH-2.0-OpenSSH_10.0\r\n\r\n\r\n"));
    }

    @Test
    void anAnswerCutShortIsNoAnswer() throws Exception {
        Answerer cut = (asked, out) -> {
            out.write((HEAD + "Content-Length: 100\r\n\r\n{\"a\":").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            throw new IOException("cut");
        };
        require(new Trouble.Unavailable(Cause.NO_CONNECTION), cut);
        requireUnknownAfterAWrite(cut);
    }

    @Test
    void aConnectionResetAfterTheWriteIsUnknown() throws Exception {
        requireUnknownAfterAWrite((asked, out) -> {
            asked.socket().setSoLinger(true, 0);
            throw new IOException("reset");
        });
    }

    @Test
    void textThatIsNoTextIsNotTakenForAValue() throws Exception {
        byte[] content = "{\"a\":\"x\"}".getBytes(StandardCharsets.US_ASCII);
        byte[] broken = Arrays.copyOf(content, content.length);
        broken[6] = (byte) 0xff;
        String answer = HEAD + "Content-Length: " + broken.length + "\r\n\r\n"
                + new String(broken, StandardCharsets.ISO_8859_1);
        require(breach(Breach.NOT_JSON), bytes(answer));
    }
}
